package dev.tenlines.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts RFC 4180 text into records, and goes on after a broken one: a quote that is never closed
 * costs the line it stands on, not the rest of the file (docs/decisions/0005).
 */
final class CsvRecords {
  /** A quoted field longer than this is taken for a quote that was never closed. */
  private static final int LONGEST_RECORD = 1_000_000;

  private final Reader reader;
  private final char delimiter;
  private String again = "";
  private int at;
  private long line = 1;

  CsvRecords(Reader reader, char delimiter) {
    this.reader = reader;
    this.delimiter = delimiter;
  }

  /**
   * A record.
   *
   * @param error why it is broken, or null
   */
  record Csv(long line, List<String> cells, String raw, @Nullable String error) {}

  /** The next record that is not an empty line, or null at the end. */
  @Nullable Csv next() throws IOException {
    while (true) {
      Csv csv = parse();
      if (csv == null || csv.error() != null || csv.cells().size() > 1 || !csv.raw().isBlank()) {
        return csv;
      }
    }
  }

  private @Nullable Csv parse() throws IOException {
    long start = line;
    StringBuilder raw = new StringBuilder();
    StringBuilder cell = new StringBuilder();
    List<String> cells = new ArrayList<>();
    boolean quoted = false;
    boolean closed = false;
    String error = null;
    int c = read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0; c = read()) {
      if (!quoted && c == '\n') {
        break;
      }
      raw.append((char) c);
      if (quoted) {
        if (raw.length() > LONGEST_RECORD) {
          return unclosed(start, raw);
        }
        if (c != '"') {
          cell.append((char) c);
        } else if (peek() == '"') {
          raw.append((char) read());
          cell.append('"');
        } else {
          quoted = false;
          closed = true;
        }
      } else if (c == delimiter) {
        cells.add(cell.toString());
        cell.setLength(0);
        closed = false;
      } else if (c == '"' && cell.isEmpty() && !closed) {
        quoted = true;
      } else if (c != '\r' || peek() != '\n' && peek() >= 0) {
        if (closed && raw.indexOf("\n") >= 0) {
          // The quote that "closed" it opens a field of a later line.
          return unclosed(start, raw);
        }
        error = closed ? "characters after a closing quote" : error;
        cell.append((char) c);
      }
    }
    if (quoted) {
      return unclosed(start, raw);
    }
    cells.add(cell.toString());
    return new Csv(start, cells, raw.toString(), error);
  }

  /** Gives up the first line only and reads the others again. */
  private Csv unclosed(long start, StringBuilder raw) {
    int end = raw.indexOf("\n");
    String first = (end < 0 ? raw.toString() : raw.substring(0, end)).stripTrailing();
    String rest = end < 0 ? "" : raw.substring(end + 1);
    again = rest + again.substring(at);
    at = 0;
    line = start + 1;
    return new Csv(start, List.of(), first, "a quote that is never closed");
  }

  private int read() throws IOException {
    int c;
    if (at < again.length()) {
      c = again.charAt(at++);
    } else {
      c = reader.read();
    }
    line += c == '\n' ? 1 : 0;
    return c;
  }

  private int peek() throws IOException {
    if (at < again.length()) {
      return again.charAt(at);
    }
    reader.mark(1);
    int c = reader.read();
    reader.reset();
    return c;
  }
}
