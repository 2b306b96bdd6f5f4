package dev.tenlines.fields;

import dev.tenlines.identifiers.Codes;
import dev.tenlines.identifiers.Identifiers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads words that are said to be a field's value: what they mean, or that they are none. */
public final class FieldReader {
  private static final Recognizer ALL = new Recognizers();

  private FieldReader() {}

  /**
   * The value that words mean as a field of a schema, as JSON has it.
   *
   * @return null when they mean nothing that the field can be
   */
  public static @Nullable Object read(FieldSpec field, String words, Setting setting) {
    String text = words.strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (field.type()) {
      case TEXT, PERSON, ORGANISATION, ADDRESS -> text.replaceAll("\\s+", " ");
      case CODE -> text.codePoints().anyMatch(Character::isLetterOrDigit) ? oneLine(text) : null;
      case CHOICE -> choice(field.choices(), text);
      case IDENTIFIER -> identifier(field.kind(), text, setting);
      case CURRENCY -> currency(text, setting);
      default -> recognised(field, ALL.find(text, setting));
    };
  }

  private static @Nullable String oneLine(String text) {
    return text.indexOf('\n') < 0 ? text : null;
  }

  private static @Nullable String choice(List<String> choices, String text) {
    return choices.stream().filter(text::equalsIgnoreCase).findFirst().orElse(null);
  }

  private static @Nullable Object identifier(String kind, String text, Setting setting) {
    if (Codes.kinds().contains(kind)) {
      return Codes.isValid(kind, text) ? text.replaceAll("[\\s.-]", "") : null;
    }
    // "vat" is any country's.
    List<Found> found = Identifiers.all().find(text, setting);
    return found.stream()
        .filter(one -> one.start() == 0 && one.end() == text.length())
        .map(one -> FieldType.IDENTIFIER.value(one.value()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Object currency(String text, Setting setting) {
    if (text.matches("[A-Z]{3}")) {
      return text;
    }
    // A sign alone is no amount; with a number it names its currency.
    return ALL.find(text + " 1", setting).stream()
        .flatMap(found -> found.readings().stream())
        .map(FieldType.CURRENCY::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** All that can be read as the type has to mean the same. */
  private static @Nullable Object recognised(FieldSpec field, List<Found> all) {
    Object value = null;
    for (Found found : all) {
      Object read = value(field.type(), found.readings());
      if (read != null) {
        if (value != null && !value.equals(read)) {
          return null;
        }
        value = read;
      }
    }
    return value;
  }

  private static @Nullable Object value(FieldType type, List<Value> readings) {
    return readings.stream().map(type::value).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
