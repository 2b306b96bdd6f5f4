package dev.tenlines.project;

import dev.tenlines.TenlinesException;
import java.math.BigDecimal;

/** Shares as people write them: {@code 2%} or {@code 0.02}. */
public final class Shares {
  private Shares() {}

  public static double parse(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    try {
      BigDecimal value =
          new BigDecimal(percent ? number.substring(0, number.length() - 1).strip() : number);
      double share = (percent ? value.movePointLeft(2) : value).doubleValue();
      if (share > 0 && share < 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // said below, together with shares out of range
    }
    throw new TenlinesException(
        "TL-107",
        "The share (" + text + ") must be above 0 and below 1.",
        "Maybe write 2% or 0.02.");
  }

  /** A share for people, {@code 2%}. */
  public static String format(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .setScale(4, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }
}
