package dev.tenlines.rows;

import java.util.List;

/** Writes RFC 4180 records. */
public final class CsvText {
  private CsvText() {}

  /** One record with its line end. */
  public static String line(List<String> cells, char delimiter) {
    StringBuilder out = new StringBuilder();
    if (cells.size() == 1 && cells.getFirst().isBlank()) {
      // Readers take a blank line for none, so the one cell is quoted.
      return "\"" + cells.getFirst() + "\"\r\n";
    }
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : String.valueOf(delimiter)).append(cell(cells.get(i), delimiter));
    }
    return out.append("\r\n").toString();
  }

  private static String cell(String text, char delimiter) {
    boolean plain =
        text.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
