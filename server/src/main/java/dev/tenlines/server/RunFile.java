package dev.tenlines.server;

import dev.tenlines.Feature;
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
  private final Tenlines tenlines;
  private final String feature;
  private final String column;
  private final @Nullable Integer words;
  private final Progress progress;
  private volatile boolean stopped;

  /**
   * A run.
   *
   * @param words how many words an answer may have at most, or null for what the feature says
   */
  RunFile(
      Tenlines tenlines,
      String feature,
      String column,
      @Nullable Integer words,
      Progress progress) {
    this.tenlines = tenlines;
    this.feature = feature;
    this.column = column;
    this.words = words;
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
    String asked = words == null ? column : column + "\n" + words;
    RunKey key = RunKey.of(feature, asked, in, out);
    Map<String, Long> outcomes = new TreeMap<>();
    Feature declared = tenlines.plan(feature).feature();
    try (RunRows reader = check(RunRows.open(in, column, tenlines.documents()), in, out);
        RunOutput output = RunOutput.open(key.part(), out, reader.columns(), declared);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long resumed = output.rows();
      skip(reader, resumed);
      long rows = resumed;
      while (!stopped) {
        List<Row> chunk = chunk(reader);
        if (chunk.isEmpty()) {
          break;
        }
        for (Asked one : ask(reader, chunk, rows, key.key(), threads)) {
          output.write(one.row(), one.outcome());
          String kind = one.outcome() == null ? "unreadable" : OutcomeJson.kind(one.outcome());
          outcomes.merge(kind, 1L, Long::sum);
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
  private RunRows check(RunRows reader, Path in, Path out) {
    if (reader instanceof RunRows.Rows
        && !reader.columns().isEmpty()
        && !reader.columns().contains(column)) {
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
    if (Files.isDirectory(in)) {
      return Math.max(1, RunRows.files(in).size());
    }
    int rows = 0;
    try (RowReader reader = RowReader.open(in)) {
      while (reader.next() != null) {
        rows++;
      }
    }
    return Math.max(1, rows);
  }

  private static void skip(RunRows reader, long rows) {
    for (long i = 0; i < rows; i++) {
      reader.next();
    }
  }

  private static List<Row> chunk(RunRows reader) {
    List<Row> chunk = new ArrayList<>();
    for (Row row = reader.next(); row != null; row = reader.next()) {
      chunk.add(row);
      if (chunk.size() == reader.chunk()) {
        break;
      }
    }
    return chunk;
  }

  /**
   * A row and what came of it.
   *
   * @param outcome null where it could not be read
   */
  private record Asked(Row row, @Nullable Outcome<?> outcome) {}

  private List<Asked> ask(
      RunRows reader, List<Row> chunk, long first, String key, ExecutorService threads) {
    List<Future<Asked>> asked = new ArrayList<>();
    for (int i = 0; i < chunk.size(); i++) {
      Row row = chunk.get(i);
      String rowKey = "run:" + key + ":" + (first + i);
      asked.add(threads.submit(() -> ask(reader, row, rowKey)));
    }
    List<Asked> answers = new ArrayList<>();
    for (Future<Asked> future : asked) {
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

  private Asked ask(RunRows reader, Row row, String key) {
    if (!(row instanceof Row.Good good)) {
      return new Asked(row, null);
    }
    Request request;
    try {
      request = reader.request(good).withKey(key).withWords(words);
    } catch (TenlinesException e) {
      String name = String.join(" ", good.values().values().stream().map(String::valueOf).toList());
      return new Asked(new Row.Bad(good.line(), e.id() + " " + e.what(), name), null);
    }
    return new Asked(row, tenlines.ask(feature, request));
  }
}
