package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Scope;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.Stored;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the database really keeps each declared column; it also shows that all of them are there. */
final class Storage implements Stored.Lookup {
  private static final int SAMPLED = 1000;

  /** Seconds since 1970 get this large in the year 5138, milliseconds did in 1973. */
  private static final long MILLIS_FROM = 100_000_000_000L;

  private final Map<String, Map<String, Stored>> tables;
  private final Stored.Lookup usual;

  private Storage(Map<String, Map<String, Stored>> tables, Stored.Lookup usual) {
    this.tables = tables;
    this.usual = usual;
  }

  @Override
  public Stored of(String table, String column, Field.Type type) {
    Stored stored = tables.getOrDefault(table, Map.of()).get(column);
    return stored == null ? usual.of(table, column, type) : stored;
  }

  /** Looks every declared table up. */
  static Storage of(Connection connection, Catalog catalog, Dialect dialect) throws SQLException {
    Map<String, Map<String, Stored>> tables = new HashMap<>();
    List<Finding> absent = new ArrayList<>();
    for (Map.Entry<String, Map<String, Field.Type>> table : columns(catalog).entrySet()) {
      Look look = new Look(connection, dialect, table.getKey());
      Map<String, Stored> stored = look.stored(table.getValue(), absent);
      tables.put(table.getKey(), stored);
    }
    TenlinesException.refuse(absent);
    return new Storage(tables, Stored.usual(dialect));
  }

  /** The declared columns of each table with their types: fields, scopes and relations. */
  private static Map<String, Map<String, Field.Type>> columns(Catalog catalog) {
    Map<String, Map<String, Field.Type>> tables = new LinkedHashMap<>();
    for (Entity entity : catalog.entities()) {
      Map<String, Field.Type> columns =
          tables.computeIfAbsent(entity.table(), t -> new LinkedHashMap<>());
      entity.fields().forEach(field -> columns.put(field.column(), field.type()));
      if (entity.scope() instanceof Scope.Tenant(String column)) {
        columns.putIfAbsent(column, Field.Type.KEY);
      }
      Set<String> related = new HashSet<>();
      catalog.steps(entity.name()).forEach(step -> related.addAll(step.columns()));
      related.forEach(column -> columns.putIfAbsent(column, Field.Type.KEY));
    }
    return tables;
  }

  /** One table. */
  private record Look(Connection connection, Dialect dialect, String table) {

    Map<String, Stored> stored(Map<String, Field.Type> columns, List<Finding> absent)
        throws SQLException {
      Map<String, Stored> stored = new HashMap<>();
      for (Map.Entry<String, Type> there : there(columns.keySet(), absent).entrySet()) {
        String column = there.getKey();
        Field.Type declared = columns.getOrDefault(column, Field.Type.KEY);
        stored.put(column, stored(column, declared, there.getValue()));
      }
      return stored;
    }

    /** What the database says of a column. */
    private record Type(int type, String name) {}

    /** The columns that can be read; for others, which they are and why. */
    private Map<String, Type> there(Set<String> columns, List<Finding> absent) throws SQLException {
      try {
        return types(columns);
      } catch (SQLException e) {
        connection.rollback();
        int before = absent.size();
        for (String column : columns) {
          try {
            types(Set.of(column));
          } catch (SQLException single) {
            connection.rollback();
            absent.add(absent(column, single));
          }
        }
        if (absent.size() == before) {
          throw e;
        }
        return Map.of();
      }
    }

    private Finding absent(String column, SQLException e) {
      String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
      return Finding.error(
          "TL-404",
          "A declared column (" + table + ", " + column + ") cannot be read: " + why + ".",
          "Maybe it was renamed, or the role for questions may not SELECT it.");
    }

    /** Named with its table: else SQLite takes a name that is not there for a text. */
    private Map<String, Type> types(Set<String> columns) throws SQLException {
      List<String> names = List.copyOf(columns);
      String listed =
          names.stream().map(name -> "t." + dialect.quote(name)).collect(Collectors.joining(", "));
      String sql = "SELECT " + listed + " FROM " + dialect.table(table) + " t WHERE 1 = 0";
      Map<String, Type> types = new HashMap<>();
      try (var statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        ResultSetMetaData meta = result.getMetaData();
        for (int i = 0; i < names.size(); i++) {
          String name = meta.getColumnTypeName(i + 1).toLowerCase(Locale.ROOT);
          types.put(names.get(i), new Type(meta.getColumnType(i + 1), name));
        }
      }
      return types;
    }

    private Stored stored(String column, Field.Type declared, Type type) throws SQLException {
      if (dialect == Dialect.SQLITE) {
        return sampled(column, declared);
      }
      return switch (type.type()) {
        case Types.CHAR,
            Types.VARCHAR,
            Types.LONGVARCHAR,
            Types.NCHAR,
            Types.NVARCHAR,
            Types.LONGNVARCHAR,
            Types.CLOB,
            Types.NCLOB ->
            dialect == Dialect.POSTGRESQL
                    && !Set.of("text", "varchar", "bpchar").contains(type.name())
                ? Stored.OTHER
                : Stored.TEXT;
        case Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.NUMERIC,
            Types.DECIMAL,
            Types.REAL,
            Types.FLOAT,
            Types.DOUBLE ->
            Stored.NUMBER;
        case Types.BIT, Types.BOOLEAN -> Stored.TRUTH;
        case Types.DATE -> Stored.DATE;
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Stored.MOMENT;
        default -> Stored.OTHER;
      };
    }

    /** SQLite keeps with every value what it is: some are looked at. */
    private Stored sampled(String column, Field.Type declared) throws SQLException {
      String name = dialect.quote(column);
      String sql =
          "SELECT DISTINCT typeof(s.c), typeof(s.c) = 'integer' AND abs(s.c) >= "
              + MILLIS_FROM
              + " FROM (SELECT t."
              + name
              + " AS c FROM "
              + dialect.table(table)
              + " t LIMIT "
              + SAMPLED
              + ") s WHERE s.c IS NOT NULL";
      Set<String> types = new HashSet<>();
      boolean millis = false;
      try (var statement = connection.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          types.add(result.getString(1));
          millis |= result.getInt(2) == 1;
        }
      }
      boolean numbers = !types.isEmpty() && Set.of("integer", "real").containsAll(types);
      return switch (declared) {
        case DATE, MOMENT ->
            !types.equals(Set.of("integer"))
                ? Stored.TEXT
                : millis ? Stored.MILLIS : Stored.SECONDS;
        case INTEGER, DECIMAL, MONEY, TRUTH ->
            types.isEmpty() || numbers ? Stored.NUMBER : Stored.TEXT;
        case TEXT, KEY ->
            numbers
                ? Stored.NUMBER
                : types.isEmpty() || types.equals(Set.of("text")) ? Stored.TEXT : Stored.OTHER;
      };
    }
  }
}
