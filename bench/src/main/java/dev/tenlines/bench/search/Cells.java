package dev.tenlines.bench.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an answer, each cell written one way so that answers can be compared: numbers to four
 * places, texts without case, midnight as a day.
 */
record Cells(int columns, List<List<String>> rows) {

  static Cells of(int columns, List<? extends List<? extends @Nullable Object>> rows) {
    return new Cells(columns, rows.stream().map(Cells::row).toList());
  }

  private static List<String> row(List<? extends @Nullable Object> row) {
    List<String> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell(cell)));
    return cells;
  }

  /** What a statement of somebody else's says. */
  static Cells of(Connection connection, String sql, List<Object> parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(cell(result.getObject(i)));
          }
          rows.add(row);
        }
        return new Cells(columns, rows);
      }
    }
  }

  static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Timestamp moment -> moment(moment.toLocalDateTime());
      case LocalDateTime moment -> moment(moment);
      case OffsetDateTime moment -> moment(moment.toLocalDateTime());
      case java.sql.Date day -> day.toLocalDate().toString();
      case LocalDate day -> day.toString();
      default -> text(value.toString());
    };
  }

  private static String moment(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  private static String text(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.length() > 30 || !plain.matches("[-+0-9.,e]+")) {
      return plain;
    }
    try {
      BigDecimal number = new BigDecimal(plain.replace(",", ""));
      return number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return plain;
    }
  }

  boolean isEmpty() {
    return rows.stream().allMatch(row -> row.stream().allMatch(String::isEmpty));
  }

  /**
   * Whether each column of the right answer is among ours, row for row; the same row counts once.
   */
  boolean hold(Cells right) {
    return right.columns <= columns && hold(right, new ArrayList<>());
  }

  private boolean hold(Cells right, List<Integer> chosen) {
    if (chosen.size() == right.columns) {
      return rows(chosen).equals(new HashSet<>(right.rows));
    }
    Set<String> wanted = column(right.rows, chosen.size());
    for (int i = 0; i < columns; i++) {
      if (!chosen.contains(i) && column(rows, i).equals(wanted)) {
        chosen.add(i);
        if (hold(right, chosen)) {
          return true;
        }
        chosen.removeLast();
      }
    }
    return false;
  }

  private static Set<String> column(List<List<String>> rows, int column) {
    Set<String> cells = new HashSet<>();
    rows.forEach(row -> cells.add(row.get(column)));
    return cells;
  }

  private Set<List<String>> rows(List<Integer> chosen) {
    Set<List<String>> out = new HashSet<>();
    rows.forEach(row -> out.add(chosen.stream().map(row::get).toList()));
    return out;
  }

  /** The same without a column, unless it is the only one. */
  Cells without(int column) {
    if (columns == 1) {
      return this;
    }
    return new Cells(
        columns - 1,
        rows.stream()
            .map(row -> {
              List<String> left = new ArrayList<>(row);
              left.remove(column);
              return List.copyOf(left);
            })
            .toList());
  }
}
