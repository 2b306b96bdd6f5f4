package dev.tenlines.bench;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Draws the rows of a table that have a bar to reach, as shares of it. */
final class BarPlot {
  private static final int LINE = 22;
  private static final int NAMES = 430;
  private static final int UNIT = 160;

  private BarPlot() {}

  /** An SVG picture. */
  static String of(JsonNode table) {
    List<JsonNode> rows =
        table.get("rows").valueStream().filter(row -> !row.get("atLeast").isNull()).toList();
    StringBuilder svg = new StringBuilder();
    int height = LINE * rows.size() + 30;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12" role="img">
        <rect width="100%%" height="100%%" fill="#fff"/>
        """
            .formatted(NAMES + 2 * UNIT + 80, height));
    for (int i = 0; i < rows.size(); i++) {
      svg.append(bar(rows.get(i), 10 + i * LINE));
    }
    svg.append(
        "<line x1=\"%d\" x2=\"%d\" y1=\"4\" y2=\"%d\" stroke=\"#222\"/>\n</svg>\n"
            .formatted(NAMES + UNIT, NAMES + UNIT, height - 16));
    return svg.toString();
  }

  private static String bar(JsonNode row, int y) {
    double share = share(row);
    int length = (int) Math.round(UNIT * Math.min(2, Math.max(0.01, share)));
    String name = row.get("set").asString() + ": " + row.get("metric").asString();
    return """
    <text x="%d" y="%d" text-anchor="end">%s</text>
    <rect x="%d" y="%d" width="%d" height="14" fill="%s"/>
    <text x="%d" y="%d">%s</text>
    """
        .formatted(
            NAMES - 8,
            y + 12,
            escaped(name.length() > 66 ? name.substring(0, 65) + "…" : name),
            NAMES,
            y + 1,
            length,
            share >= 1 ? "#2a7f62" : "#b5541c",
            NAMES + length + 6,
            y + 12,
            BenchPage.number(row.get("value").asDouble()));
  }

  /** How much of its bar a row reaches: 1 is at the bar, more is better. */
  private static double share(JsonNode row) {
    double value = row.get("value").asDouble();
    double bar = row.get("atLeast").asDouble();
    if (row.get("lowerIsBetter").asBoolean()) {
      return value <= 0 ? 2 : bar / value;
    }
    return bar == 0 ? 2 : value / bar;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
