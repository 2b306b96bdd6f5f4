package dev.tenlines.bench.search;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Scope;
import dev.tenlines.catalog.Values;
import dev.tenlines.linking.Linker;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.Renderer;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Questions to tables of which nobody declared more than their header. An answer without rows is
 * none, as in the first measurement of this set; questions whose right answer is empty do not
 * count.
 */
final class WikiSqlBench {
  private static final String SET = "wikisql";
  private static final List<String> FUNCTIONS = List.of("", "max", "min", "count", "sum", "avg");
  private static final List<String> OPERATORS = List.of("=", ">", "<");
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 1, 15, 12, 0, 0, 0, ZoneOffset.UTC));

  private final Map<String, JsonNode> tables = new HashMap<>();
  private final Connection connection;
  private final List<Judged> judged = new ArrayList<>();
  private int questions;

  private WikiSqlBench(Connection connection) {
    this.connection = connection;
  }

  private record Judged(double score, boolean right) {}

  static List<BenchRow> rows(BenchData data, Bench.Log log) throws IOException, SQLException {
    Map<String, List<JsonNode>> asked = new LinkedHashMap<>();
    for (JsonNode row : JsonRows.asked(data, SET, "table_id", "question", "sel", "conds")) {
      asked.computeIfAbsent(row.get("table_id").asString(), t -> new ArrayList<>()).add(row);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      WikiSqlBench bench = new WikiSqlBench(connection);
      for (JsonNode table : JsonRows.read(data.data().resolve(SET), "header", "rows")) {
        bench.tables.put(table.get("id").asString(), table);
      }
      for (JsonNode table : JsonRows.asked(data, SET, "header", "rows")) {
        bench.tables.put(table.get("id").asString(), table);
      }
      asked.keySet().retainAll(bench.tables.keySet());
      if (log.missing(SET, List.copyOf(asked.keySet()))) {
        return List.of();
      }
      for (Map.Entry<String, List<JsonNode>> one : asked.entrySet()) {
        bench.ask(Objects.requireNonNull(bench.tables.get(one.getKey())), one.getValue());
      }
      return bench.rows();
    }
  }

  private void ask(JsonNode table, List<JsonNode> rows) throws SQLException {
    Catalog catalog = catalog(table);
    fill(table);
    Dictionary dictionary = Dictionary.of(catalog, (entity, field) -> values(table, field));
    Linker linker = new Linker(catalog, dictionary);
    Renderer renderer = new Renderer(catalog, Dialect.SQLITE);
    for (JsonNode row : rows) {
      Cells right = right(table, row);
      if (right.isEmpty()) {
        continue;
      }
      questions++;
      Understood understood = linker.read(row.get("question").asString(), SETTING);
      if (understood instanceof Understood.Read read && read.readings().size() == 1) {
        Reading reading = read.readings().getFirst();
        var statement = renderer.render(reading.plan(), "", 0, Domain.MOST);
        Cells answer = Cells.of(connection, statement.sql(), statement.parameters());
        if (!answer.isEmpty()) {
          judged.add(new Judged(reading.score(), answer.hold(right)));
        }
      }
    }
  }

  private static boolean isNumber(JsonNode table, int column) {
    return !table.get("types_inferred").get(column).asString().equals("text");
  }

  private static Catalog catalog(JsonNode table) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < table.get("header").size(); i++) {
      boolean number = isNumber(table, i);
      fields.add(
          new Field(
              "c" + i,
              "c" + i,
              number ? Field.Type.DECIMAL : Field.Type.TEXT,
              List.of(table.get("header").get(i).asString()),
              List.of(),
              null,
              null,
              List.of(),
              !number));
    }
    Entity entity =
        new Entity("t", "t", List.of(), new Scope.Everyone(), fields, List.of(), null, List.of());
    return new Catalog(List.of(entity), List.of());
  }

  private void fill(JsonNode table) throws SQLException {
    int columns = table.get("header").size();
    List<String> definitions = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      definitions.add("c" + i + (isNumber(table, i) ? " numeric" : " text"));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists t");
      statement.execute("create table t (" + String.join(", ", definitions) + ")");
    }
    String places = String.join(", ", Collections.nCopies(columns, "?"));
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into t values (" + places + ")")) {
      for (JsonNode row : table.get("rows")) {
        for (int i = 0; i < columns; i++) {
          JsonNode cell = row.get(i);
          insert.setObject(i + 1, cell.isNumber() ? (Object) cell.asDouble() : cell.asString());
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.setAutoCommit(true);
  }

  private static Values values(JsonNode table, Field field) {
    int column = Integer.parseInt(field.name().substring(1));
    Set<String> values = new LinkedHashSet<>();
    table.get("rows").forEach(row -> values.add(row.get(column).asString()));
    return new Values(List.copyOf(values), true);
  }

  private Cells right(JsonNode table, JsonNode row) throws SQLException {
    String function = FUNCTIONS.get(row.get("agg").asInt());
    String column = "c" + row.get("sel").asInt();
    List<Object> parameters = new ArrayList<>();
    List<String> where = new ArrayList<>(List.of("1 = 1"));
    for (JsonNode condition : row.get("conds")) {
      int at = condition.get(0).asInt();
      String operator = OPERATORS.get(condition.get(1).asInt());
      Object value = value(condition.get(2));
      if (operator.equals("=") && !isNumber(table, at)) {
        where.add("lower(c" + at + ") = lower(?)");
        parameters.add(value.toString());
      } else {
        where.add(
            (operator.equals("=") ? "c" + at : "cast(c" + at + " as real)")
                + " "
                + operator
                + " ?");
        parameters.add(value);
      }
    }
    return Cells.of(
        connection,
        "select " + function + "(" + column + ") from t where " + String.join(" and ", where),
        parameters);
  }

  private static Object value(JsonNode node) {
    try {
      return new BigDecimal(node.asString().replace(",", "")).doubleValue();
    } catch (NumberFormatException e) {
      return node.asString();
    }
  }

  private List<BenchRow> rows() {
    judged.sort(Comparator.comparingDouble(Judged::score).reversed());
    int right = (int) judged.stream().filter(Judged::right).count();
    return List.of(
        BenchRow.printed(SET, "nothing declared: questions", questions),
        BenchRow.printed(SET, "coverage", Tally.share(judged.size(), questions))
            .beside("first rules, no word left", 0.431),
        BenchRow.printed(SET, "precision of all answered", Tally.share(right, judged.size()))
            .beside("first rules, no word left", 0.876),
        BenchRow.atLeast(SET, "precision at 50 % coverage", precision(0.50), 0.90)
            .beside("first rules at 43 %", 0.876),
        BenchRow.printed(SET, "precision at 65 % coverage", precision(0.65)).aiming(0.96));
  }

  /** Of the surest answers; not reached where fewer are given. */
  private double precision(double coverage) {
    int count = (int) Math.ceil(coverage * questions);
    if (count > judged.size()) {
      return 0;
    }
    return Tally.share(
        (int) judged.subList(0, count).stream().filter(Judged::right).count(), count);
  }
}
