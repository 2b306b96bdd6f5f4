package dev.tenlines.cost;

import dev.tenlines.TenlinesException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An amount in millionths of a currency unit. Never a binary fraction.
 *
 * @param micros millionths of one unit
 * @param currency ISO 4217 code
 */
public record Money(long micros, String currency) implements Comparable<Money> {

  /** Nothing, in the currency of model prices. */
  public static final Money ZERO = new Money(0, "USD");

  /** Reads an amount such as {@code "0.40"}; digits beyond the sixth place are refused. */
  public static Money of(String amount, String currency) {
    try {
      return new Money(new BigDecimal(amount.strip()).movePointRight(6).longValueExact(), currency);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new TenlinesException(
          "TL-104",
          "The amount (" + amount + ") is not money.",
          "Maybe write a number with at most six decimals, such as 2.50.");
    }
  }

  /** Reads {@code 2.50 EUR} or {@code 2.50}; without a currency it is EUR. */
  public static Money parse(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    String currency = parts.length == 2 ? parts[1].toUpperCase(java.util.Locale.ROOT) : "EUR";
    if (!currency.matches("[A-Z]{3}")) {
      throw new TenlinesException(
          "TL-104", "The amount (" + text + ") is not money.", "Maybe write 2.50 EUR.");
    }
    Money money = of(parts[0], currency);
    if (money.micros < 0) {
      throw new TenlinesException(
          "TL-104", "The amount (" + text + ") is negative.", "Maybe drop the sign.");
    }
    return money;
  }

  public boolean isZero() {
    return micros == 0;
  }

  /** The sum; nothing of one currency may be added to any other. */
  public Money plus(Money other) {
    if (micros == 0) {
      return other;
    }
    if (other.micros == 0) {
      return this;
    }
    same(other);
    return new Money(Math.addExact(micros, other.micros), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(micros, factor), currency);
  }

  /** This amount times a count over a count, rounded half up to a millionth. */
  public Money times(long numerator, long denominator) {
    BigDecimal exact =
        BigDecimal.valueOf(micros)
            .multiply(BigDecimal.valueOf(numerator))
            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
    return new Money(exact.longValueExact(), currency);
  }

  /** How many times the other amount fits into this one. */
  public BigDecimal dividedBy(Money other) {
    same(other);
    return BigDecimal.valueOf(micros)
        .divide(BigDecimal.valueOf(other.micros), MathContext.DECIMAL64);
  }

  /** The amount with six decimals, as JSON carries it. */
  public String amount() {
    return BigDecimal.valueOf(micros, 6).toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    same(other);
    return Long.compare(micros, other.micros);
  }

  /** For people: two decimals, or as many as a small amount needs. */
  @Override
  public String toString() {
    BigDecimal exact = BigDecimal.valueOf(micros, 6);
    BigDecimal shown =
        Math.abs(micros) >= 100_000
            ? exact.setScale(2, RoundingMode.HALF_UP)
            : exact.stripTrailingZeros();
    return (shown.scale() < 2 ? shown.setScale(2) : shown).toPlainString() + " " + currency;
  }

  private void same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new TenlinesException(
          "TL-105",
          "The amounts (" + this + ", " + other + ") have different currencies.",
          "Maybe state both in one currency.");
    }
  }
}
