package dev.tenlines.extract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When two values of a field are the same one. */
final class Values {
  private Values() {}

  /** Equal for values that people would call equal: 12.5 and 12.50, {@code ACME} and Acme. */
  static Object comparable(Object value) {
    BigDecimal number = number(value);
    return number != null
        ? number.stripTrailingZeros()
        : String.valueOf(value).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null
        ? Objects.equals(one, other)
        : comparable(one).equals(comparable(other));
  }

  /** A value as a number, or null where it is none. */
  static @Nullable BigDecimal number(@Nullable Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal;
      case BigInteger whole -> new BigDecimal(whole);
      case Number number -> new BigDecimal(number.toString());
      case null, default -> null;
    };
  }
}
