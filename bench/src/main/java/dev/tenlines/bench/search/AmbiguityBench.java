package dev.tenlines.bench.search;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Values;
import dev.tenlines.linking.Linker;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.Renderer;
import dev.tenlines.schema.Drafting;
import dev.tenlines.schema.Schema;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Questions with two right readings. Both count as offered where, of two or three readings, one
 * stands on the tables of the one right statement and another on those of the other; the set has
 * too few rows to compare answers.
 */
final class AmbiguityBench {
  private static final String SET = "ambiqt";
  private static final Pattern TABLE =
      Pattern.compile("(?i)\\b(?:from|join)\\s+[\"`]?([\\w.]+)[\"`]?");
  private static final Pattern COLUMN =
      Pattern.compile("([\\w ]+?) ?\\(((?:[^()\"]|\"[^\"]*\")*)\\)");
  private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"|([^,\\s][^,]*)");
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 1, 15, 12, 0, 0, 0, ZoneOffset.UTC));

  private AmbiguityBench() {}

  static List<BenchRow> rows(BenchData data, Bench.Log log) throws IOException {
    List<JsonNode> asked =
        JsonRows.asked(data, SET, "question", "query1", "query2", "schema_with_content");
    if (log.missing(SET, asked)) {
      return List.of();
    }
    int both = 0;
    int alone = 0;
    for (JsonNode row : asked) {
      Schema schema = schema(row.get("schema_with_content").asString());
      Catalog catalog = Drafting.of(schema).catalog();
      Dictionary dictionary =
          Dictionary.of(catalog, (entity, field) -> seen(schema, entity.table(), field.column()));
      Understood understood =
          new Linker(catalog, dictionary).read(row.get("question").asString(), SETTING);
      if (understood instanceof Understood.Read read) {
        List<Set<String>> offered = read.readings().stream().map(r -> tables(catalog, r)).toList();
        Set<String> one = tables(row.get("query1").asString());
        Set<String> other = tables(row.get("query2").asString());
        boolean offers =
            offered.size() > 1
                && offered.size() <= 3
                && offered.contains(one)
                && offered.contains(other);
        both += offers ? 1 : 0;
        alone += offered.size() == 1 ? 1 : 0;
      }
    }
    return List.of(
        BenchRow.atLeast(
                SET,
                "both readings offered of " + asked.size(),
                Tally.share(both, asked.size()),
                0.70)
            .aiming(0.95),
        BenchRow.printed(SET, "one reading answered silently", Tally.share(alone, asked.size())));
  }

  private static Set<String> tables(Catalog catalog, Reading reading) {
    return tables(new Renderer(catalog, Dialect.SQLITE).render(reading.plan(), "", 0, 10).sql());
  }

  private static Set<String> tables(String sql) {
    Set<String> tables = new HashSet<>();
    Matcher table = TABLE.matcher(sql);
    while (table.find()) {
      tables.add(table.group(1).toLowerCase(Locale.ROOT));
    }
    return tables;
  }

  private static Values seen(Schema schema, String table, String column) {
    for (Schema.Table one : schema.tables()) {
      Schema.Column found = one.name().equals(table) ? one.column(column) : null;
      if (found != null) {
        return new Values(found.seen().values(), false);
      }
    }
    return Values.NONE;
  }

  /** {@code table : column ("a", "b"), other (1, 2) | table : …} */
  private static Schema schema(String text) {
    List<Schema.Table> tables = new ArrayList<>();
    for (String table : text.split(" \\| ")) {
      int colon = table.indexOf(" : ");
      List<Schema.Column> columns = new ArrayList<>();
      Matcher column = COLUMN.matcher(table.substring(colon + 3));
      while (column.find()) {
        columns.add(column(column.group(1).strip(), column.group(2)));
      }
      tables.add(
          new Schema.Table(table.substring(0, colon).strip(), "", columns, List.of(), List.of()));
    }
    return new Schema(tables);
  }

  private static Schema.Column column(String name, String cells) {
    List<String> values = new ArrayList<>();
    boolean number = true;
    Matcher cell = CELL.matcher(cells);
    while (cell.find()) {
      String value = cell.group(1) == null ? cell.group(2) : cell.group(1);
      number &= value.strip().matches("-?[0-9.]+");
      values.add(value.strip());
    }
    return new Schema.Column(
        name,
        number && !values.isEmpty() ? Types.DECIMAL : Types.VARCHAR,
        "",
        0,
        "",
        List.of(),
        new Values(values, false),
        false);
  }
}
