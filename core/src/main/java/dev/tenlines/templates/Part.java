package dev.tenlines.templates;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Value;
import dev.tenlines.text.Value.Amount;
import dev.tenlines.text.Value.Identifier;
import dev.tenlines.text.Value.Numeric;
import dev.tenlines.text.Value.Percent;
import dev.tenlines.text.Value.Period;
import dev.tenlines.text.Value.Quantity;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which part of what was recognised is a field's value. */
public enum Part {
  WHOLE,
  /** The day of a day with a time. */
  DAY,
  /** The first day of several. */
  START,
  /** The last moment of a stretch of time. */
  END,
  /** The moment that a stretch of time goes up to: the day in {@code until Friday}. */
  LIMIT;

  /** What a reading is as a value of the field; null where it is none. */
  @Nullable Object of(Value reading, FieldSpec field) {
    FieldType type = field.type();
    return switch (this) {
      case WHOLE -> whole(reading, field);
      case DAY -> reading instanceof Period period ? day(period, type, true) : null;
      case START -> reading instanceof Period period ? day(period, type, false) : null;
      case END -> reading instanceof Period period ? end(period, type) : null;
      case LIMIT ->
          type == FieldType.DATE && reading instanceof Period period && period.until() != null
              ? period.until().toLocalDate().toString()
              : null;
    };
  }

  private static @Nullable Object whole(Value reading, FieldSpec field) {
    return switch (field.type()) {
      // The place says what a number is; how it is written matters less.
      case MONEY, NUMBER, PERCENT -> number(reading);
      case INTEGER -> {
        BigDecimal number = number(reading);
        yield number != null && number.stripTrailingZeros().scale() <= 0
            ? number.toBigInteger()
            : null;
      }
      case IDENTIFIER ->
          reading instanceof Identifier code
                  && (field.kind().isEmpty()
                      || code.kind().equals(field.kind())
                      || code.kind().endsWith("_" + field.kind()))
              ? code.normal()
              : null;
      case CODE -> null;
      default -> field.type().value(reading);
    };
  }

  private static @Nullable BigDecimal number(Value reading) {
    return switch (reading) {
      case Numeric numeric -> numeric.value();
      case Amount amount -> amount.value();
      case Percent percent -> percent.value();
      case Quantity quantity -> quantity.value();
      default -> null;
    };
  }

  private static @Nullable String day(Period period, FieldType type, boolean withTime) {
    LocalDateTime from = period.from();
    return type == FieldType.DATE
            && from != null
            && period.grain().compareTo(Grain.DAY) < 0 == withTime
        ? from.toLocalDate().toString()
        : null;
  }

  private static @Nullable String end(Period period, FieldType type) {
    LocalDateTime until = period.until();
    if (until == null) {
      return null;
    }
    boolean days = period.grain().compareTo(Grain.DAY) >= 0;
    return switch (type) {
      case DATE -> (days ? until.minusDays(1) : until).toLocalDate().toString();
      // Until three o'clock, said by the hour, ends with the hour that begins at three.
      case TIME ->
          days
              ? null
              : (period.grain() == Grain.HOUR ? until.minusHours(1) : until.minusMinutes(1))
                  .truncatedTo(ChronoUnit.SECONDS)
                  .toLocalTime()
                  .toString();
      default -> null;
    };
  }
}
