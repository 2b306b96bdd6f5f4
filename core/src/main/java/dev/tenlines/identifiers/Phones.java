package dev.tenlines.identifiers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phone numbers: groups of digits as people write them, checked against the plans of countries. */
final class Phones implements Finder {
  private static final String GAP =
      "(?: ?\\) ?[-./]? ?\\(? ?| ?\\( ?\\+?| ?[-./\u2010-\u2013] ?| {1,2}|\u00A0)";
  private static final Pattern RUN =
      Pattern.compile("(?:\\( ?)?(?:\\+ ?)?[0-9]{1,20}+(?:" + GAP + "[0-9]{1,20}+){0,9}+");
  private static final Pattern EXTENSION =
      Pattern.compile("(?i) ?(?:ext\\.?|x) ?[0-9]{1,6}(?![\\p{L}\\p{N}])");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:0?[1-9]|[12][0-9]|3[01])([-/.])(?:0?[1-9]|1[0-2])\\1(?:[12][0-9])?[0-9]{2}"
              + "|(?:0?[1-9]|1[0-2])([-/.])(?:0?[1-9]|[12][0-9]|3[01])\\2[12][0-9]{3}"
              + "|[12][0-9]{3}([-/.])(?:0?[1-9]|1[0-2])\\3(?:0?[1-9]|[12][0-9]|3[01])(?: [0-9]+)?"
              + "|[12][0-9]{3} ?[-/] ?[12][0-9]{3}");

  /** Decimals, a social security number, four groups of a card. */
  private static final Pattern OTHER =
      Pattern.compile(
          "[0-9]+\\.[0-9]+|[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{3,4}"
              + "|3[0-9]{3} [0-9]{6} [0-9]{5}|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|1[0-9]{2}-[0-9]{4}");

  private static final Pattern ABOUT_OTHER =
      Pattern.compile(
          "(?i)(?:account|card|order|invoice|ticket|omb|isbn|iban|serial)\\b[^0-9]{0,14}$");
  private static final int ABOUT = 24;

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> found = new ArrayList<>();
    Matcher run = RUN.matcher(text);
    int from = 0;
    while (from < text.length() && run.find(from)) {
      int end = startsHere(text, run.start()) ? end(text, run) : -1;
      if (end > 0) {
        int start = start(text, run.start(), end);
        found.add(phone(text, start, end, setting));
        from = end;
      } else {
        from = next(run);
      }
    }
    return found;
  }

  /** After a run that is none, the next may begin behind its first bracket or blank. */
  private static int next(Matcher run) {
    String said = run.group();
    int close = said.indexOf(") ");
    boolean unopened = close > 0 && said.lastIndexOf('(', close) < 0;
    return unopened ? run.start() + close + 2 : run.end();
  }

  /** Letters, decimals and signs of arithmetic before digits make them something else. */
  private static boolean startsHere(String text, int at) {
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    char first = text.charAt(at);
    if (first == '(' || first == '+') {
      return !Character.isDigit(before) && before != '*' && before != ')' && before != '(';
    }
    if (before == '-') {
      boolean bracket = text.substring(at, Math.min(text.length(), at + 4)).contains("(");
      return at > 1
          && (text.charAt(at - 2) == '#' || bracket || text.charAt(at - 2) == ' ' && bracket);
    }
    return !Character.isLetterOrDigit(before) && "#.,*+=/\u2212%$€£_".indexOf(before) < 0;
  }

  /** Where the number ends: the longest run up to a blank that can be one; -1 for none. */
  private static int end(String text, Matcher run) {
    String said = run.group();
    for (int cut = said.length(); cut > 0; cut = said.lastIndexOf(' ', cut - 1)) {
      while (cut > 0 && !isDigit(said.charAt(cut - 1))) {
        cut--;
      }
      int extended = extension(text, run.start() + cut);
      if (isNumber(text, run.start(), run.start() + cut) && endsHere(text, extended)) {
        return extended;
      }
    }
    return -1;
  }

  private static int extension(String text, int end) {
    Matcher extension = EXTENSION.matcher(text).region(end, Math.min(text.length(), end + 14));
    return extension.useTransparentBounds(true).lookingAt() ? extension.end() : end;
  }

  private static boolean endsHere(String text, int end) {
    if (end >= text.length()) {
      return true;
    }
    char after = text.charAt(end);
    boolean pair =
        after == ' '
            && end + 2 < text.length()
            && Character.isUpperCase(text.charAt(end + 1))
            && isDigit(text.charAt(end + 2));
    boolean dash =
        after == '-'
            && end + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(end + 1))
            && !Character.isLetter(text.charAt(end + 1));
    boolean decimal =
        (after == ',' || after == '.' || after == ':')
            && end + 1 < text.length()
            && isDigit(text.charAt(end + 1));
    return !Character.isLetterOrDigit(after)
        && "*=+%_".indexOf(after) < 0
        && !pair
        && !decimal
        && !dash
        && !text.startsWith("))", end);
  }

  private static boolean isNumber(String text, int from, int end) {
    String run = text.substring(from, end);
    String digits = run.replaceAll("[^0-9]", "");
    boolean international = run.indexOf('+') >= 0 || digits.startsWith("00");
    int least =
        digits.startsWith("0") && run.indexOf('0') == 0 && digits.length() == run.length() ? 6 : 7;
    boolean length = digits.length() >= least && digits.length() <= (international ? 16 : 15);
    String bare = run.replaceFirst("^\\(", "");
    return length
        && !DATE.matcher(bare).matches()
        && !OTHER.matcher(bare).matches()
        && !run.contains("((")
        && !ABOUT_OTHER.matcher(text.substring(Math.max(0, from - ABOUT), from)).find();
  }

  /** A bracket that nothing closes stays outside. */
  private static int start(String text, int start, int end) {
    boolean open = text.charAt(start) == '(' && text.substring(start, end).indexOf(')') < 0;
    return open ? start + 1 : start;
  }

  /** What the plan of some country says about it. */
  private static Found phone(String text, int start, int end, Setting setting) {
    String said = text.substring(start, end);
    String country = setting.locale().getCountry();
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = plans.parse(said, country.isEmpty() ? "US" : country);
      if (plans.isValidNumber(number)) {
        String normal = plans.format(number, PhoneNumberFormat.E164);
        String more = number.hasExtension() ? ";ext=" + number.getExtension() : "";
        return Finder.found(text, start, end, "phone", normal + more, true);
      }
    } catch (NumberParseException e) {
      // No country has such a number; it is found as it stands.
    }
    String digits = said.replaceAll("[^0-9+]", "");
    return Finder.found(text, start, end, "phone", digits, false);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
