package dev.tenlines.cost;

import dev.tenlines.TenlinesException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What other currencies are worth in the one of model prices, as the project declares it.
 *
 * @param rates US dollars for one unit, by currency
 */
public record Exchange(Map<String, BigDecimal> rates) {
  private static final String BASE = Money.ZERO.currency();

  /** Nothing is declared: amounts stay in their currency. */
  public static final Exchange NONE = new Exchange(Map.of());

  public Exchange {
    rates = Map.copyOf(rates);
    rates.forEach((currency, rate) -> {
      if (!currency.matches("[A-Z]{3}") || currency.equals(BASE) || rate.signum() <= 0) {
        throw new TenlinesException(
            "TL-241",
            "The exchange rate (" + currency + ": " + rate.toPlainString() + ") is not usable.",
            "Maybe write EUR: 1.08 USD, what one EUR is worth.");
      }
    });
  }

  /** Reads {@code 1.08 USD}: what one unit of the currency is worth. */
  public static BigDecimal rate(String currency, String text) {
    String[] parts = text.strip().split("\\s+");
    try {
      if (parts.length == 2 && parts[1].equalsIgnoreCase(BASE)) {
        return new BigDecimal(parts[0]);
      }
    } catch (NumberFormatException e) {
      // Told below, with the whole text.
    }
    throw new TenlinesException(
        "TL-241",
        "The exchange rate (" + currency + ": " + text + ") is not usable.",
        "Maybe write EUR: 1.08 USD, what one EUR is worth.");
  }

  /** The amount in another currency, rounded half up to a millionth; null without a rate. */
  public @Nullable Money in(Money money, String currency) {
    if (money.currency().equals(currency)) {
      return money;
    }
    BigDecimal from = worth(money.currency());
    BigDecimal to = worth(currency);
    if (from == null || to == null) {
      return null;
    }
    BigDecimal exact =
        BigDecimal.valueOf(money.micros()).multiply(from).divide(to, 0, RoundingMode.HALF_UP);
    return new Money(exact.longValueExact(), currency);
  }

  private @Nullable BigDecimal worth(String currency) {
    return currency.equals(BASE) ? BigDecimal.ONE : rates.get(currency);
  }
}
