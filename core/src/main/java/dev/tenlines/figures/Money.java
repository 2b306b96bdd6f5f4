package dev.tenlines.figures;

import java.math.BigDecimal;

/**
 * What an amount is counted in.
 *
 * @param code the ISO 4217 code
 * @param per how many make one unit of the currency: 100 for cents, 1 for the unit itself
 */
record Money(String code, int per, Place place) {
  /** On which side of a number it can stand. */
  enum Place {
    ANY,
    AFTER
  }

  boolean isPart() {
    return per > 1;
  }

  BigDecimal worth(BigDecimal count) {
    return per == 1 ? count : count.divide(BigDecimal.valueOf(per), java.math.MathContext.DECIMAL128);
  }
}
