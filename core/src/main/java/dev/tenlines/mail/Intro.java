package dev.tenlines.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that introduce what somebody else wrote: "On 3 May 2021 at 10:20, Ann wrote:". They are
 * known by their parts, not by their wording: a day, a time, an address, a verb of writing, and a
 * colon at the end, in any order that languages have.
 */
final class Intro {
  private static final int MOST_LINES = 5;
  private static final int LONGEST = 420;
  private static final int NEAR = 2;
  private static final int LONGEST_VERB = 30;

  static final Pattern ADDRESS = Pattern.compile("[\\w.+%='-]{1,80}@[\\w-]{1,80}\\.[\\w.-]{1,80}");
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(?:\\d{1,4}[./-] ?\\d{1,2}[./-] ?\\d{2,4}|\\d{4}[年년]\\s?\\d{1,2}[月월])");
  private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2}[:.h時点时]\\d{2}(?!\\d)");
  private static final Pattern TOKEN = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*|\\d+");
  private static final Pattern WROTE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\d])" + MailWords.any("wrote") + "(?![\\p{L}])|的?写道|寫道|님이 작성");
  private static final Pattern WROTE_AT_END =
      Pattern.compile("(?iu)(?<![\\p{L}\\d])" + MailWords.any("wrote") + "[\\s:：]*$");
  private static final Pattern NAMED_AT_END =
      Pattern.compile("(?:[<(\\[].{0,200}[>)\\]]|\")\\s*[:：]$");
  private static final Pattern OPENER =
      Pattern.compile("(?iu)^[\"“(]?" + MailWords.any("opener") + "(?![\\p{L}])");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<![ap]\\.? ?m)[.!?:;]$");
  private static final Pattern DASHES = Pattern.compile("^[-–—_*\\s]+|[-–—_*\\s]+$");
  private static final Set<String> OPENINGS = MailWords.first("opener");
  private static final Set<String> ENDINGS = MailWords.last("wrote");
  private static final Set<String> CALENDAR = MailWords.set("calendar");

  private Intro() {}

  /** The index behind an introduction that begins at this line, or -1. */
  static int end(List<Line> lines, int from) {
    if (lines.get(from).blank() || !mayEnd(lines, from)) {
      return -1;
    }
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      Line line = lines.get(i);
      if (line.blank() || line.depth() != lines.get(from).depth() || joined.length() > LONGEST) {
        return -1;
      }
      if (i > from && SENTENCE_END.matcher(lines.get(i - 1).text()).find()) {
        return -1;
      }
      joined.append(i == from ? "" : " ").append(line.text());
      String text = DASHES.matcher(joined).replaceAll("");
      if (text.length() <= LONGEST && (clear(text) || vague(text, lines, i))) {
        return i + 1;
      }
      if (!begins(text)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether any line from here on ends like an introduction, which is quickly seen. */
  private static boolean mayEnd(List<Line> lines, int from) {
    for (int i = from; i < Math.min(lines.size(), from + MOST_LINES); i++) {
      String text = lines.get(i).text();
      if (text.isEmpty()) {
        return false;
      }
      if (colon(text) || ENDINGS.contains(MailWords.lastWord(text))) {
        return true;
      }
    }
    return false;
  }

  /** Whatever follows, this introduces something. */
  private static boolean clear(String text) {
    boolean colon = colon(text);
    if (!begins(text) || !colon && !saysWrote(text)) {
      return false;
    }
    boolean when = day(text) || colon && TIME.matcher(text).find() && ADDRESS.matcher(text).find();
    if (!when) {
      return false;
    }
    boolean verb = WROTE.matcher(text).find();
    boolean address = ADDRESS.matcher(text).find();
    return verb && (colon || address) || address && NAMED_AT_END.matcher(text).find() && colon;
  }

  /** "Ann wrote:" is one only where a quote follows. */
  private static boolean vague(String text, List<Line> lines, int at) {
    boolean spoken =
        colon(text) && text.length() <= 160 && (saysWrote(text) || ADDRESS.matcher(text).find());
    int next = at + 1;
    while (next < lines.size() && lines.get(next).blank() && next < at + 3) {
      next++;
    }
    return spoken && next < lines.size() && lines.get(next).depth() > lines.get(at).depth();
  }

  private static boolean colon(String text) {
    return text.endsWith(":") || text.endsWith("：");
  }

  private static boolean saysWrote(String text) {
    String end = text.substring(Math.max(0, text.length() - LONGEST_VERB));
    return WROTE_AT_END.matcher(end).find();
  }

  private static boolean begins(String text) {
    boolean opens = OPENINGS.contains(MailWords.firstWord(text)) && OPENER.matcher(text).find();
    if (opens || text.indexOf('@') >= 0 && ADDRESS.matcher(text).find()) {
      return true;
    }
    Matcher first = TOKEN.matcher(text);
    if (!first.find() || first.start() > 1) {
      return false;
    }
    return Character.isDigit(first.group().charAt(0)) || calendar(first.group());
  }

  /** Whether it names a day: in figures, or a month or weekday beside a number. */
  static boolean day(String text) {
    if (DAY.matcher(text).find()) {
      return true;
    }
    Matcher tokens = TOKEN.matcher(text);
    int number = -NEAR - 1;
    int named = -NEAR - 1;
    for (int i = 0; tokens.find(); i++) {
      if (Character.isDigit(tokens.group().charAt(0))) {
        number = i;
      } else if (tokens.group().length() > 2 && calendar(tokens.group())) {
        named = i;
      }
      if (number >= 0 && named >= 0 && Math.abs(number - named) <= NEAR) {
        return true;
      }
    }
    return false;
  }

  private static boolean calendar(String word) {
    return CALENDAR.contains(word.toLowerCase(Locale.ROOT));
  }
}
