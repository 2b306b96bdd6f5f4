package dev.tenlines.labels;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text whose fields a test asks for. */
record Asked(Document document, FieldFinder finder, Locale locale) {

  static Asked text(String text) {
    try (DocumentReader reader = new DocumentReader()) {
      Document document = (Document) reader.read("a.txt", text.getBytes(UTF_8));
      return new Asked(document, new Labels(), Locale.ENGLISH);
    }
  }

  Asked in(Locale other) {
    return new Asked(document, finder, other);
  }

  List<Candidate> all(String name, FieldType type) {
    return all(FieldSpec.of(name, type));
  }

  List<Candidate> all(FieldSpec field) {
    ZonedDateTime now = ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.UTC);
    return finder.find(document, field, new Setting(locale, now));
  }

  /** The likeliest value as text, or null. */
  @Nullable String best(String name, FieldType type) {
    List<Candidate> all = all(name, type);
    if (all.isEmpty()) {
      return null;
    }
    Object value = all.getFirst().value();
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  @Nullable String date(String name) {
    return best(name, FieldType.DATE);
  }

  @Nullable String code(String name) {
    return best(name, FieldType.CODE);
  }

  @Nullable String money(String name) {
    return best(name, FieldType.MONEY);
  }

  double score(String name, FieldType type) {
    List<Candidate> all = all(name, type);
    return all.isEmpty() ? 0 : all.getFirst().score();
  }
}
