package dev.tenlines.notices;

import dev.tenlines.document.Span;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of the day, alone or from one until another. */
final class Clocks {
  private static final Pattern TIME =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}:/.,+€$£#-])(?:(?<h>[01]?[0-9]|2[0-4])(?:(?:(?<colon>:)|(?<dot>\\.)|(?<hm>\\s?h\\s?))(?<m>[0-5][0-9]))?(?![0-9]|[:.,/][0-9])(?:\\s{0,2}(?:(?<half>[ap])(?:\\.\\s?m\\.|\\.?m(?![\\p{L}])\\.?)|(?<mark>uhr|uur|horas|hrs?|heures|h|o'clock)(?![\\p{L}])\\.?))?|(?<noon>noon|midday|midi|mezzogiorno|mediodía)(?![\\p{L}]))");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\s{0,2}(?:[-–—]|to|till|until|'?til|bis|à|a|al|alle|tot|hasta|and|und|y|et|en|e|thru)(?:\\s(?:ca\\.?|las|alle|um|ore|gegen))?\\s{0,2}");
  private static final Pattern CUE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:at|um|ab|von|from|between|zwischen|gegen|ore|alle|om|van|vanaf|a las|las|dalle|à|de|dès|time|uhrzeit|zeit|heure|horaire|hora|tijd|ora|orario|start|beginn|begin|when|wann)\\s?:?\\s{0,10}$");

  private Clocks() {}

  /** A time and where it stands; perhaps with the time until which something lasts. */
  record Clock(Span span, LocalTime time, @Nullable Span untilSpan, @Nullable LocalTime until) {
    Span whole() {
      return untilSpan == null ? span : new Span(span.start(), untilSpan.end());
    }
  }

  /** One time, before it is clear whether it is one and which half of the day it is in. */
  private record Part(
      Span span, int hour, int minute, @Nullable String half, boolean sure, boolean day) {
    LocalTime time(@Nullable String other) {
      String mine = half == null ? other : half;
      int turned = mine == null ? hour % 24 : hour % 12 + (mine.equals("p") ? 12 : 0);
      return LocalTime.of(mine != null && hour > 12 ? hour % 24 : turned, minute);
    }
  }

  static List<Clock> in(String text, Span within, Locale locale) {
    List<Clock> clocks = new ArrayList<>();
    Matcher matcher = TIME.matcher(text).useTransparentBounds(true);
    int at = within.start();
    while (at < within.end() && matcher.region(at, within.end()).find()) {
      Part first = part(text, matcher);
      at = matcher.end();
      Matcher between = BETWEEN.matcher(text).region(at, within.end());
      Part second = null;
      if (between.lookingAt() && matcher.region(between.end(), within.end()).lookingAt()) {
        second = part(text, matcher);
      } else if (between.lookingAt()) {
        // "Between" may be the beginning of a word; then there is no second time.
        second = null;
      }
      boolean cue =
          CUE.matcher(
                  text.substring(
                      Math.max(within.start(), first.span().start() - 24), first.span().start()))
              .find();
      if (second != null
          && (second.sure() || first.sure())
          && (first.sure() || !isCount(text, second))) {
        clocks.add(range(first, second, locale));
        at = second.span().end();
      } else if (first.sure() || cue && first.day()) {
        clocks.add(new Clock(first.span(), first.time(guess(first, locale)), null, null));
      }
    }
    return clocks;
  }

  private static boolean isCount(String text, Part part) {
    return part.span().end() < text.length() && text.charAt(part.span().end()) == '%';
  }

  private static Part part(String text, Matcher matcher) {
    int end = matcher.end();
    while (end > matcher.start() + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    Span span = new Span(matcher.start(), end);
    if (matcher.group("noon") != null) {
      return new Part(span, 12, 0, null, true, true);
    }
    String minute = matcher.group("m");
    String half = matcher.group("half");
    boolean marked =
        half != null
            || matcher.group("mark") != null
            || matcher.group("colon") != null
            || matcher.group("hm") != null;
    return new Part(
        span,
        Integer.parseInt(matcher.group("h")),
        minute == null ? 0 : Integer.parseInt(minute),
        half == null ? null : half.toLowerCase(Locale.ROOT),
        marked,
        minute != null);
  }

  private static Clock range(Part first, Part second, Locale locale) {
    LocalTime until = second.time(guess(second, locale));
    String half = second.half();
    LocalTime from = first.time(half == null ? guess(first, locale) : half);
    if (first.half() == null && from.isAfter(until) && half != null) {
      from = first.time(half.equals("p") ? "a" : "p");
    }
    return new Clock(first.span(), from, second.span(), until);
  }

  /** Nobody is invited at four in the morning. */
  private static @Nullable String guess(Part part, Locale locale) {
    boolean afternoon =
        locale.getLanguage().equals("en")
            && part.half() == null
            && part.hour() >= 1
            && part.hour() <= 6;
    return afternoon ? "p" : null;
  }
}
