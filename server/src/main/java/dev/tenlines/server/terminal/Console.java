package dev.tenlines.server.terminal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** What a command prints to. */
public record Console(PrintWriter out, PrintWriter err) {

  public static Console of(CommandSpec spec) {
    return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  public void line(String text) {
    out.println(text);
  }

  public void json(Object value) {
    out.println(JsonMapper.shared().writeValueAsString(value));
  }

  /** A table whose columns are as wide as their widest cell; numbers go right. */
  public void table(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = head.get(c).length();
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    line(joined(head, widths));
    rows.forEach(row -> line(joined(row, widths)));
  }

  /** Names and values under each other. */
  public void list(Map<String, String> values) {
    int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
    values.forEach((name, value) -> line("  " + padded(name, width, false) + "  " + value));
  }

  private static String joined(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(" ");
    for (int c = 0; c < widths.length; c++) {
      String cell = cells.get(c);
      boolean number = cell.matches("[-+0-9.,]+( [%a-zA-Z]+)?|-");
      line.append(' ').append(padded(cell, widths[c], number)).append(' ');
    }
    return line.toString().stripTrailing();
  }

  private static String padded(String text, int width, boolean right) {
    String space = " ".repeat(Math.max(0, width - text.length()));
    return right ? space + text : text + space;
  }
}
