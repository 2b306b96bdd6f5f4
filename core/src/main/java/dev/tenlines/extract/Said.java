package dev.tenlines.extract;

import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.fields.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fields as people and others say them: by name either the value, or an object with {@code value}
 * and the {@code evidence} where it stands, or null.
 */
final class Said {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Said() {}

  /** What was said, in the one shape of the record; refuses fields and values of no schema. */
  static Map<String, @Nullable Object> checked(String feature, Schema schema, Object said) {
    Map<String, Object> fields = fields(said);
    if (fields == null) {
      throw refused(feature, String.valueOf(said), "send an object of fields and values");
    }
    Map<String, @Nullable Object> checked = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : fields.entrySet()) {
      if (schema.field(entry.getKey()).isEmpty()) {
        String known = String.join(", ", schema.fields().stream().map(FieldSpec::name).toList());
        throw refused(feature, entry.getKey(), "it is one of the fields " + known);
      }
      Object field = entry.getValue();
      Object value = value(field);
      Object whole = value == null || field instanceof Map ? field : Map.of("value", value);
      checked.put(entry.getKey(), value == null ? null : whole);
    }
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    checked.forEach((name, field) -> plain.put(name, value(field)));
    List<String> wrong = schema.violations(plain);
    if (!wrong.isEmpty()) {
      throw refused(feature, wrong.getFirst(), "see the feature's schema");
    }
    return checked;
  }

  private static TenlinesException refused(String feature, String what, String hint) {
    return new TenlinesException(
        "TL-173",
        "The value (" + what + ") is none of the feature (" + feature + ").",
        "Maybe " + hint + ".");
  }

  /** The values by name in a form that can be compared; what has none is left out. */
  static Map<String, Object> values(@Nullable Object said) {
    Map<String, Object> values = new TreeMap<>();
    Map<String, Object> fields = fields(said);
    if (fields != null) {
      fields.forEach((name, field) -> {
        Object value = value(field);
        if (value != null) {
          values.put(name, value instanceof List<?> list ? comparable(list) : plain(value));
        }
      });
    }
    return values;
  }

  private static Object comparable(List<?> list) {
    return list.stream().map(one -> plain(one == null ? "" : one)).toList();
  }

  private static Object plain(Object value) {
    Object plain = Values.comparable(value);
    return plain instanceof BigDecimal number ? number.toPlainString() : value;
  }

  private static @Nullable Map<String, Object> fields(@Nullable Object said) {
    Object plain = said instanceof Extraction ? JSON.convertValue(said, Object.class) : said;
    if (!(plain instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    return fields;
  }

  private static @Nullable Object value(@Nullable Object field) {
    return field instanceof Map<?, ?> map ? map.get("value") : field;
  }

  /** What somebody from outside says, as far as it stands in the document. */
  static Extraction located(Reading reading, Request request, String rung, Object said) {
    Document document = Reading.document(request);
    Pointing pointing = new Pointing(document, reading.place().of(document));
    Map<String, Object> fields = fields(said);
    Map<String, Object> known = fields == null ? Map.of() : fields;
    return reading
        .extractor()
        .of(
            document,
            field -> {
              List<Candidate> places = new ArrayList<>();
              Object value = value(known.get(field.name()));
              for (Object one : value instanceof List<?> list ? list : items(value)) {
                Candidate place = pointing.at(field, String.valueOf(one));
                if (place != null) {
                  places.add(place.scored(Pointed.POINTED));
                }
              }
              return new Extractor.Source(rung, places);
            });
  }

  private static List<Object> items(@Nullable Object value) {
    return value == null ? List.of() : List.of(value);
  }

  /** What a person said of a document, for those who learn from it. */
  static Reviewed reviewed(Document document, @Nullable Object said) {
    Map<String, List<Right>> values = new LinkedHashMap<>();
    Map<String, Object> fields = fields(said);
    if (fields != null) {
      fields.forEach((name, field) -> {
        List<Right> rights = rights(document, field);
        if (!rights.isEmpty()) {
          values.put(name, rights);
        }
      });
    }
    return new Reviewed(document, values);
  }

  private static List<Right> rights(Document document, @Nullable Object field) {
    Object value = value(field);
    List<Object> values = value instanceof List<?> list ? List.copyOf(list) : items(value);
    List<?> evidence =
        field instanceof Map<?, ?> map && map.get("evidence") instanceof List<?> list
            ? list
            : List.of();
    List<Right> rights = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object place = evidence.size() == values.size() ? evidence.get(i) : null;
      rights.add(new Right(values.get(i), span(document, place)));
    }
    return rights;
  }

  private static @Nullable Span span(Document document, @Nullable Object evidence) {
    return evidence instanceof Map<?, ?> map
            && map.get("start") instanceof Integer start
            && map.get("end") instanceof Integer end
            && start >= 0
            && start < end
            && end <= document.text().length()
        ? new Span(start, end)
        : null;
  }
}
