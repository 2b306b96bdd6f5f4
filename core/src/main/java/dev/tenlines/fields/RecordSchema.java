package dev.tenlines.fields;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Declares a record's components as the properties of a JSON Schema. */
final class RecordSchema {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, Integer.class, Long.class, BigInteger.class);
  private static final Set<Class<?>> NUMBERS =
      Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);

  private RecordSchema() {}

  static ObjectNode of(Class<? extends Record> type) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("type", "object");
    ObjectNode properties = root.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      ObjectNode property = properties.putObject(component.getName());
      Class<?> own = component.getType();
      if (Collection.class.isAssignableFrom(own)) {
        property.put("type", "array").putObject("items").put("type", "string");
      } else {
        describe(property, own);
      }
    }
    return root;
  }

  private static void describe(ObjectNode property, Class<?> type) {
    if (type.isRecord()) {
      property.setAll(of(type.asSubclass(Record.class)));
      return;
    }
    property.put(
        "type", WHOLE.contains(type) ? "integer" : NUMBERS.contains(type) ? "number" : "string");
    String format = format(type);
    if (format != null) {
      property.put("format", format);
    }
    if (type.isEnum()) {
      var choices = property.putArray("enum");
      Arrays.stream(type.getEnumConstants()).forEach(one -> choices.add(((Enum<?>) one).name()));
    }
  }

  private static @Nullable String format(Class<?> type) {
    if (type == LocalDate.class) {
      return "date";
    }
    if (type == LocalTime.class) {
      return "time";
    }
    if (type == LocalDateTime.class) {
      return "date-time";
    }
    if (type == Duration.class) {
      return "duration";
    }
    return type == URI.class ? "uri" : null;
  }
}
