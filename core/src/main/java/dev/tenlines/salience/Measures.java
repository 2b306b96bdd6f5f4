package dev.tenlines.salience;

import dev.tenlines.document.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a column, exactly.
 *
 * @param unit what all of them have, such as {@code €} or {@code %}; empty where none has one
 * @param cells where they stand, in order
 */
record Measures(List<BigDecimal> values, String unit, List<Span> cells) {
  private static final Pattern CELL =
      Pattern.compile(
          "(?<before>[€$£¥]|[A-Z]{3})?\\s?(?<sign>[-−(]?)\\s?(?<digits>[0-9](?:[0-9.,'’\\u00A0\\u202F]*[0-9])?)\\)?\\s?(?<after>%|[€$£¥]|\\p{L}{1,4}|)\\.?");

  private static final double MOST = 0.7;

  /** The numbers of some cells, or null where these are no column of numbers of one unit. */
  static @Nullable Measures of(String text, List<Span> cells) {
    List<Span> full = cells.stream().filter(cell -> !cell.of(text).isBlank()).toList();
    List<Matcher> read = new ArrayList<>();
    List<Span> places = new ArrayList<>();
    String unit = null;
    for (Span cell : full) {
      Matcher m = CELL.matcher(cell.of(text));
      if (m.matches()) {
        String own = m.group("before") == null ? m.group("after") : m.group("before");
        if (unit != null && !unit.equals(own)) {
          return null;
        }
        unit = own;
        read.add(m);
        places.add(cell);
      }
    }
    if (unit == null || read.size() < 2 || read.size() < MOST * full.size()) {
      return null;
    }
    boolean comma = comma(read);
    List<BigDecimal> values = read.stream().map(m -> value(m, comma)).toList();
    return new Measures(values, unit, places);
  }

  /** Whether the column writes its fractions after a comma. */
  private static boolean comma(List<Matcher> read) {
    int comma = 0;
    for (Matcher m : read) {
      String digits = m.group("digits");
      int last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
      if (last >= 0) {
        boolean group = digits.length() - last == 4;
        boolean other = digits.indexOf(digits.charAt(last) == ',' ? '.' : ',') >= 0;
        boolean again = digits.indexOf(digits.charAt(last)) != last;
        if (!group || other || again) {
          boolean fraction = !again;
          comma += (digits.charAt(last) == ',') == fraction ? 1 : -1;
        }
      }
    }
    return comma > 0;
  }

  private static BigDecimal value(Matcher m, boolean comma) {
    String digits = m.group("digits").replaceAll(comma ? "[^0-9,]" : "[^0-9.]", "");
    BigDecimal value = new BigDecimal(digits.replace(',', '.'));
    return m.group("sign").isEmpty() ? value : value.negate();
  }

  BigDecimal sum() {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
