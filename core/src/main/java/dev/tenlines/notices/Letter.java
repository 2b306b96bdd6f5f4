package dev.tenlines.notices;

import dev.tenlines.document.Block;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.identifiers.Identifiers;
import dev.tenlines.notices.Line.Zone;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value.Identifier;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document as somebody writes it to others: head, body, signature, and what it answers. */
final class Letter {
  private static final int LONGEST_SIGNATURE = 24;
  private static final int CARD = 12;
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,200}\\p{L}");
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?iu)@|www\\.|https?:|(?:\\+|\\(|\\b0)[0-9][0-9 ()./-]{6,16}[0-9]|(?:^|[ |,])(?:t|p|m|tel|phone|fon|telefon|mob|mobil|mobile|cell)\\b[.: ]{0,3}[+(0-9]");
  private static final Pattern UNITED_STATES =
      Pattern.compile("\\([2-9][0-9]{2}\\) ?[0-9]{3}-[0-9]{4}|\\b[A-Z]{2} [0-9]{5}\\b|\\$[0-9]");
  private static final Pattern BRITAIN =
      Pattern.compile(
          "£|\\+44|\\b[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}\\b|\\.uk\\b|\\b0[127][0-9]{3} [0-9]{3}");

  final String text;
  final List<Line> lines;
  final List<Found> found;
  final Setting setting;
  final @Nullable Span from;
  final @Nullable Span to;
  final @Nullable Span subject;
  final @Nullable Span date;
  final boolean mail;
  final LocalDate today;
  private final Document document;
  private final Setting asked;

  Letter(Document document, Setting asked) {
    this.document = document;
    this.asked = asked;
    text = document.text();
    from = head("From");
    to = head("To");
    subject = head("Subject");
    date = head("Date");
    mail = from != null;
    LocalDate sent = sent();
    today = sent == null ? asked.now().toLocalDate() : sent;
    setting =
        new Setting(
            locale(),
            sent == null ? asked.now() : sent.atTime(12, 0).atZone(asked.now().getZone()));
    lines = List.copyOf(lines());
    found = Identifiers.all().find(text, setting);
  }

  @SuppressWarnings("ReferenceEquality") // the same document, not one like it
  boolean isOf(Document other, Setting otherSetting) {
    return document == other && asked.equals(otherSetting);
  }

  private @Nullable Span head(String name) {
    return document.fields().stream()
        .filter(
            field -> field.source().equals("mail header") && field.name().equalsIgnoreCase(name))
        .map(Field::span)
        .filter(span -> span != null && span.length() > 0)
        .findFirst()
        .orElse(null);
  }

  /** The day a mail says it was sent. */
  private @Nullable LocalDate sent() {
    if (date == null) {
      return null;
    }
    try {
      String said = date.of(text).replaceFirst(" ?\\(.*$", "").strip();
      return OffsetDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** With the country, which decides what 3/4 is and what a number of a phone may be. */
  private Locale locale() {
    Locale own = asked.locale();
    if (!own.getCountry().isEmpty() || !own.getLanguage().equals("en")) {
      return own;
    }
    boolean states = UNITED_STATES.matcher(text).find();
    return states ? Locale.US : BRITAIN.matcher(text).find() ? Locale.UK : own;
  }

  private List<Line> lines() {
    List<Line> all = new ArrayList<>();
    int paragraph = 0;
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      Span span = stripped(at, end);
      if (span.length() == 0) {
        paragraph++;
      } else {
        all.add(new Line(span, span.of(text), zone(span), paragraph));
      }
      at = end + 1;
    }
    return signed(all);
  }

  Span stripped(int from, int until) {
    int start = from;
    int end = until;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  private Zone zone(Span span) {
    Zone zone = Zone.BODY;
    for (Block block : document.blocks()) {
      if (block.span().overlaps(span)) {
        switch (block.kind()) {
          case HEADER_FIELD -> {
            return Zone.HEAD;
          }
          case QUOTED_REPLY -> {
            return Zone.QUOTED;
          }
          case FOOTER -> zone = Zone.FOOTER;
          case SIGNATURE -> zone = zone == Zone.FOOTER ? zone : Zone.SIGNATURE;
          default -> {}
        }
      }
    }
    return span.of(text).startsWith(">") ? Zone.QUOTED : zone;
  }

  /** The signature begins after the closing, or where the last short lines do. */
  private List<Line> signed(List<Line> all) {
    int quoted = 0;
    while (quoted < all.size() && all.get(quoted).zone() != Zone.QUOTED) {
      quoted++;
    }
    int begin = quoted;
    while (begin > 0
        && all.get(begin - 1).zone() != Zone.BODY
        && all.get(begin - 1).zone() != Zone.HEAD) {
      begin--;
    }
    int first = begin;
    for (int i = quoted - 1; i >= 0 && quoted - i <= LONGEST_SIGNATURE; i--) {
      Line line = all.get(i);
      if (line.zone() == Zone.HEAD) {
        break;
      }
      if (Terms.CLOSING.matcher(line.said()).matches()) {
        first = Math.min(first, i);
        break;
      }
    }
    if (first == begin) {
      first = shortLines(all, begin, quoted);
    }
    int closing = quoted;
    while (closing > begin && !Terms.CLOSING.matcher(all.get(closing - 1).said()).matches()) {
      closing--;
    }
    List<Line> signed = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Line line = all.get(i);
      boolean mine = i >= first && i < quoted && line.zone() == Zone.BODY;
      // What stands before the closing was taken for a signature because its lines are short.
      boolean theirs =
          i < closing - 1 && closing > begin && i >= begin && line.zone() == Zone.SIGNATURE;
      Zone zone = mine ? Zone.SIGNATURE : theirs ? Zone.BODY : line.zone();
      signed.add(new Line(line.span(), line.said(), zone, line.paragraph()));
    }
    return signed;
  }

  /** Paragraphs of short lines at the end, as far as they hold a name or numbers. */
  private int shortLines(List<Line> all, int begin, int quoted) {
    int first = begin;
    boolean contact = begin < quoted;
    for (int i = begin - 1; i >= 0 && quoted - i <= CARD; i--) {
      String said = all.get(i).said();
      boolean isShort =
          said.length() <= 72
              && !said.matches(".*\\p{Ll}{2}[.!?:;,]$")
              && all.get(i).zone() == Zone.BODY;
      if (!isShort) {
        break;
      }
      contact |= CONTACT.matcher(said).find();
      boolean begins =
          i == 0
              || all.get(i - 1).paragraph() != all.get(i).paragraph()
              || all.get(i - 1).zone() == Zone.HEAD;
      first = begins ? i : first;
    }
    boolean card = !mail && first == 0;
    // A text of short lines with a day in it is a notice, not somebody's card.
    boolean dated =
        !mail && !Days.in(text, new Span(0, text.length()), setting.locale(), today).isEmpty();
    return contact && !dated || card && !dated ? first : begin;
  }

  List<Line> lines(Zone zone) {
    return lines.stream().filter(line -> line.zone() == zone).toList();
  }

  /** What the author wrote: the body, and the signature after it. */
  List<Line> own() {
    return lines.stream()
        .filter(line -> line.zone() == Zone.BODY || line.zone() == Zone.SIGNATURE)
        .toList();
  }

  /** The codes of a kind within a stretch. */
  List<Found> codes(String kind, Span within) {
    return found.stream()
        .filter(one -> within.start() <= one.start() && one.end() <= within.end())
        .filter(one -> one.value() instanceof Identifier code && code.kind().equals(kind))
        .toList();
  }

  /** The address of who wrote it, or who reads it. */
  @Nullable Span address(@Nullable Span head) {
    Matcher address = MAIL.matcher(text);
    return head != null && address.region(head.start(), head.end()).find()
        ? new Span(address.start(), address.end())
        : null;
  }

  /** The name in front of an address, without the quotation marks. */
  @Nullable Span display(@Nullable Span head) {
    if (head == null) {
      return null;
    }
    int angle = text.indexOf('<', head.start());
    if (angle < 0 || angle > head.end()) {
      return null;
    }
    Span span = stripped(head.start(), angle);
    boolean quoted =
        span.length() > 2 && text.charAt(span.start()) == '"' && text.charAt(span.end() - 1) == '"';
    Span bare = quoted ? new Span(span.start() + 1, span.end() - 1) : span;
    return bare.length() > 0 && bare.of(text).indexOf('@') < 0 ? bare : null;
  }

  /**
   * The part of an address by which a firm is known: {@code glasrecke} of {@code x@glasrecke.de}.
   */
  String domain(@Nullable Span head) {
    Span address = address(head);
    if (address == null) {
      return "";
    }
    String said = address.of(text);
    String host = said.substring(said.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    String[] parts = host.split("\\.");
    int last = parts.length - 1;
    // The last is the country; before it may stand "co" or another word of no firm.
    int own = last - 1;
    while (own > 0
        && (parts[own].length() <= 3 && parts[own + 1].length() == 2
            || parts[own].equals("example"))) {
      own--;
    }
    return own < 0 ? "" : Terms.compact(parts[own]);
  }

  /** Whether a name says the same as the domain of an address. */
  boolean agrees(String name, @Nullable Span head) {
    String domain = domain(head);
    String whole = Terms.compact(name);
    String bare = Terms.compact(Terms.LEGAL.matcher(name).replaceAll(""));
    if (domain.length() < 4 || bare.length() < 4) {
      return false;
    }
    return domain.contains(bare)
        || bare.contains(domain)
        || whole.contains(domain)
        || wordsOf(name, domain);
  }

  /** Two words of a name, or one long one, stand in the domain. */
  private static boolean wordsOf(String name, String domain) {
    int letters = 0;
    for (String word : name.split("[^\\p{L}\\p{N}]+")) {
      String key = Terms.compact(word);
      letters += key.length() > 3 && domain.contains(key) ? key.length() : 0;
    }
    return letters * 5 >= domain.length() * 3;
  }

  Candidate candidate(Span span, Object value, double score) {
    return new Candidate(span, span.of(text), value, score, null);
  }

  /** The words of a stretch as one line. */
  Candidate said(Span span, double score) {
    return candidate(span, span.of(text).replaceAll("\\s+", " "), score);
  }

  Document document() {
    return document;
  }

  Setting asked() {
    return asked;
  }
}
