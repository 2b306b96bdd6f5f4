package dev.tenlines.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows as JSON has them: whole numbers, true and false as they are; everything else as
 * text, so that no decimal loses a digit on its way.
 */
final class Cells {
  /** Above it, numbers of JSON are not read alike everywhere. */
  private static final long LARGEST = 1L << 53;

  private Cells() {}

  static List<List<@Nullable Object>> of(List<? extends List<? extends @Nullable Object>> rows) {
    List<List<@Nullable Object>> out = new ArrayList<>();
    for (List<? extends @Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      row.forEach(value -> cells.add(value == null ? null : bound(value)));
      out.add(cells);
    }
    return out;
  }

  static Object bound(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case Integer number -> number;
      case Short number -> (int) number;
      case Byte number -> (int) number;
      case Long number when number == number.intValue() -> number.intValue();
      case Long number when Math.abs(number) <= LARGEST -> number;
      case BigDecimal number -> number.toPlainString();
      case Double number when Double.isFinite(number) ->
          BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }
}
