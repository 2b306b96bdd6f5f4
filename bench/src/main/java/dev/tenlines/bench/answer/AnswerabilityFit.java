package dev.tenlines.bench.answer;

import dev.tenlines.answerability.Judge;
import dev.tenlines.answerability.Logistic;
import dev.tenlines.answerability.Shipped;
import dev.tenlines.answerability.Study;
import dev.tenlines.bench.answer.FitRows.Row;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fits the models that choose sentences and tell whether there is an answer, and certifies the
 * threshold: {@code java … dev.tenlines.bench.answer.AnswerabilityFit DATA MODEL}.
 */
public final class AnswerabilityFit {
  private static final double SENTENCE_PULL = 10;
  static final int FOLDS = 5;

  /** Of the questions that documentation does not answer, so few get an answer … */
  private static final double FALSE_ANSWERS = 0.2;

  /** … so surely. */
  private static final double CONFIDENCE = 0.9;

  private AnswerabilityFit() {}

  /** Fits on a folder of public sets and writes the product's resource. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path model = Path.of(arguments[1]);
    try (Embedder embedder = Embedder.find()) {
      Remembering remembering = embedder == null ? null : new Remembering(embedder);
      Shipped shipped = fit(data, remembering);
      Files.writeString(
          model,
          """
          # Fitted on squad2-dev-half, xquad (en), rag-django-docs and rag-anthropic-docs by
          # dev.tenlines.bench.answer.AnswerabilityFit TENLINES_DATA model.txt
          """
              + shipped.write());
    }
  }

  static Shipped fit(Path data, @Nullable Embedder embedder) {
    List<QuestionSet> sets =
        List.of(
            QuestionSet.articles("squad2-dev-half", "", data, data),
            QuestionSet.articles("xquad", "xquad.en", data, data),
            QuestionSet.django(data, data),
            QuestionSet.anthropic(data));
    List<FitRows.Kept> kept = new ArrayList<>();
    for (QuestionSet set : sets) {
      int drop = set.name().equals("squad2-dev-half") ? 4 : set.name().equals("xquad") ? 2 : 1;
      Seen.each(set, embedder, drop, seen -> kept.add(new FitRows.Kept(set.name(), seen)));
      if (set.name().equals("squad2-dev-half")) {
        kept.addAll(FitRows.exchanged(set, embedder));
      }
      System.err.println(set.name() + ": " + set.questions().size() + " questions");
    }
    Logistic sentences = sentences(kept, embedder);
    List<Row> rows = FitRows.of(kept, sentences, embedder);
    Judge questions = FitRows.learn(rows);
    List<Row> judged = FitRows.outOfFold(rows, FOLDS);
    for (QuestionSet set : sets) {
      System.err.printf(Locale.ROOT, "%s: AUC %.3f out of fold%n", set.name(), auc(judged, set));
    }
    return certified(sentences, questions, judged);
  }

  private static double auc(List<Row> judged, QuestionSet set) {
    boolean asked = set.questions().stream().anyMatch(q -> !q.answerable());
    List<Row> own =
        judged.stream()
            .filter(row -> row.set().equals(set.name()) && !(asked && row.dropped()))
            .toList();
    return Separation.auc(own, Row::answerable, Row::chance);
  }

  static Logistic sentences(List<FitRows.Kept> kept, @Nullable Embedder embedder) {
    List<double[]> values = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<String> names = List.of();
    for (FitRows.Kept one : kept) {
      Study study =
          one.seen().answerable() && !one.seen().question().answers().isEmpty()
              ? one.seen().study(embedder)
              : null;
      if (study == null) {
        continue;
      }
      for (Study.Unit unit : study.units()) {
        names = unit.names();
        values.add(unit.values().stream().mapToDouble(v -> v).toArray());
        boolean holds = one.seen().holds(unit.hit().passage(), unit.start(), unit.end());
        labels.add(holds ? 1.0 : 0.0);
      }
    }
    double[] counts = new double[labels.size()];
    java.util.Arrays.fill(counts, 1);
    double[] y = labels.stream().mapToDouble(l -> l).toArray();
    return Logistic.learn(names, values, y, counts, SENTENCE_PULL);
  }

  /** The lowest probability at which few questions about what documentation lacks are answered. */
  private static Shipped certified(Logistic sentences, Judge questions, List<Row> judged) {
    List<Row> none =
        judged.stream()
            .filter(row -> row.set().equals("rag-django-docs") && !row.answerable())
            .filter(row -> !row.dropped())
            .sorted(Comparator.comparingDouble(Row::chance).reversed())
            .toList();
    double threshold = 1;
    int wrong = 0;
    for (int k = 0; k < none.size(); k++) {
      // Tested from the strictest on, so that the first failure ends it.
      if (Binomial.upper(k, none.size(), CONFIDENCE) > FALSE_ANSWERS) {
        break;
      }
      threshold = Math.nextUp(none.get(k).chance());
      wrong = k;
    }
    String claim =
        String.format(
            Locale.ROOT,
            "Of questions that software documentation does not answer at most %.0f %% are answered,"
                + " with %.0f %% confidence (Clopper-Pearson, %d of %d questions out of fold)."
                + " Nothing is claimed of questions that take all their words from the documents"
                + " and yet ask for something else.",
            100 * FALSE_ANSWERS,
            100 * CONFIDENCE,
            wrong,
            none.size());
    return new Shipped(sentences, questions, threshold, claim);
  }
}
