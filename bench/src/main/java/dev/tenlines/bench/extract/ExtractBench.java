package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The table of {@code bench/run extract}: no language model is asked. */
public final class ExtractBench {
  private ExtractBench() {}

  public static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    rows.addAll(FieldBench.rows(data, log, seed));
    rows.addAll(SpanBench.rows(data, log, seed));
    rows.addAll(InvoiceBench.rows(data, log, seed));
    rows.addAll(TemplateBench.rows(data, log, seed));
    rows.addAll(DocumentBench.run(data, log));
    rows.addAll(RecognizerBench.run(data, log));
    rows.addAll(FigureBench.run(data, log, seed));
    return rows;
  }
}
