package dev.tenlines.server;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.OutcomeJson;
import dev.tenlines.TenlinesException;
import dev.tenlines.rows.CsvText;
import dev.tenlines.rows.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The file a run writes: whole rows only, on disk at every {@link #flush()}. */
final class RunOutput implements AutoCloseable {
  private static final List<String> ADDED =
      List.of("outcome", "value", "probability", "rung", "review", "charge", "reason");

  private final FileChannel channel;
  private final boolean jsonl;
  private final List<String> columns;
  private final Feature feature;
  private final List<String> parts;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final long rows;

  private RunOutput(
      FileChannel channel, boolean jsonl, List<String> columns, Feature feature, long rows) {
    this.channel = channel;
    this.jsonl = jsonl;
    this.columns = columns;
    this.feature = feature;
    this.parts = List.copyOf(feature.kind().task().cells(feature, null).keySet());
    this.rows = rows;
  }

  /** Opens the unfinished file, cut back to its last whole row, or a new one with its header. */
  static RunOutput open(Path part, Path target, List<String> columns, Feature feature)
      throws IOException {
    boolean jsonl =
        columns.isEmpty() || target.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
    FileChannel channel =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    long records = cutToWholeRows(channel, jsonl);
    RunOutput output =
        new RunOutput(channel, jsonl, columns, feature, Math.max(0, jsonl ? records : records - 1));
    if (!jsonl && records == 0) {
      output.add(CsvText.line(output.header(), ','));
      output.flush();
    }
    return output;
  }

  /** The rows that were there when it was opened. */
  long rows() {
    return rows;
  }

  /**
   * Adds a row.
   *
   * @param outcome null for a row that could not be read
   */
  void write(Row row, @Nullable Outcome<?> outcome) throws IOException {
    if (jsonl) {
      add(JsonMapper.shared().writeValueAsString(object(row, outcome)) + "\n");
    } else {
      add(CsvText.line(cells(row, outcome), ','));
    }
  }

  /** Brings everything added to the disk. */
  void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
    waiting.reset();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  static TenlinesException unwritable(Path file, IOException e) {
    return new TenlinesException(
        "TL-309",
        "The file (" + file + ") cannot be written: " + e.getMessage() + ".",
        "Maybe the disk is full; the same call goes on from here.");
  }

  private void add(String text) throws IOException {
    waiting.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(columns);
    parts.forEach(name -> header.add(columns.contains(name) ? "tenlines_" + name : name));
    for (String name : ADDED) {
      boolean taken = columns.contains(name) || parts.contains(name);
      header.add(taken ? "tenlines_" + name : name);
    }
    return header;
  }

  private List<String> cells(Row row, @Nullable Outcome<?> outcome) {
    List<String> cells = new ArrayList<>();
    switch (row) {
      case Row.Good good -> columns.forEach(column -> cells.add(good.text(column)));
      case Row.Bad bad -> {
        cells.add(bad.raw());
        columns.stream().skip(1).forEach(column -> cells.add(""));
      }
    }
    Object value = outcome instanceof Answered<?> answered ? answered.value() : null;
    // What stands in the file stays as it is; what was read out of a document is a stranger's.
    feature
        .kind()
        .task()
        .cells(feature, value)
        .values()
        .forEach(cell -> cells.add(CsvText.harmless(cell)));
    Map<String, String> added = added(row, outcome);
    ADDED.forEach(name -> cells.add(added.getOrDefault(name, "")));
    return cells;
  }

  private Map<String, String> added(Row row, @Nullable Outcome<?> outcome) {
    Map<String, String> added = new LinkedHashMap<>();
    if (outcome == null) {
      added.put("outcome", "unreadable");
      added.put("reason", row instanceof Row.Bad bad ? bad.reason() : "");
      return added;
    }
    added.put("outcome", OutcomeJson.kind(outcome));
    added.put("charge", outcome.trace().charge().amount());
    switch (outcome) {
      case Answered<?> answered -> {
        added.put("value", CsvText.harmless(feature.kind().task().words(answered.value())));
        added.put("rung", answered.rung());
        Double probability = answered.probability();
        added.put(
            "probability",
            probability == null ? "" : String.format(Locale.ROOT, "%.4f", probability));
      }
      case Deferred<?> deferred -> added.put("review", deferred.review());
      case Declined<?> declined -> added.put("reason", declined.reason().name());
    }
    return added;
  }

  private static Map<String, @Nullable Object> object(Row row, @Nullable Outcome<?> outcome) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    switch (row) {
      case Row.Good good -> object.put("row", good.values());
      case Row.Bad bad -> object.put("row", bad.raw());
    }
    if (outcome == null) {
      object.put("outcome", "unreadable");
      object.put("reason", row instanceof Row.Bad bad ? bad.reason() : "");
    } else {
      object.putAll(OutcomeJson.fields(outcome));
    }
    return object;
  }

  /** Cuts off a last row that was not written whole, and counts the others. */
  private static long cutToWholeRows(FileChannel channel, boolean jsonl) throws IOException {
    long records = 0;
    long whole = 0;
    boolean quoted = false;
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long position = 0;
    while (channel.read(buffer.clear(), position) > 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        byte b = buffer.get();
        position++;
        quoted ^= !jsonl && b == '"';
        if (b == '\n' && !quoted) {
          records++;
          whole = position;
        }
      }
    }
    channel.truncate(whole);
    channel.position(whole);
    return records;
  }
}
