package dev.tenlines.rows;

import java.util.List;
import java.util.regex.Pattern;

/** Writes RFC 4180 records. */
public final class CsvText {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

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

  /**
   * A cell that a spreadsheet does not compute: what begins like a formula gets an apostrophe, by
   * which spreadsheets know text. Numbers stay.
   */
  public static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String cell(String text, char delimiter) {
    boolean plain =
        text.chars().noneMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
