package dev.tenlines.tagging;

import dev.tenlines.fields.Recognizers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What recognisers read in a text: dates, numbers, amounts, addresses, codes. */
final class Recognised {
  private static final Recognizer ALL = new Recognizers();

  /** What a text means depends on when it was written, but not what kind of thing it names. */
  private static final ZonedDateTime ANY_DAY =
      ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private static final Set<String> JOINING =
      Set.of("at", "for", "from", "by", "around", "um", "à", "a", "om", "alle");

  private Recognised() {}

  static void add(Clues clues, String text, Locale locale) {
    List<Token> tokens = clues.tokens();
    for (Found found : ALL.find(text, new Setting(locale, ANY_DAY))) {
      String kind = kind(found.value());
      int from = Tokens.first(tokens, found.start());
      int to = from;
      while (to < tokens.size() && tokens.get(to).start() < found.end()) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (!leadsToClock(clues, i, to)) {
          means(clues, i, found.value());
        }
        String place = Tokens.place(i, from, to);
        clues.near(i, "is=" + kind);
        clues.here(i, "is=" + kind + " " + place);
        clues.here(i, "is " + place);
        clues.nature(i, kind + " " + place);
      }
    }
  }

  /** Whether it only joins a day with the time of day behind it. */
  private static boolean leadsToClock(Clues clues, int i, int to) {
    int at = i;
    while (at < to
        && !clues.means(at, Meaning.TIME)
        && (!clues.tokens().get(at).isWord() && !clues.tokens().get(at).isDigits()
            || JOINING.contains(clues.tokens().get(at).lower()))) {
      at++;
    }
    return at > i && at < to && clues.means(at, Meaning.TIME);
  }

  private static void means(Clues clues, int i, Value value) {
    switch (value) {
      case Value.Period period -> {
        if (!clues.means(i, Meaning.TIME)) {
          clues.meant(i, Meaning.DAY);
        }
      }
      case Value.Numeric number -> {
        if (!clues.means(i, Meaning.TIME)) {
          clues.meant(i, Meaning.NUMBER);
        }
      }
      case Value.Amount amount -> clues.meant(i, Meaning.MONEY);
      case Value.Identifier code -> {
        switch (code.kind()) {
          case "email" -> clues.meant(i, Meaning.EMAIL);
          case "phone" -> clues.meant(i, Meaning.PHONE);
          case "url" -> clues.meant(i, Meaning.URL);
          default -> {}
        }
      }
      default -> {}
    }
  }

  private static String kind(Value value) {
    return switch (value) {
      case Value.Period period ->
          period.grain().compareTo(Grain.HOUR) <= 0
              ? "moment"
              : period.grain() == Grain.DAY ? "day" : "period";
      case Value.Length length -> "length";
      case Value.Numeric number -> number.ordinal() ? "ordinal" : "number";
      case Value.Amount amount -> "amount";
      case Value.Percent percent -> "percent";
      case Value.Quantity quantity -> "quantity";
      case Value.Identifier code -> code.kind();
      case Value.Named named -> named.kind();
    };
  }
}
