package dev.tenlines.text;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a place in a text means, in a form that can be compared and computed with. */
public sealed interface Value {
  /** The one spelling that equal values share. */
  String normal();

  /** A number, in digits or words; {@code third} is an ordinal. */
  record Numeric(BigDecimal value, boolean ordinal) implements Value {
    @Override
    public String normal() {
      return plain(value);
    }
  }

  /** A share of a hundred: 12.5 for {@code 12.5 %}. */
  record Percent(BigDecimal value) implements Value {
    @Override
    public String normal() {
      return plain(value) + "%";
    }
  }

  /**
   * An amount of money.
   *
   * @param currency an ISO 4217 code; empty where the text names none
   */
  record Amount(BigDecimal value, String currency) implements Value {
    @Override
    public String normal() {
      return plain(value) + (currency.isEmpty() ? "" : " " + currency);
    }
  }

  /** A measured quantity; the unit is its usual symbol: {@code km}, {@code °C}. */
  record Quantity(BigDecimal value, String unit) implements Value {
    @Override
    public String normal() {
      return plain(value) + " " + unit;
    }
  }

  /**
   * A stretch of time: a day is from its midnight until the next one, and from Monday to Friday is
   * until the midnight after Friday.
   *
   * @param from its first moment, or null when open at that end
   * @param until the moment after its last, or null when open at that end
   * @param grain how exactly it was said: {@code 3 pm} by the hour, {@code 15:04} by the minute
   * @param offset from UTC where the text says one; both moments are then local to it
   */
  record Period(
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      Grain grain,
      @Nullable ZoneOffset offset)
      implements Value {
    @Override
    public String normal() {
      return (from == null ? ".." : from)
          + "/"
          + (until == null ? ".." : until)
          + (offset == null ? "" : offset.toString());
    }
  }

  /** How long something takes: {@code 2 weeks}. */
  record Length(BigDecimal value, Grain unit) implements Value {
    @Override
    public String normal() {
      return plain(value) + " " + unit.name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A code that something is known by.
   *
   * @param kind what it identifies: {@code iban}, {@code vat}, {@code email}, {@code phone}
   * @param checked whether check digits or a closed list prove that it can exist
   */
  record Identifier(String kind, String normal, boolean checked) implements Value {}

  /** A person, an organisation or a postal address, in its spelling of the text. */
  record Named(String kind, String normal) implements Value {}

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }
}
