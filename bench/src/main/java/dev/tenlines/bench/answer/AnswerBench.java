package dev.tenlines.bench.answer;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The table of {@code bench/run answer}: no language model is asked. */
public final class AnswerBench {
  private AnswerBench() {}

  public static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(RetrievalBench.rows(data, log));
    rows.addAll(SearchSpeed.rows(seed));
    return rows;
  }
}
