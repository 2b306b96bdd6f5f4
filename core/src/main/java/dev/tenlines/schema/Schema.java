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
   */
  public record Table(
      String name,
      String remarks,
      List<Column> columns,
      List<String> key,
      List<Reference> references) {
    public Table {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
      references = List.copyOf(references);
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
   */
  public record Column(
      String name,
      int sqlType,
      String typeName,
      int size,
      String remarks,
      List<String> allowed,
      Values seen,
      boolean repeated) {
    public Column {
      allowed = List.copyOf(allowed);
    }

    /** The same column with what somebody wrote about it elsewhere. */
    public Column withRemarks(String other) {
      return new Column(name, sqlType, typeName, size, other, allowed, seen, repeated);
    }

    Column withAllowed(List<String> other) {
      return new Column(name, sqlType, typeName, size, remarks, other, seen, repeated);
    }

    Column withSeen(Values other, boolean again) {
      return new Column(name, sqlType, typeName, size, remarks, allowed, other, again);
    }
  }

  /**
   * Columns that name a row of another table.
   *
   * @param guessed whether no foreign key says so
   */
  public record Reference(
      List<String> columns, String table, List<String> toColumns, boolean guessed) {
    public Reference {
      columns = List.copyOf(columns);
      toColumns = List.copyOf(toColumns);
    }

    /** What a foreign key says. */
    public Reference(List<String> columns, String table, List<String> toColumns) {
      this(columns, table, toColumns, false);
    }
  }
}
