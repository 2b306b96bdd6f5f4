package dev.tenlines.bench.answer;

import dev.tenlines.answerability.Judge;
import dev.tenlines.answerability.Logistic;
import dev.tenlines.answerability.Study;
import dev.tenlines.learn.Embedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Questions as the model learns from them. */
final class FitRows {
  private static final double PULL = 100;
  private static final double MATCH_PULL = 200;

  /** What a question counts in which a word was exchanged; one that people wrote counts 1. */
  private static final double EXCHANGED_COUNT = 0.5;

  private static final String ARTICLES = "squad2-dev-half";
  private static final String EXCHANGED = "exchanged";

  private FitRows() {}

  /** A question of a set. */
  record Kept(String set, Seen seen) {}

  /**
   * A question in numbers.
   *
   * @param chance what a model that did not see its group says of it; NaN until then
   */
  record Row(
      String set,
      String id,
      String group,
      String kind,
      boolean dropped,
      boolean answerable,
      List<String> names,
      double[] values,
      double chance) {
    /** Whether it was asked of an article that was there. */
    boolean ofArticles() {
      return set.equals(ARTICLES) && !dropped;
    }

    /** Whether nobody asked it. */
    boolean exchanged() {
      return set.equals(EXCHANGED);
    }

    /** Whether it asks for a detail of a text, not for help with a thing. */
    boolean prose() {
      return set.equals(ARTICLES) || set.equals("xquad");
    }
  }

  /** The questions of articles once more, each with a word exchanged. */
  static List<Kept> exchanged(QuestionSet articles, @Nullable Embedder embedder) {
    List<Kept> kept = new ArrayList<>();
    Seen.each(Exchanged.of(articles), embedder, 0, seen -> kept.add(new Kept(EXCHANGED, seen)));
    return kept;
  }

  static List<Row> of(List<Kept> kept, Logistic sentences, @Nullable Embedder embedder) {
    List<Row> rows = new ArrayList<>();
    for (Kept one : kept) {
      Study study = one.seen().study(embedder);
      if (study != null) {
        rows.add(
            new Row(
                one.set(),
                one.seen().question().id(),
                (one.set().equals(EXCHANGED) ? ARTICLES : one.set())
                    + "/"
                    + one.seen().question().group(),
                one.seen().question().kind(),
                one.seen().dropped(),
                one.seen().answerable(),
                study.names(sentences),
                study.question(sentences).stream().mapToDouble(v -> v).toArray(),
                Double.NaN));
      }
    }
    return rows;
  }

  /**
   * Learns each part from the rows that show it: what a text speaks of from all questions but those
   * written to deceive; what it says of it from these and their answerable neighbours, and, word by
   * word only, from those with a word exchanged: which word people exchange they do not show.
   */
  static Judge learn(List<Row> rows) {
    List<String> names = rows.getFirst().names();
    List<Row> asked = rows.stream().filter(r -> !r.exchanged()).toList();
    List<Row> honest = asked.stream().filter(r -> r.answerable() || !r.ofArticles()).toList();
    List<Row> articles = rows.stream().filter(r -> r.ofArticles() || r.exchanged()).toList();
    BiPredicate<Row, String> unaligned = (row, name) -> !Judge.aligned(name);
    return new Judge(
        learn(names, honest, counts(honest), Row::answerable, unaligned, PULL),
        learn(names, articles, even(articles), Row::answerable, FitRows::matched, MATCH_PULL),
        learn(names, asked, counts(asked), Row::prose, unaligned, PULL));
  }

  private static boolean matched(Row row, String name) {
    return row.exchanged() ? Judge.aligned(name) : Judge.compared(name);
  }

  /** What exchanged questions add to those without an answer, the others get on top, too. */
  private static double[] even(List<Row> rows) {
    double exchanged = rows.stream().filter(Row::exchanged).count() * EXCHANGED_COUNT;
    double more = exchanged / Math.max(1, rows.stream().filter(Row::answerable).count());
    return rows.stream()
        .mapToDouble(r -> r.exchanged() ? EXCHANGED_COUNT : r.answerable() ? 1 + more : 1)
        .toArray();
  }

  /** Features that are not wanted are shown as unknown, so that they weigh nothing. */
  private static Logistic learn(
      List<String> names,
      List<Row> rows,
      double[] counts,
      Predicate<Row> label,
      BiPredicate<Row, String> wanted,
      double pull) {
    List<double[]> values = new ArrayList<>();
    for (Row row : rows) {
      double[] shown = row.values().clone();
      for (int i = 0; i < shown.length; i++) {
        shown[i] = wanted.test(row, names.get(i)) ? shown[i] : Double.NaN;
      }
      values.add(shown);
    }
    double[] labels = rows.stream().mapToDouble(r -> label.test(r) ? 1 : 0).toArray();
    return Logistic.learn(names, values, labels, counts, pull);
  }

  /** Every set counts by its weight, and in it questions with and without an answer the same. */
  private static double[] counts(List<Row> rows) {
    Map<String, Integer> sizes = new HashMap<>();
    rows.forEach(row -> sizes.merge(part(row), 1, Integer::sum));
    double[] counts = new double[rows.size()];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = weight(rows.get(i)) / sizes.getOrDefault(part(rows.get(i)), 1);
      sum += counts[i];
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] *= counts.length / sum;
    }
    return counts;
  }

  private static String part(Row row) {
    return row.set() + row.answerable() + row.dropped();
  }

  private static double weight(Row row) {
    return switch (row.set()) {
      case "squad2-dev-half", "rag-django-docs" -> row.dropped() ? 0.5 : 2;
      case "rag-anthropic-docs" -> 0.5;
      default -> 0.3;
    };
  }

  /** Each row with what a model says of it that saw no row of its group. */
  static List<Row> outOfFold(List<Row> rows, int folds) {
    List<String> groups = rows.stream().map(Row::group).distinct().toList();
    List<Row> judged = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Row> fit = new ArrayList<>();
      List<Row> measure = new ArrayList<>();
      for (Row row : rows) {
        (groups.indexOf(row.group()) % folds == fold ? measure : fit).add(row);
      }
      Judge model = learn(fit);
      for (Row row : measure) {
        judged.add(judged(row, model));
      }
    }
    return judged;
  }

  static Row judged(Row row, Judge model) {
    return new Row(
        row.set(),
        row.id(),
        row.group(),
        row.kind(),
        row.dropped(),
        row.answerable(),
        row.names(),
        row.values(),
        model.chance(row.values()));
  }
}
