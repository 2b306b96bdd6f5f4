package dev.tenlines.bench.answer;

import dev.tenlines.answerability.Answerability;
import dev.tenlines.answerability.Chosen;
import dev.tenlines.answerability.Found;
import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.bench.answer.FitRows.Kept;
import dev.tenlines.bench.answer.FitRows.Row;
import dev.tenlines.learn.Embedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether questions that the documents do not answer are told from those they do, and whether the
 * sentences found hold the answer. With test rows the shipped models are measured on them; without,
 * each question is judged by a model that saw none of its article.
 */
public final class AnswerabilityBench {
  private static final String ARTICLES = "squad2-dev-half";
  private static final String DJANGO = "rag-django-docs";
  private static final double ANSWERED = 0.75;

  private final BenchData data;
  private final Bench.Log log;
  private final @Nullable Embedder embedder;
  private final Answerability shipped = Answerability.shipped();

  private AnswerabilityBench(BenchData data, Bench.Log log, @Nullable Embedder embedder) {
    this.data = data;
    this.log = log;
    this.embedder = embedder;
  }

  /** A question that was judged. */
  private record Judged(String group, String kind, boolean answerable, double chance) {}

  /** All rows. */
  public static List<BenchRow> rows(BenchData data, Bench.Log log, @Nullable Embedder embedder) {
    Embedder once = embedder == null ? null : new Remembering(embedder);
    AnswerabilityBench bench = new AnswerabilityBench(data, log, once);
    List<BenchRow> rows = new ArrayList<>(bench.articles());
    rows.addAll(bench.django());
    return rows;
  }

  private Path asked() {
    Path test = data.test();
    return test == null ? data.data() : test;
  }

  private List<BenchRow> articles() {
    QuestionSet set = QuestionSet.articles(ARTICLES, "", asked(), data.data());
    if (log.missing(ARTICLES, set.questions())) {
      return List.of();
    }
    List<Kept> kept = kept(set);
    List<Kept> beside = data.test() == null ? FitRows.exchanged(set, embedder) : List.of();
    List<Judged> judged = judged(kept, beside);
    List<BenchRow> rows = new ArrayList<>();
    rows.add(
        BenchRow.atLeast(
                ARTICLES,
                "abstention AUC",
                Separation.auc(judged, Judged::answerable, Judged::chance),
                0.70)
            .aiming(0.75)
            .beside("best cosine alone", 0.64)
            .beside("BM25 alone", 0.57));
    rows.addAll(sentences(kept, judged));
    return rows;
  }

  /** Of the three quarters of the answerable questions that look best. */
  private List<BenchRow> sentences(List<Kept> kept, List<Judged> judged) {
    double threshold = threshold(judged);
    int answered = 0;
    int held = 0;
    int first = 0;
    int count = 0;
    long nanos = 0;
    for (int i = 0; i < kept.size(); i++) {
      Seen seen = kept.get(i).seen();
      if (!seen.answerable() || judged.get(i).chance() < threshold) {
        continue;
      }
      long start = System.nanoTime();
      Found found = shipped.find(seen.question().text(), seen.hits(), embedder);
      nanos += System.nanoTime() - start;
      Predicate<Chosen> holds = c -> seen.holds(c.hit().passage(), c.start(), c.end());
      answered++;
      held += found.sentences().stream().anyMatch(holds) ? 1 : 0;
      first +=
          found.sentences().stream()
                  .max(java.util.Comparator.comparingDouble(Chosen::score))
                  .filter(holds)
                  .isPresent()
              ? 1
              : 0;
      count += found.sentences().size();
    }
    double n = Math.max(1, answered);
    return List.of(
        BenchRow.atLeast(ARTICLES, "sentences hold the answer, of those answered", held / n, 0.70)
            .aiming(0.80),
        BenchRow.printed(ARTICLES, "the best sentence alone holds it", first / n),
        BenchRow.printed(ARTICLES, "sentences an answer", count / n),
        BenchRow.printed(ARTICLES, "ms to choose and decide, vectors known", nanos / 1e6 / n));
  }

  private List<BenchRow> django() {
    QuestionSet set = QuestionSet.django(asked(), data.data());
    if (log.missing(DJANGO, set.questions())) {
      return List.of();
    }
    List<Judged> judged = judged(kept(set), List.of());
    double threshold = threshold(judged);
    List<Judged> none = judged.stream().filter(j -> !j.answerable()).toList();
    return List.of(
        BenchRow.printed(
            DJANGO, "abstention AUC", Separation.auc(judged, Judged::answerable, Judged::chance)),
        BenchRow.atMost(
                DJANGO, "false answers at 75 % of the answerable", share(none, threshold), 0.08)
            .aiming(0.03),
        BenchRow.printed(
            DJANGO, "false answers at the shipped threshold", share(none, shipped.threshold())),
        BenchRow.printed(
            DJANGO,
            "answered of the answerable at the shipped threshold",
            share(judged.stream().filter(Judged::answerable).toList(), shipped.threshold())));
  }

  private List<Kept> kept(QuestionSet set) {
    List<Kept> kept = new ArrayList<>();
    Seen.each(set, embedder, 0, seen -> kept.add(new Kept(set.name(), seen)));
    return kept;
  }

  /** With what is learned from, but not measured. */
  private List<Judged> judged(List<Kept> kept, List<Kept> beside) {
    if (data.test() != null) {
      return kept.stream()
          .map(one ->
              judged(
                  one,
                  shipped
                      .find(one.seen().question().text(), one.seen().hits(), embedder)
                      .probability()))
          .toList();
    }
    List<Kept> all = new ArrayList<>(kept);
    all.addAll(beside);
    List<Row> rows = FitRows.of(all, Answerability.models().sentences(), embedder);
    List<Row> fold = FitRows.outOfFold(rows, AnswerabilityFit.FOLDS);
    return kept.stream()
        .map(one -> {
          String id = one.seen().question().id();
          return judged(
              one,
              fold.stream()
                  .filter(r -> r.id().equals(id))
                  .findFirst()
                  .map(Row::chance)
                  .orElse(0.0));
        })
        .toList();
  }

  private static Judged judged(Kept one, double chance) {
    return new Judged(
        one.seen().question().group(),
        one.seen().question().kind(),
        one.seen().answerable(),
        chance);
  }

  /** The probability that three quarters of the answerable questions reach. */
  private static double threshold(List<Judged> judged) {
    double[] chances =
        judged.stream().filter(Judged::answerable).mapToDouble(Judged::chance).sorted().toArray();
    return chances.length == 0 ? 1 : chances[(int) (chances.length * (1 - ANSWERED))];
  }

  private static double share(List<Judged> judged, double threshold) {
    long above = judged.stream().filter(j -> j.chance() >= threshold).count();
    return (double) above / Math.max(1, judged.size());
  }
}
