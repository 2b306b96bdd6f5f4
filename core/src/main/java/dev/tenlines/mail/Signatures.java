package dev.tenlines.mail;

import dev.tenlines.document.Block.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Marks signatures and footers among the lines that are not quoted. */
final class Signatures {
  private static final int LONGEST = 30;
  private static final int USUAL = 14;
  private static final int LONGEST_LINE = 200;

  private static final Pattern DELIMITER = Pattern.compile("^(?:--|__|- --)$");
  private static final Pattern RULE = Pattern.compile("^(?:[-=*~–—_]\\s?){3,}$");
  private static final Pattern DASHED_NAME =
      Pattern.compile("^[-–—~]\\s?\\p{Lu}[\\p{L}'.]*(?: \\p{Lu}[\\p{L}'.]*){0,3}$");
  private static final Pattern SENT_FROM =
      Pattern.compile("(?iu)^[\\[<(*_]*" + MailWords.any("sent-from") + "(?![\\p{L}]).*");
  private static final Pattern SENT_FROM_AT_END =
      Pattern.compile("(?iu)^(?:\\p{L}+['’ ]\\p{L}* ?){1,3}(?:gönderildi|送信|보냄)[.。]?$");
  private static final Set<String> SENT_WORDS = MailWords.first("sent-from");
  private static final Set<String> SENT_LAST =
      Set.of("gönderildi", "iphoneから送信", "から送信", "보냄", "送信");
  private static final Pattern LINK =
      Pattern.compile("[<(\\[]?(?:https?|mailto):[^\\s>]*[>)\\]]?|<[^>]*>");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?iu)^"
              + MailWords.any("closing")
              + "(?: (?:from|aus|de|van|aan|to) [\\p{L} ]{1,30})?\\s*[,.!;:–-]*$");
  private static final Set<String> CLOSING_WORDS = MailWords.first("closing", "thanks");
  private static final Pattern THANKS =
      Pattern.compile("(?iu)^" + MailWords.any("thanks", "closing") + "\\s*[,.!;:–-]*$");
  private static final Pattern NAME =
      Pattern.compile(
          "^\\*?(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*)(?:,? (?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|de|da|van|von|der|den|di|del|la|le|bin|al|y|e|&|@|at)){0,5}\\*?[,.!]?$");
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?iu)[\\w.+-]+@[\\w-]+\\.[\\w.]+|https?://|www\\.|\\+?\\(?\\d[\\d ()./-]{6,}\\d|^(?:tel|phone|fax|mobile|mob|skype|t|m|f|p|e|w)\\s?[.:]");
  private static final Pattern SENTENCE = Pattern.compile("(?:[?;]|\\p{Ll}{2}[.!]|,)$");
  private static final Pattern LIST =
      Pattern.compile("(?iu)https?://|[\\w.+-]+@[\\w-]+\\.|mailing list|unsubscribe");
  private static final Pattern SECRET =
      Pattern.compile("(?iu)(?<!\\p{L})" + MailWords.any("secret"));
  private static final Pattern MESSAGE =
      Pattern.compile("(?iu)(?<!\\p{L})" + MailWords.any("message"));
  private static final Pattern UNSUBSCRIBE =
      Pattern.compile("(?iu)(?<!\\p{L})" + MailWords.any("unsubscribe"));

  private final List<Line> lines;
  private final @Nullable Kind[] kinds;
  private final String sender;

  /** How many lines before each are not blank. */
  private final int[] full;

  private Signatures(List<Line> lines, @Nullable Kind[] kinds, String sender) {
    this.lines = lines;
    this.kinds = kinds;
    this.sender = sender.replaceAll("<[^>]*>", "").replaceAll("[\"']", "").strip();
    this.full = new int[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      full[i + 1] = full[i] + (lines.get(i).blank() ? 0 : 1);
    }
  }

  /** Marks those of each stretch of unmarked lines. */
  static void mark(List<Line> lines, @Nullable Kind[] kinds, String sender) {
    Signatures signatures = new Signatures(lines, kinds, sender);
    int from = 0;
    while (from < lines.size()) {
      int end = from;
      while (end < lines.size() && kinds[end] == null) {
        end++;
      }
      if (end > from) {
        signatures.stretch(from, end);
      }
      from = end + 1;
    }
  }

  private void stretch(int from, int end) {
    int body = footer(from, end);
    for (int i = from; i < body; i++) {
      Kind kind = lines.get(i).blank() ? null : begins(from, i, body);
      if (kind != null) {
        Arrays.fill(kinds, i, body, kind);
        return;
      }
    }
  }

  /** Marks the paragraphs at the end that are notices; returns where they begin. */
  private int footer(int from, int end) {
    int body = end;
    int at = end;
    while (at > from) {
      while (at > from && lines.get(at - 1).blank()) {
        at--;
      }
      int start = at;
      while (start > from && !lines.get(start - 1).blank()) {
        start--;
      }
      // The first paragraph is what the mail is about, even where it speaks of secrets.
      if (start == at || start <= from || !notice(start, at)) {
        break;
      }
      body = start;
      at = start;
    }
    if (body < end) {
      Arrays.fill(kinds, body, end, Kind.FOOTER);
    }
    return body;
  }

  private boolean notice(int from, int end) {
    StringBuilder paragraph = new StringBuilder();
    for (Line line : lines.subList(from, end)) {
      paragraph.append(line.text()).append(' ');
    }
    boolean secret =
        paragraph.length() > 80
            && SECRET.matcher(paragraph).find()
            && MESSAGE.matcher(paragraph).find();
    boolean list = RULE.matcher(lines.get(from).text()).matches() && LIST.matcher(paragraph).find();
    return secret || list && end - from <= USUAL || UNSUBSCRIBE.matcher(paragraph).find();
  }

  private @Nullable Kind begins(int from, int at, int end) {
    String text = lines.get(at).text();
    int left = full[end] - full[at + 1];
    if (DELIMITER.matcher(text).matches() && left <= LONGEST) {
      return left > 0 && list(at + 1, end) ? Kind.FOOTER : Kind.SIGNATURE;
    }
    if (RULE.matcher(text).matches() && left > 0 && signs(at + 1, end, left)) {
      return list(at + 1, end) ? Kind.FOOTER : Kind.SIGNATURE;
    }
    if (text.length() > LONGEST_LINE) {
      return null;
    }
    if (sentFrom(text)) {
      return Kind.SIGNATURE;
    }
    boolean closes = CLOSING_WORDS.contains(MailWords.firstWord(text));
    boolean signed =
        DASHED_NAME.matcher(text).matches() && at > from && left <= 6 && signs(at + 1, end, left)
            || closes && CLOSING.matcher(text).matches() && left > 0 && signs(at + 1, end, left)
            || closes && THANKS.matcher(text).matches() && left > 0 && named(at + 1, end, left)
            || at > from && isSender(text) && signs(at + 1, end, left)
            || at > from && lines.get(at - 1).blank() && contacts(at, end, left);
    return signed ? Kind.SIGNATURE : null;
  }

  private boolean list(int from, int end) {
    return lines.subList(from, end).stream()
        .anyMatch(l -> l.text().toLowerCase(Locale.ROOT).contains("mailing list"));
  }

  /** Few short words about a device or a program, no sentence. */
  private static boolean sentFrom(String text) {
    boolean may =
        SENT_WORDS.contains(MailWords.firstWord(text))
            || SENT_LAST.contains(MailWords.lastWord(text.replaceAll("<.*", "")));
    if (!may) {
      return false;
    }
    String words = LINK.matcher(text).replaceAll("").strip();
    boolean said = SENT_FROM.matcher(words).matches() || SENT_FROM_AT_END.matcher(words).matches();
    return said
        && words.length() <= 70
        && words.split("\\s+").length <= 9
        && !words.matches(".*[,;?!:].*|.*\\p{Ll}{3}\\.\\s.*")
        && !(words.endsWith(".") && words.split("\\s+").length > 6);
  }

  /** Whether what is left may stand under a signature: few short lines that are no sentences. */
  private boolean signs(int from, int end, int left) {
    if (left > USUAL) {
      return false;
    }
    long odd =
        lines.subList(from, end).stream().filter(l -> !l.blank() && !brief(l.text())).count();
    return odd == 0 || left >= 5 && odd == 1;
  }

  private static boolean brief(String text) {
    String plain = LINK.matcher(text).replaceAll("x");
    boolean contact = CONTACT.matcher(text).find();
    return plain.length() <= 80
        && plain.split("\\s+").length <= 12
        && (contact || !SENTENCE.matcher(plain).find() || plain.split("\\s+").length <= 3);
  }

  private boolean named(int from, int end, int left) {
    int at = from;
    while (lines.get(at).blank()) {
      at++;
    }
    return NAME.matcher(lines.get(at).text()).matches() && signs(from, end, left);
  }

  private boolean isSender(String text) {
    String name = sender;
    if (name.isEmpty() || text.length() > 2 * name.length() + 40 || name.contains("@")) {
      return false;
    }
    String said = text.replaceAll("[*,.!]+$", "").replaceAll("^[-–—* ]+", "").strip();
    return said.equalsIgnoreCase(name)
        || said.equalsIgnoreCase(name.split("\\s+")[0])
        || said.length() > name.length()
            && said.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))
            && said.split("\\s+").length <= 8;
  }

  /** A last paragraph that is a card: a name, and at least one way to reach it. */
  private boolean contacts(int at, int end, int left) {
    if (left < 1
        || !NAME.matcher(lines.get(at).text()).matches() && !titled(lines.get(at).text())) {
      return false;
    }
    boolean reach =
        lines.subList(at + 1, end).stream().anyMatch(l -> CONTACT.matcher(l.text()).find());
    boolean oneParagraph =
        lines.subList(at, end).stream().dropWhile(l -> !l.blank()).allMatch(Line::blank);
    return reach && oneParagraph && signs(at, end, left + 1);
  }

  private static boolean titled(String text) {
    String name = text.replaceAll(",? (?:Ph\\. ?D|M\\.?D|Jr|Sr|MBA|M\\.?Sc|B\\.?Sc|Esq)\\.?", "");
    return !name.equals(text) && NAME.matcher(name.strip()).matches();
  }
}
