package dev.tenlines.bench.summarize;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.support.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Whether errors that were put into sentences of documents are seen, whether the sentences
 * themselves are left alone, and how well made-up summaries are told from honest ones.
 */
final class SupportBench {
  private static final List<String> DOCUMENTS =
      List.of("summ-leases", "summ-ectsum", "summ-squality");
  private static final String JUDGED = "check-faithbench";
  private static final String OLDER = "check-aggrefact";
  private static final int ERRORS = 10_000;
  private static final int MOST_DOCUMENTS = 60;
  private static final int MOST_OLDER = 600;
  private static final int ROUNDS = 5;

  private SupportBench() {}

  /** All figures. */
  static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) {
    try {
      return measured(data, log, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BenchRow> measured(BenchData data, Bench.Log log, long seed)
      throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    for (String set : DOCUMENTS) {
      List<String> own = SupportRows.documents(folder(data, set));
      if (!log.missing(set, own)) {
        documents.addAll(some(own, MOST_DOCUMENTS, seed));
      }
    }
    if (!documents.isEmpty()) {
      rows.addAll(errors(documents, seed));
      rows.addAll(clean(documents));
    }
    rows.addAll(judged(data, log, seed));
    return rows;
  }

  /** What is measured on. */
  private static Path folder(BenchData data, String set) {
    Path test = data.test();
    return (test == null ? data.data() : test).resolve(set);
  }

  private static <T> List<T> some(List<T> all, int most, long seed) {
    List<T> mixed = new ArrayList<>(all);
    Collections.shuffle(mixed, new SplittableRandom(seed));
    return mixed.subList(0, Math.min(most, mixed.size()));
  }

  private static List<BenchRow> errors(List<String> documents, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Swaps> sources = documents.stream().map(d -> new Swaps(d, random.split())).toList();
    Map<Swaps.Kind, int[]> caught = new EnumMap<>(Swaps.Kind.class);
    List<Swaps.Kind> kinds = List.of(Swaps.Kind.values());
    int done = 0;
    for (int tries = 0; done < ERRORS && tries < 20 * ERRORS; tries++) {
      Swaps.Kind kind = kinds.get(tries % kinds.size());
      Swaps.Swap swap = sources.get(random.nextInt(sources.size())).next(kind);
      if (swap != null) {
        int[] counts = caught.computeIfAbsent(kind, k -> new int[2]);
        counts[0]++;
        counts[1] += Ground.of(List.of(swap.sentence())).flaws(swap.changed()).isEmpty() ? 0 : 1;
        done++;
      }
    }
    List<BenchRow> rows = new ArrayList<>();
    int all = caught.values().stream().mapToInt(c -> c[1]).sum();
    rows.add(row("errors caught, of " + done, all / (double) done, 0.95, 0.97));
    caught.forEach((kind, counts) ->
        rows.add(
            BenchRow.printed(
                "documents",
                "of these, " + kind.name().toLowerCase(Locale.ROOT) + " (" + counts[0] + ")",
                counts[1] / (double) counts[0])));
    return rows;
  }

  private static BenchRow row(String metric, double value, double atLeast, double aim) {
    return BenchRow.atLeast("documents", metric, value, atLeast).aiming(aim);
  }

  /** Sentences beside themselves, and beside the whole document; with the time it takes. */
  private static List<BenchRow> clean(List<String> documents) {
    int alarms = 0;
    int inWhole = 0;
    int sentences = 0;
    int flaws = 0;
    int words = 0;
    long preparing = 0;
    long checking = 0;
    for (String document : documents) {
      long start = System.nanoTime();
      Ground whole = Ground.of(List.of(document));
      preparing += System.nanoTime() - start;
      words += document.split("\\s+").length;
      for (String sentence : Swaps.sentences(document)) {
        sentences++;
        alarms += Ground.of(List.of(sentence)).flaws(sentence).isEmpty() ? 0 : 1;
        inWhole += whole.flaws(sentence).isEmpty() ? 0 : 1;
        start = System.nanoTime();
        flaws += whole.flaws("Then " + sentence).size();
        checking += System.nanoTime() - start;
      }
    }
    return List.of(
        BenchRow.atMost("documents", "false alarms, " + sentences + " extracts", alarms, 0),
        BenchRow.atMost("documents", "the same beside the whole document", inWhole, 0),
        BenchRow.printed("documents", "flaws of the same with a word in front", flaws),
        BenchRow.atMost("documents", "ms for 5,000 words", preparing / 1e6 * 5_000 / words, 40),
        BenchRow.atMost("documents", "ms a sentence", checking / 1e6 / sentences, 1));
  }

  private static List<BenchRow> judged(BenchData data, Bench.Log log, long seed)
      throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    List<SupportRows.Summary> own = SupportRows.summaries(data.data().resolve(JUDGED));
    if (log.missing(JUDGED, own)) {
      return rows;
    }
    List<SupportFit.Judged> fit = SupportFit.judged(own);
    double[] weights = SupportFit.fit(fit, SupportFit.ridge(fit, seed));
    if (data.test() == null) {
      double sum = 0;
      for (int round = 0; round < ROUNDS; round++) {
        sum += SupportFit.nested(fit, seed + round);
      }
      rows.add(anchored("balanced accuracy, nested folds by source", sum / ROUNDS));
      rows.add(
          BenchRow.printed(
              JUDGED, "the same on what was fitted", SupportFit.balanced(fit, weights)));
    } else {
      List<SupportFit.Judged> held =
          SupportFit.judged(SupportRows.summaries(data.test().resolve(JUDGED)));
      if (!log.missing(JUDGED, held)) {
        rows.add(anchored("balanced accuracy", SupportFit.balanced(held, weights)));
      }
    }
    List<SupportRows.Summary> older = SupportRows.summaries(folder(data, OLDER));
    if (!log.missing(OLDER, older)) {
      List<SupportFit.Judged> some = SupportFit.judged(some(older, MOST_OLDER, seed));
      rows.add(
          BenchRow.printed(
              OLDER, "balanced accuracy, same weights", SupportFit.balanced(some, weights)));
    }
    return rows;
  }

  /** Bad is a summary in which anybody marked something as unwanted. */
  private static BenchRow anchored(String metric, double value) {
    return BenchRow.atLeast(JUDGED, metric, value, 0.56)
        .aiming(0.62)
        .beside("gpt-4-turbo", 0.552)
        .beside("gpt-4o", 0.547)
        .beside("HHEM-2.1", 0.542)
        .beside("numbers and names", 0.558);
  }
}
