package dev.tenlines.bench.answer;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The table of {@code bench/run answer}: no language model is asked. */
public final class AnswerBench {
  private AnswerBench() {}

  public static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    try (Embedder found = Embedder.find()) {
      // The same sections are embedded for more than one row.
      Embedder embedder = found == null ? null : new Remembering(found);
      rows.addAll(RetrievalBench.rows(data, log, embedder));
      rows.addAll(AnswerabilityBench.rows(data, log, embedder));
      rows.addAll(SearchSpeed.rows(data, log, found, seed));
    }
    return rows;
  }
}
