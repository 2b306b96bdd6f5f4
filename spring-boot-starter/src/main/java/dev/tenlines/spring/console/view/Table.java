package dev.tenlines.spring.console.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The console's one table.
 *
 * @param caption what it lists; every table has one
 * @param captioned whether the caption is shown, or only read out because a heading says the same
 * @param empty what is said when there are no rows
 */
public record Table(
    String caption, boolean captioned, List<Column> columns, List<List<Cell>> rows, String empty) {

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** A column; figures stand on the right. */
  public record Column(String name, boolean figures) {}

  /** Starts a table whose columns read as given; a name that ends in {@code #} holds figures. */
  public static Rows of(String caption, String... columns) {
    return new Rows(caption, columns);
  }

  /** A table that grows row by row. */
  public static final class Rows {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private boolean captioned;
    private String empty = "Nothing yet.";

    private Rows(String caption, String... names) {
      this.caption = caption;
      for (String name : names) {
        boolean figures = name.endsWith("#");
        columns.add(new Column(figures ? name.substring(0, name.length() - 1) : name, figures));
      }
    }

    public Rows row(Cell... cells) {
      rows.add(List.of(cells));
      return this;
    }

    public Rows captioned() {
      captioned = true;
      return this;
    }

    public Rows otherwise(String words) {
      empty = words;
      return this;
    }

    public Table table() {
      return new Table(caption, captioned, columns, rows, empty);
    }
  }
}
