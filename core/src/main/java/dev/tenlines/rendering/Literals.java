package dev.tenlines.rendering;

import dev.tenlines.query.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Literals as values of other kinds. */
final class Literals {
  private Literals() {}

  /** What a text field is compared with. */
  static String text(Literal literal) {
    return switch (literal) {
      case Literal.Text(String text) -> text;
      case Literal.Number(BigDecimal number) -> number.toPlainString();
      case Literal.Truth(boolean truth) -> Boolean.toString(truth);
      case Literal.Day(LocalDate day) -> day.toString();
      case Literal.Moment(LocalDateTime moment) -> moment.toString();
    };
  }

  /** The number it is, or null. */
  static @Nullable BigDecimal number(Literal literal) {
    if (literal instanceof Literal.Number(BigDecimal number)) {
      return number;
    }
    try {
      return literal instanceof Literal.Text(String text) && text.length() <= 40
          ? new BigDecimal(text.strip())
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
