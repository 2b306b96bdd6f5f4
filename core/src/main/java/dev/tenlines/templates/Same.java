package dev.tenlines.templates;

import dev.tenlines.text.Words;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether two values mean the same, however they are written. */
final class Same {
  private Same() {}

  static boolean value(Object one, Object other) {
    BigDecimal left = number(one);
    BigDecimal right = number(other);
    return left != null && right != null
        ? left.compareTo(right) == 0
        : Words.normal(one.toString()).equals(Words.normal(other.toString()));
  }

  /** Digits in a text are no number: two codes may differ in their noughts. */
  private static @Nullable BigDecimal number(Object value) {
    try {
      return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    } catch (NumberFormatException e) {
      return null; // no finite number
    }
  }
}
