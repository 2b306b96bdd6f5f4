package dev.tenlines.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day, and which of two that belong together begins or ends something. */
final class Clocks {
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?iu)(?<![\\d.:/$€£#])(?:(\\d{1,2})(?:[:.](\\d{2}))?(?:\\s{0,2}([ap])\\.?\\s?m\\b)?"
              + "|(\\d{1,2})h(\\d{2})?|(\\d{2})(\\d{2})|(noon|midnight))(?![\\d:]|\\.\\d|[/%]\\d)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\.?\\s{0,3}\\(?(?:-{1,2}|–|—|to|until|till?|through|and|bis|à)\\s{0,3}");

  private static final Pattern UHR = Pattern.compile("(?iu)\\.?\\s?(?:uhr|o['’]?clock|h)\\b.*");
  private static final Pattern AT =
      Pattern.compile(
          "(?iu).*(?:^|\\W)(?:at|um|à|by|around|about|before|after|until|till|since)\\s+$");
  private static final int AROUND = 12;
  private static final int WORDS_AROUND = 6;

  private Clocks() {}

  /**
   * A time of day.
   *
   * @param minutes since noon or midnight, for texts do not always say which
   * @param sure it cannot be just a number
   */
  record Clock(int start, int end, int minutes, boolean sure, String role) {}

  static void add(Clues clues, List<Clock> clocks) {
    List<Token> tokens = clues.tokens();
    long different = clocks.stream().mapToInt(Clock::minutes).distinct().count();
    for (Clock clock : clocks) {
      boolean first = clock.minutes() == clocks.getFirst().minutes();
      String rank = (first ? "first of " : "other of ") + Math.min(different, 4);
      int from = Tokens.first(tokens, clock.start());
      int to = from;
      while (to < tokens.size() && tokens.get(to).start() < clock.end()) {
        to++;
      }
      if (to < tokens.size()
          && tokens.get(to).text().equals(".")
          && tokens.get(to).gap() == Token.Gap.NONE
          && tokens.get(to - 1).isWord()) {
        clues.near(to, "clock point");
        clues.nature(to, "clock point");
      }
      for (int i = from; i < to; i++) {
        clues.meant(i, Meaning.TIME);
        String place = Tokens.place(i, from, to);
        clues.here(i, rank);
        clues.here(i, rank + " " + clock.role());
        around(clues, i, from, to);
        clues.near(i, "clock=" + clock.role());
        clues.near(i, "clock=" + place);
        clues.here(i, "clock=" + clock.role() + " " + place);
        clues.nature(i, "clock " + clock.role() + " " + place);
      }
    }
  }

  /** The words before and behind a time say what happens then. */
  private static void around(Clues clues, int token, int from, int to) {
    List<Token> tokens = clues.tokens();
    for (int i = Math.max(0, from - WORDS_AROUND); i < from; i++) {
      clues.here(token, "before=" + tokens.get(i).lower());
    }
    for (int i = to; i < Math.min(tokens.size(), to + WORDS_AROUND); i++) {
      clues.here(token, "behind=" + tokens.get(i).lower());
    }
  }

  /** The times of a text; of numbers alone only those that stand in a range of times. */
  static List<Clock> of(String text) {
    List<Clock> all = new ArrayList<>();
    Matcher matcher = CLOCK.matcher(text);
    while (matcher.find()) {
      Clock clock = clock(matcher, text);
      if (clock != null) {
        all.add(clock);
      }
    }
    List<Clock> clocks = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Clock one = all.get(i);
      Clock before = i > 0 && joined(text, all.get(i - 1), one) ? all.get(i - 1) : null;
      Clock after = i + 1 < all.size() && joined(text, one, all.get(i + 1)) ? all.get(i + 1) : null;
      boolean sure =
          one.sure
              || one.role.equals("maybe")
              || before != null && before.sure
              || after != null && after.sure;
      if (sure) {
        String role =
            before != null ? "until" : after != null ? "from" : one.sure ? "alone" : "maybe";
        clocks.add(new Clock(one.start, one.end, one.minutes, true, role));
      }
    }
    return clocks;
  }

  private static @Nullable Clock clock(Matcher m, String text) {
    if (m.group(8) != null) {
      return new Clock(m.start(), m.end(), 0, true, "");
    }
    String hours = m.group(1) != null ? m.group(1) : m.group(4) != null ? m.group(4) : m.group(6);
    String minutes = m.group(1) != null ? m.group(2) : m.group(4) != null ? m.group(5) : m.group(7);
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (hour > 24 || minute > 59) {
      return null;
    }
    String after = text.substring(m.end(), Math.min(text.length(), m.end() + AROUND));
    String before = text.substring(Math.max(0, m.start() - AROUND), m.start());
    boolean colon = minutes != null && m.group(1) != null && text.charAt(m.end(1)) == ':';
    boolean said = m.group(3) != null || UHR.matcher(after).matches();
    boolean dotted = minutes != null && m.group(1) != null && AT.matcher(before).matches();
    boolean sure = colon || said || dotted || m.group(4) != null && minutes != null;
    boolean maybe = AT.matcher(before).matches() && m.group(1) != null;
    return new Clock(m.start(), m.end(), hour % 12 * 60 + minute, sure, maybe ? "maybe" : "");
  }

  private static boolean joined(String text, Clock one, Clock two) {
    int gap = two.start - one.end;
    return gap > 0 && gap < AROUND && BETWEEN.matcher(text.substring(one.end, two.start)).matches();
  }
}
