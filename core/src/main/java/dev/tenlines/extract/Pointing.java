package dev.tenlines.extract;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the place in a document that somebody's words point to. Code decides, never the words. */
final class Pointing {
  private static final Recognizers RECOGNIZERS = new Recognizers();
  private static final int LONGEST = 500;
  private static final Set<FieldType> NUMBERS =
      Set.of(
          FieldType.MONEY, FieldType.NUMBER, FieldType.INTEGER, FieldType.PERCENT, FieldType.CODE);

  private final Document document;
  private final Setting setting;
  private final List<Found> found;

  Pointing(Document document, Setting setting) {
    this.document = document;
    this.setting = setting;
    this.found = RECOGNIZERS.find(document.text(), setting);
  }

  /** Everything in the document that has the field's type, in its order. */
  List<Candidate> typed(FieldSpec field) {
    List<Candidate> typed = new ArrayList<>();
    for (Found one : found) {
      Object value =
          one.readings().stream()
              .map(field.type()::value)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (value != null) {
        Span span = new Span(one.start(), one.end());
        typed.add(new Candidate(span, one.text(), value, 0, null));
      }
    }
    return typed;
  }

  /**
   * The place of a field's value.
   *
   * @param said words of the document, or what they mean
   * @return null where they stand nowhere, or are nothing that the field can be
   */
  @Nullable Candidate at(FieldSpec field, String said) {
    String words = said.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      return null;
    }
    Matcher place = loose(words).matcher(document.text());
    while (place.find()) {
      Object value = FieldReader.read(field, place.group(), setting);
      if (value != null && !isPart(field, place.start(), place.end())) {
        Span span = new Span(place.start(), place.end());
        return new Candidate(span, place.group(), value, 0, null);
      }
    }
    return typed(field).stream()
        .filter(one -> Values.comparable(one.value()).equals(spoken(words)))
        .findFirst()
        .orElse(null);
  }

  /** The third of March holds no number three: parts of dates and codes are nothing themselves. */
  private boolean isPart(FieldSpec field, int start, int end) {
    return NUMBERS.contains(field.type())
        && found.stream()
            .anyMatch(one ->
                one.start() <= start
                    && end <= one.end()
                    && end - start < one.end() - one.start()
                    && (one.value() instanceof Value.Period
                        || one.value() instanceof Value.Identifier));
  }

  private static Object spoken(String words) {
    try {
      return Values.comparable(new java.math.BigDecimal(words));
    } catch (NumberFormatException e) {
      return Values.comparable(words);
    }
  }

  /** White space, case and the shape of quotation marks and dashes are no different words. */
  private static Pattern loose(String words) {
    String pattern =
        Pattern.compile("\\s+")
            .splitAsStream(words)
            .map(word -> word.codePoints().mapToObj(Pointing::loose).collect(Collectors.joining()))
            .collect(Collectors.joining("\\s+"));
    String whole = "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])";
    return Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String loose(int sign) {
    return switch (sign) {
      case '\'', '’', '‘', '`' -> "['’‘`]";
      case '"', '“', '”', '„', '«', '»' -> "[\"“”„«»]";
      case '-', '–', '—', '‑' -> "[-–—‑]";
      default -> Pattern.quote(Character.toString(sign).toLowerCase(Locale.ROOT));
    };
  }
}
