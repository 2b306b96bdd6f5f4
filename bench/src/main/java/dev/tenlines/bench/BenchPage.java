package dev.tenlines.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes one page of what was measured, with a plot of each table against its bars. */
final class BenchPage {
  private final Path directory;

  BenchPage(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes {@code README.md} and a plot for each {@code NAME.json} that a benchmark printed.
   *
   * @return the page
   */
  Path write() throws IOException {
    List<JsonNode> tables = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        tables.add(JsonMapper.shared().readTree(file));
      }
    }
    StringBuilder page = new StringBuilder(head(tables));
    for (JsonNode table : tables) {
      String name = table.get("bench").asString();
      Files.writeString(directory.resolve(name + ".svg"), BarPlot.of(table));
      page.append(table(name, table));
    }
    Path file = directory.resolve("README.md");
    Files.writeString(file, page.toString());
    return file;
  }

  private static String head(List<JsonNode> tables) {
    long asked = rows(tables).filter(row -> !row.get("atLeast").isNull()).count();
    long missed = rows(tables).filter(BenchPage::isShort).count();
    return """
    # Benchmarks

    Written by `bench/run all` from what each benchmark printed; every table has the command that prints it again. *At least* is what
    the figure has to reach, *aim* what we would like, *others* what others measured. %d figures have such a bar, %d fall short of it and
    say so. In the plots a bar that reaches the line is at its bar; the longer, the better.

    """
        .formatted(asked, missed);
  }

  private static Stream<JsonNode> rows(List<JsonNode> tables) {
    return tables.stream().flatMap(table -> table.get("rows").valueStream());
  }

  private static String table(String name, JsonNode table) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(name).append("\n\n`bench/run ").append(name).append("`: ");
    out.append(number(table.get("seconds").asDouble()))
        .append(" s on ")
        .append(table.get("machine").asString())
        .append(".\n\n![")
        .append(name)
        .append("](")
        .append(name)
        .append(".svg)\n\n| set | what | measured | at least | aim | | others |\n");
    out.append("|---|---|---|---|---|---|---|\n");
    table.get("rows").valueStream().forEach(row -> out.append(line(row)));
    table
        .get("skipped")
        .valueStream()
        .forEach(set -> out.append("\nSkipped: ").append(set.asString()).append(".\n"));
    return out.append('\n').toString();
  }

  private static String line(JsonNode row) {
    String bound = row.get("lowerIsBetter").asBoolean() ? "≤ " : "";
    List<String> others = new ArrayList<>();
    row.get("anchors")
        .properties()
        .forEach(other -> others.add(other.getKey() + " " + number(other.getValue().asDouble())));
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            row.get("set").asString(),
            row.get("metric").asString().replace("|", "\\|"),
            number(row.get("value").asDouble()),
            row.get("atLeast").isNull() ? "" : bound + number(row.get("atLeast").asDouble()),
            row.get("aim").isNull() ? "" : number(row.get("aim").asDouble()),
            row.get("atLeast").isNull() ? "" : isShort(row) ? "**short**" : "ok",
            String.join(", ", others));
  }

  private static boolean isShort(JsonNode row) {
    if (row.get("atLeast").isNull()) {
      return false;
    }
    double value = row.get("value").asDouble();
    double bar = row.get("atLeast").asDouble();
    return row.get("lowerIsBetter").asBoolean() ? value > bar : value < bar;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.3f", value);
  }
}
