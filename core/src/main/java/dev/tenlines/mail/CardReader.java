package dev.tenlines.mail;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Decoding;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads calendars and business cards: each value is a field, and a line of the text. */
public final class CardReader {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(Z?))?");

  /** What tells nobody anything: rules of time zones, versions, pictures. */
  private static final Set<String> DULL =
      Set.of("BEGIN", "END", "VERSION", "PRODID", "PHOTO", "LOGO", "KEY", "SOUND", "CALSCALE");

  private CardReader() {}

  /** The document of a calendar ({@code text/calendar}) or of cards ({@code text/vcard}). */
  public static Document read(
      String name, String mediaType, byte[] bytes, @Nullable String charset) {
    boolean calendar = mediaType.equals("text/calendar");
    String source = calendar ? "calendar" : "vcard";
    StringBuilder text = new StringBuilder();
    List<Field> fields = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    Deque<String> within = new ArrayDeque<>();
    for (ContentLines.Entry entry : ContentLines.of(Decoding.decode(bytes, charset))) {
      if (entry.name().equals("BEGIN")) {
        within.push(entry.value().strip());
      } else if (entry.name().equals("END") && !within.isEmpty()) {
        within.pop();
      }
      boolean zone = within.stream().anyMatch(w -> w.equalsIgnoreCase("VTIMEZONE"));
      String value = value(entry, calendar);
      if (DULL.contains(entry.name()) || zone || value.isEmpty()) {
        continue;
      }
      String component = within.isEmpty() ? "" : within.peek() + ".";
      int start = text.length();
      text.append(entry.name()).append(": ");
      Span place = new Span(text.length(), text.length() + value.length());
      text.append(value);
      blocks.add(new Block(Kind.PARAGRAPH, new Span(start, text.length())));
      fields.add(new Field(component + entry.name(), value, source, place));
      text.append('\n');
    }
    return new Document(
        name,
        mediaType,
        text.toString(),
        List.of(),
        blocks,
        List.of(),
        fields,
        List.of(),
        List.of());
  }

  private static String value(ContentLines.Entry entry, boolean calendar) {
    if (calendar) {
      String time = time(entry);
      if (time != null) {
        return time;
      }
      boolean person = entry.name().equals("ORGANIZER") || entry.name().equals("ATTENDEE");
      String address = entry.value().replaceAll("(?i)^mailto:", "").strip();
      String called = entry.parameters().getOrDefault("CN", "");
      if (person) {
        return called.isEmpty() || called.equals(address) ? address : called + " <" + address + ">";
      }
      return entry.text();
    }
    boolean parts = Set.of("N", "ADR", "ORG").contains(entry.name());
    String value = parts ? parts(entry.value()) : entry.value();
    return new ContentLines.Entry(entry.name(), entry.parameters(), value).text();
  }

  /** Semicolons part a name or an address; empty parts are left out. */
  private static String parts(String value) {
    List<String> parts = new ArrayList<>();
    for (String part : value.split("(?<!\\\\);")) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return String.join(", ", parts);
  }

  /** {@code 2026-03-01T10:00:00[Europe/Berlin]}; null where the value is no time. */
  private static @Nullable String time(ContentLines.Entry entry) {
    Matcher date = DATE.matcher(entry.value().strip());
    boolean dated =
        entry.name().startsWith("DT")
            || Set.of("CREATED", "LAST-MODIFIED", "DUE", "COMPLETED", "RECURRENCE-ID")
                .contains(entry.name());
    if (!dated || !date.matches()) {
      return null;
    }
    String day = "%s-%s-%s".formatted(date.group(1), date.group(2), date.group(3));
    if (date.group(4) == null) {
      return day;
    }
    String seconds = date.group(6) == null ? "00" : date.group(6);
    String zone = entry.parameters().getOrDefault("TZID", "");
    return "%sT%s:%s:%s%s%s"
        .formatted(
            day,
            date.group(4),
            date.group(5),
            seconds,
            date.group(7) == null ? "" : date.group(7),
            zone.isEmpty() ? "" : "[" + zone + "]");
  }
}
