package dev.tenlines.bench.summarize;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.KeyFacts;
import dev.tenlines.salience.Salience;
import dev.tenlines.salience.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether summaries keep to their length, made of whole sentences, and how long they take. */
final class LengthBench {
  private static final List<Integer> BUDGETS = List.of(50, 75, 100, 150, 200, 250, 300, 400, 500);
  private static final int WORDS = 5000;
  private static final int ROUNDS = 3;

  private LengthBench() {}

  static List<BenchRow> rows(BenchData data, Bench.Log log) {
    List<BenchRow> rows = new ArrayList<>();
    for (String set : List.of(Summarized.STORIES, Summarized.CALLS, Summarized.LEASES)) {
      List<Summarized> documents = SummarizeBench.measured(data, set);
      if (!log.missing(set, documents)) {
        rows.addAll(lengths(set, documents));
      }
    }
    List<Summarized> stories = SummarizeBench.measured(data, Summarized.STORIES);
    if (!stories.isEmpty()) {
      rows.add(speed(stories));
    }
    return rows;
  }

  private static List<BenchRow> lengths(String set, List<Summarized> documents) {
    int all = 0;
    int kept = 0;
    int whole = 0;
    for (Summarized row : documents) {
      Document document = row.document();
      Set<Span> sentences = new HashSet<>(document.sentences());
      int words = Counting.words(document.text());
      for (int budget : BUDGETS) {
        Selection selection = Salience.shipped().within(document, null, budget);
        int said = Counting.words(selection.text(document));
        boolean shorter = words < Selection.LEAST * budget;
        all++;
        kept += said > 0 && said <= budget && (shorter || said >= Selection.LEAST * budget) ? 1 : 0;
        whole += sentences.containsAll(selection.sentences()) ? 1 : 0;
      }
    }
    return List.of(
        BenchRow.atLeast(set, "length kept, budgets of 50 to 500", (double) kept / all, 1),
        BenchRow.atLeast(set, "made of whole sentences", (double) whole / all, 1));
  }

  /** Sentences, ranking, choice and key facts of 5,000 words, one after the other. */
  private static BenchRow speed(List<Summarized> stories) {
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      millis.clear();
      for (Summarized story : stories) {
        Document document =
            new Summarized(words(story.text() + "\n\n" + story.text()), List.of()).document();
        long start = System.nanoTime();
        String said = SummarizeBench.summary(Salience.shipped(), document, 200);
        boolean told = KeyFacts.of(document).isEmpty() || !said.isEmpty();
        millis.add(told ? (System.nanoTime() - start) / 1e6 : Double.POSITIVE_INFINITY);
      }
    }
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return BenchRow.atMost(
            Summarized.STORIES,
            "milliseconds for 5,000 words, p95",
            sorted[(int) Math.ceil(0.95 * sorted.length) - 1],
            250)
        .aiming(150)
        .beside("median", sorted[sorted.length / 2])
        .beside("longest", Arrays.stream(sorted).max().orElse(0));
  }

  private static String words(String text) {
    int at = 0;
    for (int words = 0; words < WORDS && at >= 0; words++) {
      int blank = text.indexOf(' ', at);
      at = blank < 0 ? -1 : blank + 1;
    }
    return at < 0 ? text : text.substring(0, at);
  }
}
