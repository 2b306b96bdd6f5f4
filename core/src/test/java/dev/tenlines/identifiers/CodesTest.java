package dev.tenlines.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {
  @ParameterizedTest
  @CsvSource({
    "iban, GB29 NWBK 6016 1331 9268 19",
    "iban, fr14 2004 1010 0505 0001 3M02 606",
    "bic, DEUTDEFF500",
    "isin, US0378331005",
    "lei, 5493001KJTIIGC8Y1R12",
    "isbn, 978-3-16-148410-0",
    "isbn, 0-306-40615-2",
    "ean, 4006381333931",
    "vin, 1M8GDM9AXKP042788",
    "credit_card, 4012 8888 8888 1881",
    "at_vat, ATU13585627",
    "de_vat, DE136695976",
    "fr_vat, FR40303265045",
    "nl_vat, NL004495445B01",
    "gb_vat, GB980780684",
    "fr_siren, 732 829 320",
    "in_aadhaar, 2341 2341 2346"
  })
  void knownCode_isValid(String kind, String code) {
    assertThat(Codes.isValid(kind, code)).isTrue();
  }

  @Property
  void iban_failsWithAnyOtherDigit(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long account,
      @ForAll @IntRange(max = 17) int place,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    String digits = "%018d".formatted(account);
    int rest = new BigInteger(digits + "131400").mod(BigInteger.valueOf(97)).intValue();
    String check = "%02d".formatted(98 - rest);
    assertThat(Codes.isValid("iban", "DE" + check + digits)).isTrue();
    assertThat(Codes.isValid("iban", "DE" + check + changed(digits, place, more))).isFalse();
  }

  @Property
  void luhn_failsWithAnyOtherDigit(
      @ForAll @LongRange(min = 0, max = 99_999_999L) long number,
      @ForAll @IntRange(max = 7) int place,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    oneCheckFits("fr_siren", "%08d".formatted(number), place, more);
  }

  @Property
  void hybridSystem_failsWithAnyOtherDigit(
      @ForAll @LongRange(min = 10_000_000, max = 99_999_999L) long number,
      @ForAll @IntRange(min = 1, max = 7) int place,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    oneCheckFits("de_vat", "%08d".formatted(number), place, more);
  }

  @Property
  void verhoeff_failsWithAnyOtherDigit(
      @ForAll @LongRange(min = 20_000_000_000L, max = 99_999_999_999L) long number,
      @ForAll @IntRange(min = 1, max = 10) int place,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    oneCheckFits("in_aadhaar", Long.toString(number), place, more);
  }

  @Test
  void kindWithoutCheckDigits_isNotChecked() {
    assertThat(Codes.isChecked("bic")).isFalse();
    assertThat(Codes.isChecked("iban")).isTrue();
  }

  @Test
  void unknownKind_isRefused() {
    assertThatThrownBy(() -> Codes.isValid("passport", "1")).hasMessageContaining("passport");
  }

  @Test
  void everyKindOfTheTable_canBeAsked() {
    for (String kind : Codes.kinds()) {
      assertThat(Codes.isValid(kind, "")).as(kind).isFalse();
      assertThat(Codes.isValid(kind, "Z".repeat(70))).as(kind).isFalse();
    }
  }

  /** Of the ten digits one is the check, and it is another one when a digit changes. */
  private static void oneCheckFits(String kind, String digits, int place, int more) {
    String code = "";
    for (int check = 0; check <= 9; check++) {
      if (Codes.isValid(kind, digits + check)) {
        assertThat(code).isEmpty();
        code = digits + check;
      }
    }
    assertThat(code).isNotEmpty();
    assertThat(Codes.isValid(kind, changed(code, place, more))).isFalse();
  }

  private static String changed(String digits, int place, int more) {
    int digit = (digits.charAt(place) - '0' + more) % 10;
    return digits.substring(0, place) + digit + digits.substring(place + 1);
  }
}
