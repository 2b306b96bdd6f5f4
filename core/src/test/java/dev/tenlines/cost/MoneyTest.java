package dev.tenlines.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "2.50 EUR, 2500000, EUR",
    "2.50, 2500000, EUR",
    "'  0.40   usd ', 400000, USD",
    "0.000001 CHF, 1, CHF",
    "0, 0, EUR",
    "9223372036854.775807 EUR, 9223372036854775807, EUR",
  })
  void parse_readsAmountAndCurrency(String text, long micros, String currency) {
    assertThat(Money.parse(text)).isEqualTo(new Money(micros, currency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EUR",
        "two EUR",
        "2,50 EUR",
        "2.50 EURO",
        "2.50 E",
        "€2.50",
        "-1 EUR",
        "0.0000001 EUR",
        "9223372036854.775808 EUR",
        "1e30 EUR",
        "1e2147483647 EUR",
        "NaN EUR",
        "1 000 EUR"
      })
  void parse_refusesWhatIsNoMoney(String text) {
    assertThatThrownBy(() -> Money.parse(text))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith("TL-104 The amount (")
        .hasMessageContaining(" Maybe ");
  }

  @Test
  void plus_ofTwoCurrencies_isRefused() {
    Money euro = Money.parse("1 EUR");
    Money dollar = Money.parse("1 USD");

    assertThatThrownBy(() -> euro.plus(dollar))
        .hasMessageStartingWith("TL-105")
        .hasMessageContaining("1.00 USD");
    assertThatThrownBy(() -> euro.compareTo(dollar)).hasMessageStartingWith("TL-105");
    assertThatThrownBy(() -> euro.dividedBy(dollar)).hasMessageStartingWith("TL-105");
  }

  @Test
  void plus_ofNothingInAnotherCurrency_keepsTheAmount() {
    Money euro = Money.parse("1 EUR");

    assertThat(Money.ZERO.plus(euro)).isEqualTo(euro);
    assertThat(euro.plus(Money.ZERO)).isEqualTo(euro);
  }

  @Test
  void overflow_isAnErrorAndNeverAWrongSum() {
    Money most = new Money(Long.MAX_VALUE, "EUR");

    assertThatThrownBy(() -> most.plus(new Money(1, "EUR")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(3, 2)).isInstanceOf(ArithmeticException.class);
    assertThat(most.times(3, 3)).isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2, 1", "1, 1, 3, 0", "2, 1, 3, 1", "5, 1, 2, 3", "1000000, 1, 3, 333333"})
  void timesOver_roundsHalfUpToAMillionth(long micros, long over, long under, long expected) {
    assertThat(new Money(micros, "EUR").times(over, under)).isEqualTo(new Money(expected, "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 2.50 EUR",
    "0, 0.00 EUR",
    "0.1, 0.10 EUR",
    "0.05, 0.05 EUR",
    "0.001234, 0.001234 EUR",
    "0.000001, 0.000001 EUR",
    "1.005, 1.01 EUR",
    "1234567.891, 1234567.89 EUR",
  })
  void text_hasTwoDecimalsOrAsManyAsASmallAmountNeeds(String amount, String shown) {
    assertThat(Money.of(amount, "EUR")).hasToString(shown);
  }

  @Test
  void amount_hasAlwaysSixDecimals() {
    assertThat(Money.parse("2.5 EUR").amount()).isEqualTo("2.500000");
    assertThat(Money.ZERO.amount()).isEqualTo("0.000000");
  }

  @Property
  void sumOfTheParts_isTheWhole(
      @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> parts) {
    Money sum = new Money(0, "EUR");
    Money backwards = new Money(0, "EUR");
    for (int i = 0; i < parts.size(); i++) {
      sum = sum.plus(new Money(parts.get(i), "EUR"));
      backwards = backwards.plus(new Money(parts.get(parts.size() - 1 - i), "EUR"));
    }

    BigInteger exact =
        parts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(sum).isEqualTo(new Money(exact.longValueExact(), "EUR")).isEqualTo(backwards);
  }

  @Property
  void oneNth_timesN_isOffByLessThanRounding(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long micros,
      @ForAll @IntRange(min = 1, max = 1000) int n) {
    Money whole = new Money(micros, "EUR");

    Money again = whole.times(1, n).times(n);

    assertThat(Math.abs(again.micros() - micros) * 2).isLessThanOrEqualTo(n);
  }

  @Property
  void amount_readsBackTheSame(@ForAll @LongRange(min = 0) long micros) {
    Money money = new Money(micros, "EUR");

    assertThat(Money.parse(money.amount() + " EUR")).isEqualTo(money);
  }
}
