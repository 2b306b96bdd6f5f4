package dev.tenlines.fields;

import dev.tenlines.text.Grain;
import dev.tenlines.text.Value;
import dev.tenlines.text.Value.Amount;
import dev.tenlines.text.Value.Identifier;
import dev.tenlines.text.Value.Length;
import dev.tenlines.text.Value.Named;
import dev.tenlines.text.Value.Numeric;
import dev.tenlines.text.Value.Percent;
import dev.tenlines.text.Value.Period;
import dev.tenlines.text.Value.Quantity;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the values of a field are, which decides what in a text may be one. */
public enum FieldType {
  /** A day: {@code 2026-11-23}. */
  DATE,
  /** A time of day: {@code 15:30}. */
  TIME,
  /** A day with a time: {@code 2026-11-23T15:30}. */
  MOMENT,
  /** How long something takes: {@code 7 year}. */
  DURATION,
  /** An amount of money, without its currency. */
  MONEY,
  NUMBER,
  INTEGER,
  /** A share of a hundred: 19 for {@code 19 %}. */
  PERCENT,
  /** An ISO 4217 code. */
  CURRENCY,
  EMAIL,
  PHONE,
  URL,
  /** A code of a known kind, such as {@code iban}, proved by its check digits. */
  IDENTIFIER,
  /** A code that only its place tells from others: the number of an invoice or an order. */
  CODE,
  PERSON,
  ORGANISATION,
  ADDRESS,
  /** One of the words that the schema lists. */
  CHOICE,
  /** Words of any kind. */
  TEXT;

  /** What a reading of a text is as a value of this type, as JSON has it; null where it is none. */
  public @Nullable Object value(Value reading) {
    return switch (this) {
      case DATE -> reading instanceof Period period ? day(period) : null;
      case TIME -> reading instanceof Period period ? time(period) : null;
      case MOMENT -> reading instanceof Period period ? moment(period) : null;
      case DURATION -> reading instanceof Length length ? length.normal() : null;
      case MONEY ->
          switch (reading) {
            case Amount amount -> amount.value();
            case Numeric(BigDecimal number, boolean ordinal) -> ordinal ? null : number;
            default -> null;
          };
      case NUMBER ->
          switch (reading) {
            case Numeric(BigDecimal number, boolean ordinal) -> number;
            case Quantity quantity -> quantity.value();
            default -> null;
          };
      case INTEGER ->
          reading instanceof Numeric number && number.value().stripTrailingZeros().scale() <= 0
              ? number.value().toBigInteger()
              : null;
      case PERCENT -> reading instanceof Percent percent ? percent.value() : null;
      case CURRENCY ->
          reading instanceof Amount amount && !amount.currency().isEmpty()
              ? amount.currency()
              : null;
      case EMAIL -> of("email", reading);
      case PHONE -> of("phone", reading);
      case URL -> of("url", reading);
      case IDENTIFIER, CODE -> reading instanceof Identifier code ? code.normal() : null;
      case PERSON -> named("person", reading);
      case ORGANISATION -> named("organisation", reading);
      case ADDRESS -> named("address", reading);
      case CHOICE, TEXT -> null;
    };
  }

  private static @Nullable String day(Period period) {
    LocalDateTime from = period.from();
    // From Monday to Friday is no day, and neither is the time until the third.
    return from != null && period.grain() == Grain.DAY && from.plusDays(1).equals(period.until())
        ? from.toLocalDate().toString()
        : null;
  }

  private static @Nullable String time(Period period) {
    LocalDateTime from = period.from();
    return from != null && period.grain().compareTo(Grain.HOUR) <= 0
        ? from.toLocalTime().truncatedTo(ChronoUnit.SECONDS).toString()
        : null;
  }

  private static @Nullable String moment(Period period) {
    LocalDateTime from = period.from();
    return from != null && period.grain().compareTo(Grain.DAY) <= 0
        ? from.truncatedTo(ChronoUnit.SECONDS).toString()
        : null;
  }

  private static @Nullable String of(String kind, Value reading) {
    return reading instanceof Identifier code && code.kind().equals(kind) ? code.normal() : null;
  }

  private static @Nullable String named(String kind, Value reading) {
    return reading instanceof Named(String own, String normal) && own.equals(kind) ? normal : null;
  }
}
