package dev.tenlines.querying;

import dev.tenlines.rendering.Column;
import dev.tenlines.rendering.Dialect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of rows in the few types that answers have, whichever driver brings them. */
final class Cells {
  /** What a double surely holds: a mean that SQLite reckons has noise in the digits behind. */
  private static final MathContext DOUBLE = new MathContext(15);

  private static final int ISO_DAY = 10;

  private final Dialect dialect;
  private final Limits limits;

  Cells(Dialect dialect, Limits limits) {
    this.dialect = dialect;
    this.limits = limits;
  }

  List<@Nullable Object> row(ResultSet result, List<Column> columns) throws SQLException {
    List<@Nullable Object> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = raw(result, i + 1);
      row.add(value == null ? null : typed(value, columns.get(i)));
    }
    return Collections.unmodifiableList(row);
  }

  private @Nullable Object raw(ResultSet result, int index) throws SQLException {
    if (dialect == Dialect.SQLITE) {
      return result.getObject(index);
    }
    ResultSetMetaData meta = result.getMetaData();
    return switch (meta.getColumnType(index)) {
      case Types.DATE -> result.getObject(index, LocalDate.class);
      case Types.TIMESTAMP_WITH_TIMEZONE -> zoned(result, index);
      case Types.TIMESTAMP ->
          meta.getColumnTypeName(index).toLowerCase(Locale.ROOT).equals("timestamptz")
              ? zoned(result, index)
              : result.getObject(index, LocalDateTime.class);
      case Types.CLOB, Types.NCLOB -> {
        Clob clob = result.getClob(index);
        if (clob == null) {
          yield null;
        }
        yield clob.getSubString(1, limits.text() + 1);
      }
      default -> result.getObject(index);
    };
  }

  private @Nullable LocalDateTime zoned(ResultSet result, int index) throws SQLException {
    OffsetDateTime moment = result.getObject(index, OffsetDateTime.class);
    return moment == null ? null : moment.atZoneSameInstant(limits.zone()).toLocalDateTime();
  }

  private Object typed(Object value, Column column) {
    return switch (value) {
      case BigDecimal number -> number(number, column);
      case Double number when number.isNaN() || number.isInfinite() -> number.toString();
      case Double number -> number(new BigDecimal(number, DOUBLE), column);
      case Number number -> number(new BigDecimal(number.toString()), column);
      case Boolean truth -> truth;
      case LocalDate day -> day;
      case LocalDateTime moment -> moment;
      case byte[] bytes -> "(" + bytes.length + " bytes)";
      default -> text(value.toString(), column);
    };
  }

  private static Object number(BigDecimal number, Column column) {
    return switch (column.type()) {
      case TRUTH -> number.signum() != 0;
      case DECIMAL, MONEY -> plain(number);
      default -> whole(number) ? (Object) number.longValue() : plain(number);
    };
  }

  private static boolean whole(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
  }

  /** Without zeros that only the database's reckoning added. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private Object text(String text, Column column) {
    boolean date =
        switch (column.type()) {
          case DATE, MOMENT -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?");
          default -> false;
        };
    return date ? dated(text) : cut(text);
  }

  private Object dated(String text) {
    try {
      return text.length() == ISO_DAY
          ? LocalDate.parse(text)
          : LocalDateTime.parse(text.substring(0, Math.min(19, text.length())).replace(' ', 'T'));
    } catch (java.time.DateTimeException e) {
      return cut(text);
    }
  }

  private String cut(String text) {
    return text.length() <= limits.text() ? text : text.substring(0, limits.text()) + "…";
  }
}
