package dev.tenlines.server;

import dev.tenlines.Outcome;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Progress;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Asks every row of a file and keeps every row. Rows are written in order to a file beside the
 * target that takes its name at the end. After a kill the rows that are there are kept and the
 * others asked; a row that was answered but not yet written has its outcome in the journal under
 * the same key and is not asked again.
 */
final class RunFile {
  private static final int CHUNK = 256;

  private final Tenlines tenlines;
  private final String feature;
  private final String column;
  private final Progress progress;
  private volatile boolean stopped;

  RunFile(Tenlines tenlines, String feature, String column, Progress progress) {
    this.tenlines = tenlines;
    this.feature = feature;
    this.column = column;
    this.progress = progress;
  }

  /** What a run did. */
  record Summary(long rows, long resumedAt, Map<String, Long> outcomes, boolean finished) {}

  /** Ends the run after the rows that are being asked. */
  void stop() {
    stopped = true;
  }

  Summary run(Path in, Path out, boolean replace) {
    if (Files.exists(out) && !replace) {
      throw new TenlinesException(
          "TL-305",
          "The file (" + out + ") is there already.",
          "Maybe name another --out, or say --replace.");
    }
    int total = count(in);
    RunKey key = RunKey.of(feature, column, in, out);
    Map<String, Long> outcomes = new TreeMap<>();
    try (RowReader reader = check(RowReader.open(in), in, out);
        RunOutput output = RunOutput.open(key.part(), out, reader.columns());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long resumed = output.rows();
      skip(reader, resumed);
      long rows = resumed;
      while (!stopped) {
        List<Row> chunk = chunk(reader);
        if (chunk.isEmpty()) {
          break;
        }
        List<@Nullable Outcome<?>> answers = ask(chunk, rows, key.key(), threads);
        for (int i = 0; i < chunk.size(); i++) {
          output.write(chunk.get(i), answers.get(i));
          Outcome<?> answer = answers.get(i);
          outcomes.merge(answer == null ? "unreadable" : OutcomeJson.kind(answer), 1L, Long::sum);
        }
        output.flush();
        rows += chunk.size();
        progress.at("Asking", (int) Math.min(rows, Integer.MAX_VALUE), total);
      }
      if (!stopped) {
        Files.move(
            key.part(), out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
      return new Summary(rows, resumed, outcomes, !stopped);
    } catch (IOException e) {
      throw RunOutput.unwritable(out, e);
    }
  }

  /** Refuses what cannot be asked or written before any file is made. */
  private RowReader check(RowReader reader, Path in, Path out) {
    if (!reader.columns().isEmpty() && !reader.columns().contains(column)) {
      throw new TenlinesException(
          "TL-203",
          "The file (" + in + ") has no column (" + column + ").",
          "Maybe it is one of: " + String.join(", ", reader.columns()) + "; name it with --text.");
    }
    if (reader.columns().isEmpty() && out.toString().endsWith(".csv")) {
      throw new TenlinesException(
          "TL-312",
          "The rows of (" + in + ") have no common columns for a table (" + out + ").",
          "Maybe write to a .jsonl file.");
    }
    return reader;
  }

  private static int count(Path in) {
    int rows = 0;
    try (RowReader reader = RowReader.open(in)) {
      while (reader.next() != null) {
        rows++;
      }
    }
    return Math.max(1, rows);
  }

  private static void skip(RowReader reader, long rows) {
    for (long i = 0; i < rows; i++) {
      reader.next();
    }
  }

  private static List<Row> chunk(RowReader reader) {
    List<Row> chunk = new ArrayList<>();
    for (Row row = reader.next(); row != null; row = reader.next()) {
      chunk.add(row);
      if (chunk.size() == CHUNK) {
        break;
      }
    }
    return chunk;
  }

  private List<@Nullable Outcome<?>> ask(
      List<Row> chunk, long first, String key, ExecutorService threads) {
    List<Future<@Nullable Outcome<?>>> asked = new ArrayList<>();
    for (int i = 0; i < chunk.size(); i++) {
      Row row = chunk.get(i);
      String rowKey = "run:" + key + ":" + (first + i);
      asked.add(threads.submit(() -> ask(row, rowKey)));
    }
    List<@Nullable Outcome<?>> answers = new ArrayList<>();
    for (Future<@Nullable Outcome<?>> future : asked) {
      try {
        answers.add(future.get());
      } catch (ExecutionException e) {
        throw e.getCause() instanceof TenlinesException own ? own : new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return answers;
  }

  private @Nullable Outcome<?> ask(Row row, String key) {
    if (!(row instanceof Row.Good good)) {
      return null;
    }
    Map<String, Object> fields = new HashMap<>(good.values());
    fields.remove(column);
    return tenlines.ask(feature, Request.of(good.text(column)).withFields(fields).withKey(key));
  }
}
