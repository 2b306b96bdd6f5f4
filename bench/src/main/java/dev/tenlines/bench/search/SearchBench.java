package dev.tenlines.bench.search;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.bench.extract.RecognizerBench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of {@code bench/run search}: no language model is asked. */
public final class SearchBench {
  private SearchBench() {}

  /** A part of the table. */
  private interface Part {
    List<BenchRow> rows() throws IOException, SQLException;
  }

  /**
   * The rows of all parts, or of those named.
   *
   * @param only names of parts, as they are put together below; none for all
   */
  public static List<BenchRow> rows(BenchData data, Bench.Log log, long seed, String... only)
      throws IOException {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("dates", () -> RecognizerBench.answered(data, log));
    parts.put("tables", () -> WikiSqlBench.rows(data, log));
    parts.put("domains", () -> domains(data, log));
    parts.put("abstention", () -> TriageBench.rows(data, log));
    parts.put("ambiguity", () -> AmbiguityBench.rows(data, log));
    parts.put("attacks", () -> AttackBench.rows(data, log));
    parts.put("speed", () -> SpeedBench.rows(seed));
    List<BenchRow> rows = new ArrayList<>();
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      if (only.length == 0 || List.of(only).contains(part.getKey())) {
        try {
          rows.addAll(part.getValue().rows());
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }
    }
    return rows;
  }

  /** What is missed goes to the file that TENLINES_MISSES names, to be looked at. */
  private static List<BenchRow> domains(BenchData data, Bench.Log log)
      throws IOException, SQLException {
    DomainBench bench = new DomainBench(data, log);
    List<BenchRow> rows = bench.rows();
    String misses = System.getenv("TENLINES_MISSES");
    if (misses != null) {
      Files.write(Path.of(misses), bench.misses(), StandardCharsets.UTF_8);
    }
    return rows;
  }
}
