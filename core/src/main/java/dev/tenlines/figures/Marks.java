package dev.tenlines.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How digits are written: which mark begins the fraction, which parts thousands. */
final class Marks {
  /** Longer runs are keys or noise, and would make arithmetic slow. */
  private static final int LONGEST = 60;

  private static final String BLANKS = " \u00A0\u202F\u2009";
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:[.,'\u2019][0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}");
  private static final Pattern EXPONENT =
      Pattern.compile(
          "[eE](?<power>[-+]?[0-9]{1,3})(?![\\p{L}0-9])"
              + "|[xX\u00D7*] ?10\\^(?<ten>[-+]?[0-9]{1,3})(?![\\p{L}0-9])"
              + "|\\^(?<raised>[-+]{0,2}[0-9]{1,3})(?![\\p{L}0-9])");

  static final Marks PLAIN = new Marks(Locale.ROOT);

  private final char decimal;

  Marks(Locale locale) {
    this.decimal =
        DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ',' : '.';
  }

  /** Whether a number in digits begins at this place. */
  boolean begins(String text, int at) {
    char c = text.charAt(at);
    if (isDigit(c) || vulgar(c) != null) {
      return true;
    }
    return c == decimal
        && at + 1 < text.length()
        && isDigit(text.charAt(at + 1))
        && (at == 0
            || "([-\u2212+$€£~<>=".indexOf(text.charAt(at - 1)) >= 0
            || Tokens.isBlank(text.charAt(at - 1)));
  }

  /** Adds what begins there, mostly one number, and tells where it ends. */
  int read(String text, int from, List<Token> out) {
    BigDecimal alone = vulgar(text.charAt(from));
    if (alone != null) {
      return add(out, text, from, from + 1, List.of(alone));
    }
    int end = runEnd(text, from);
    if (end - from > LONGEST) {
      return apart(text, from, end, out);
    }
    String run = text.substring(from, end);
    List<BigDecimal> values = values(run);
    if (values.isEmpty()) {
      return apart(text, from, end, out);
    }
    Matcher power = EXPONENT.matcher(text).region(end, Math.min(text.length(), end + 12));
    power.useTransparentBounds(true);
    if (power.lookingAt()) {
      return add(out, text, from, power.end(), List.of(raise(values.getFirst(), power)));
    }
    BigDecimal part = end < text.length() ? vulgar(text.charAt(end)) : null;
    if (part != null) {
      return add(out, text, from, end + 1, List.of(values.getFirst().add(part)));
    }
    return add(out, text, from, end, values);
  }

  private static int add(List<Token> out, String text, int from, int end, List<BigDecimal> values) {
    String raw = text.substring(from, end);
    out.add(new Token(from, end, raw, raw, values));
    return end;
  }

  /** A mark or a blank counts as part of the number only between digits. */
  private static int runEnd(String text, int from) {
    int at = from + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isDigit(c)) {
        at++;
      } else if (".,'\u2019".indexOf(c) >= 0
          && at + 1 < text.length()
          && isDigit(text.charAt(at + 1))) {
        at += 2;
      } else {
        break;
      }
    }
    return afterGroups(text, from, at);
  }

  /** "1 234 567,89": blanks part groups of three, a mark the fraction after the last. */
  private static int afterGroups(String text, int from, int end) {
    if (end - from > 3 || !text.substring(from, end).chars().allMatch(c -> isDigit((char) c))) {
      return end;
    }
    int at = end;
    while (at + 3 < text.length()
        && at - from < LONGEST
        && BLANKS.indexOf(text.charAt(at)) >= 0
        && digits(text, at + 1) == 3) {
      at += 4;
    }
    if (at > end && at + 1 < text.length() && ".,".indexOf(text.charAt(at)) >= 0) {
      int fraction = digits(text, at + 1);
      return fraction > 0 && !marked(text, at + 1 + fraction) ? at + 1 + fraction : at;
    }
    return at;
  }

  private static boolean marked(String text, int at) {
    return at + 1 < text.length()
        && ".,".indexOf(text.charAt(at)) >= 0
        && isDigit(text.charAt(at + 1));
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && at - from <= LONGEST && isDigit(text.charAt(at))) {
      at++;
    }
    return at - from;
  }

  /** Each run of digits by itself: an address, a version, a list without blanks. */
  private static int apart(String text, int from, int end, List<Token> out) {
    int at = from;
    while (at < end) {
      int next = at;
      while (next < end && isDigit(text.charAt(next))) {
        next++;
      }
      if (next > at && next - at <= LONGEST) {
        add(out, text, at, next, List.of(new BigDecimal(text.substring(at, next))));
      } else if (next > at) {
        out.add(new Token(at, next, "", "", List.of()));
      }
      at = next + 1;
    }
    return end;
  }

  /** What the run may be worth; nothing when its marks make no number. */
  private List<BigDecimal> values(String run) {
    if (digits(run, 0) == run.length()) {
      return List.of(new BigDecimal(run));
    }
    String digits = run.replaceAll("[ \u00A0\u202F\u2009'\u2019]", "");
    int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
    if (last < 0) {
      boolean grouped =
          digits.length() == run.length() || run.matches("[0-9]{1,3}(?:[^0-9][0-9]{3})+");
      return grouped ? List.of(new BigDecimal(digits)) : List.of();
    }
    char mark = digits.charAt(last);
    String whole = digits.substring(0, last);
    BigDecimal decimalValue =
        new BigDecimal(whole.replaceAll("[.,]", "") + "." + digits.substring(last + 1));
    if (whole.indexOf('.') < 0 && whole.indexOf(',') < 0) {
      boolean mayGroup = GROUPED.matcher(run).matches() && whole.charAt(0) != '0';
      if (!mayGroup) {
        return List.of(decimalValue);
      }
      BigDecimal grouped = new BigDecimal(digits.replaceAll("[.,]", ""));
      return mark == decimal ? List.of(decimalValue, grouped) : List.of(grouped, decimalValue);
    }
    if (whole.indexOf(mark) < 0) {
      return GROUPED.matcher(whole).matches() ? List.of(decimalValue) : List.of();
    }
    boolean one = digits.indexOf(mark == '.' ? ',' : '.') < 0;
    return one && GROUPED.matcher(run).matches()
        ? List.of(new BigDecimal(digits.replaceAll("[.,]", "")))
        : List.of();
  }

  private static BigDecimal raise(BigDecimal value, Matcher power) {
    String ten = power.group("power") == null ? power.group("ten") : power.group("power");
    if (ten != null) {
      return value.scaleByPowerOfTen(Integer.parseInt(ten));
    }
    String raised = power.group("raised").replace("--", "").replace("+-", "-");
    double result = Math.pow(value.doubleValue(), Integer.parseInt(raised.replace("++", "")));
    return Double.isFinite(result) ? new BigDecimal(result, new MathContext(15)) : value;
  }

  private static @Nullable BigDecimal vulgar(char c) {
    int at = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒".indexOf(c);
    return at < 0 ? null : Parts.VULGAR.get(at);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The values of the signs for fractions. */
  private static final class Parts {
    private static final List<BigDecimal> VULGAR = new ArrayList<>();

    static {
      for (String part :
          "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/7 1/8 3/8 5/8 7/8 1/9 1/10".split(" ")) {
        String[] both = part.split("/");
        VULGAR.add(new BigDecimal(both[0]).divide(new BigDecimal(both[1]), MathContext.DECIMAL64));
      }
    }
  }
}
