package dev.tenlines.bench.search;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Values;
import dev.tenlines.linking.Linker;
import dev.tenlines.linking.Understood;
import dev.tenlines.schema.Drafting;
import dev.tenlines.schema.Schema;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Questions that the tables cannot answer: how many get an answer anyway. */
final class TriageBench {
  private static final String SET = "triagesql";
  private static final List<String> UNANSWERABLE =
      List.of("lack data", "small talk", "unanswerable by sql");
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 1, 15, 12, 0, 0, 0, ZoneOffset.UTC));

  private TriageBench() {}

  static List<BenchRow> rows(BenchData data, Bench.Log log) throws IOException {
    List<JsonNode> asked = JsonRows.asked(data, SET, "question", "tables", "type");
    if (log.missing(SET, asked)) {
      return List.of();
    }
    Map<String, Tally> kinds = new TreeMap<>();
    Tally none = new Tally();
    for (JsonNode row : asked) {
      Tally.Fate fate = fate(row);
      String type = row.get("type").asString();
      kinds.computeIfAbsent(type, t -> new Tally()).add(fate);
      if (UNANSWERABLE.contains(type)) {
        none.add(fate);
      }
    }
    List<BenchRow> rows = new ArrayList<>();
    rows.add(
        new BenchRow(
                SET,
                "unanswerable questions answered of " + none.all(),
                none.answered(),
                0.05,
                0.01,
                true,
                Map.of())
            .beside("RoBERTa, F1 of all five kinds", 0.66));
    kinds.forEach(
        (kind, tally) -> rows.add(BenchRow.printed(SET, kind + ": answered", tally.answered())));
    return rows;
  }

  /** Nobody knows here what is right: an answer is an answer. */
  private static Tally.Fate fate(JsonNode row) {
    Catalog catalog = Drafting.of(schema(row.get("tables"))).catalog();
    Understood understood =
        new Linker(catalog, Dictionary.declared(catalog))
            .read(row.get("question").asString(), SETTING);
    return switch (understood) {
      case Understood.Refused refused -> Tally.Fate.REFUSED;
      case Understood.Read read when read.readings().size() > 1 -> Tally.Fate.ASKED;
      case Understood.Read read -> Tally.Fate.WRONG;
    };
  }

  private static Schema schema(JsonNode tables) {
    List<Schema.Table> all = new ArrayList<>();
    tables
        .properties()
        .forEach(table -> {
          List<Schema.Column> columns = new ArrayList<>();
          table
              .getValue()
              .forEach(column ->
                  columns.add(
                      new Schema.Column(
                          column.asString(),
                          type(column.asString()),
                          "",
                          0,
                          "",
                          List.of(),
                          Values.NONE,
                          false)));
          all.add(new Schema.Table(table.getKey(), "", columns, List.of(), List.of()));
        });
    return new Schema(all);
  }

  /** The set tells no types. */
  private static int type(String column) {
    if (column.matches(".*\\b(date|day)\\b.*")) {
      return Types.DATE;
    }
    return column.matches(
            ".*\\b(year|number|no|count|age|points|pts|score|rank|total|population|area|price|amount|attendance|goals|wins|losses)\\b.*")
        ? Types.INTEGER
        : Types.VARCHAR;
  }
}
