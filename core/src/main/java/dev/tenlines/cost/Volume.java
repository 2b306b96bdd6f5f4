package dev.tenlines.cost;

import dev.tenlines.TenlinesException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests come in a period.
 *
 * @param count requests, at least 1
 */
public record Volume(long count, Period period) {
  /** The period a volume is counted over. */
  public enum Period {
    DAY,
    MONTH,
    YEAR
  }

  private static final Pattern FORM =
      Pattern.compile("([0-9][0-9_']{0,14})\\s*/\\s*(day|month|year)");

  /** Reads {@code 50000/month}. */
  public static Volume parse(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches() || Long.parseLong(form.group(1).replaceAll("[_']", "")) == 0) {
      throw new TenlinesException(
          "TL-106", "The volume (" + text + ") is not readable.", "Maybe write 50000/month.");
    }
    return new Volume(
        Long.parseLong(form.group(1).replaceAll("[_']", "")),
        Period.valueOf(form.group(2).toUpperCase(Locale.ROOT)));
  }

  /** Requests in an average month. */
  public long perMonth() {
    return switch (period) {
      case DAY -> Math.round(count * 365.25 / 12);
      case MONTH -> count;
      case YEAR -> Math.round(count / 12.0);
    };
  }

  @Override
  public String toString() {
    return count + "/" + period.name().toLowerCase(Locale.ROOT);
  }
}
