package dev.tenlines.schema;

import dev.tenlines.catalog.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables and views of a database.
 *
 * @param checked whether references that are not declared were looked for in the rows
 */
public record Schema(List<Table> tables, boolean checked) {
  public Schema {
    tables = List.copyOf(tables);
  }

  /** Tables of whose rows nothing is known. */
  public Schema(List<Table> tables) {
    this(tables, false);
  }

  /**
   * A table or view.
   *
   * @param name as the database spells it, with its schema before a point where it needs one
   * @param remarks what the database says about it, or empty
   * @param key the columns of its primary key
   * @param called what its application calls a row, {@code PurchaseOrder}, or empty
   */
  public record Table(
      String name,
      String remarks,
      List<Column> columns,
      List<String> key,
      List<Reference> references,
      String called) {
    public Table {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
      references = List.copyOf(references);
    }

    /** A table of which only the database tells. */
    public Table(
        String name,
        String remarks,
        List<Column> columns,
        List<String> key,
        List<Reference> references) {
      this(name, remarks, columns, key, references, "");
    }

    /** The name without its schema. */
    public String ownName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A column by its name, whatever its case, or null. */
    public @Nullable Column column(String wanted) {
      return columns.stream()
          .filter(c -> c.name().equalsIgnoreCase(wanted))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * A column.
   *
   * @param sqlType one of {@link java.sql.Types}
   * @param typeName as the database spells it
   * @param size its letters or digits, or 0
   * @param allowed the values that the database allows, where it says so
   * @param seen the distinct values of its first rows
   * @param repeated whether a few values stand in many of these
   * @param called what its application calls it, {@code placedAt}, or empty
   */
  public record Column(
      String name,
      int sqlType,
      String typeName,
      int size,
      String remarks,
      List<String> allowed,
      Values seen,
      boolean repeated,
      String called) {
    public Column {
      allowed = List.copyOf(allowed);
    }

    /** A column of which only the database tells. */
    public Column(
        String name,
        int sqlType,
        String typeName,
        int size,
        String remarks,
        List<String> allowed,
        Values seen,
        boolean repeated) {
      this(name, sqlType, typeName, size, remarks, allowed, seen, repeated, "");
    }

    /** The same column with what somebody wrote about it elsewhere. */
    public Column withRemarks(String other) {
      return new Column(name, sqlType, typeName, size, other, allowed, seen, repeated, called);
    }

    /** The same column with what its application calls it. */
    public Column withCalled(String other) {
      return new Column(name, sqlType, typeName, size, remarks, allowed, seen, repeated, other);
    }

    /** The same column with the only values that it may have. */
    public Column withAllowed(List<String> other) {
      return new Column(name, sqlType, typeName, size, remarks, other, seen, repeated, called);
    }

    /** Its name, and what its application calls it where that is told. */
    List<String> names() {
      return called.isEmpty() ? List.of(name) : List.of(name, called);
    }

    Column withSeen(Values other, boolean again) {
      return new Column(name, sqlType, typeName, size, remarks, allowed, other, again, called);
    }
  }

  /**
   * Columns that name a row of another table.
   *
   * @param guessed whether no foreign key says so
   * @param called what its application calls the named row, {@code buyer}, or empty
   * @param back what its application calls the naming rows, {@code purchases}, or empty
   */
  public record Reference(
      List<String> columns,
      String table,
      List<String> toColumns,
      boolean guessed,
      String called,
      String back) {
    public Reference {
      columns = List.copyOf(columns);
      toColumns = List.copyOf(toColumns);
    }

    /** Columns of which only the database tells. */
    public Reference(List<String> columns, String table, List<String> toColumns, boolean guessed) {
      this(columns, table, toColumns, guessed, "", "");
    }

    /** What a foreign key says. */
    public Reference(List<String> columns, String table, List<String> toColumns) {
      this(columns, table, toColumns, false);
    }
  }
}
