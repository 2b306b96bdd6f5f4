package dev.tenlines.search;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Step;
import dev.tenlines.search.Template.Part;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan that a person stood behind, with the parts of its question that its values came from. For
 * another question of the same template, its values take their place.
 *
 * @param plan as names and values; where a value came from the question, {@link From} stands
 */
record Learned(Template template, Object plan, List<Integer> used) {
  /** Stands for a value of the question. */
  private record From(int part, String what, String field) {}

  /** Reads a plan; null where it holds a date that is none of its question's. */
  static @Nullable Learned of(Catalog catalog, Template template, Map<String, Object> plan) {
    Entity entity = catalog.entity(String.valueOf(plan.get("entity")));
    if (entity == null) {
      return null;
    }
    Reading reading = new Reading(catalog, template);
    Object abstracted = reading.object(plan, entity);
    for (int i = 0; i < template.parts().size(); i++) {
      // The same words mean another day tomorrow.
      reading.lost |= template.parts().get(i) instanceof Part.Time && !reading.used.contains(i);
    }
    return reading.lost ? null : new Learned(template, abstracted, reading.used);
  }

  /** Finds the values of a plan in its question. */
  private static final class Reading {
    private final Catalog catalog;
    private final Template template;
    private final List<Integer> used = new ArrayList<>();
    private boolean lost;

    private Reading(Catalog catalog, Template template) {
      this.catalog = catalog;
      this.template = template;
    }

    private @Nullable Object node(@Nullable Object node, Entity entity) {
      if (node instanceof List<?> list) {
        List<@Nullable Object> all = new ArrayList<>();
        list.forEach(item -> all.add(node(item, entity)));
        return all;
      }
      return node instanceof Map<?, ?> map ? object(map, entity) : node;
    }

    private Object object(Map<?, ?> map, Entity entity) {
      Object range = "range".equals(map.get("kind")) ? period(map) : null;
      if (range != null) {
        return range;
      }
      Step step =
          map.get("relation") instanceof String name ? catalog.step(entity.name(), name) : null;
      Entity below = step == null ? null : catalog.entity(step.to());
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      map.forEach((name, value) -> {
        String key = String.valueOf(name);
        if (key.equals("said")) {
          return; // where it stood in that question
        }
        Object literal =
            switch (key) {
              case "value" -> literal(value, entity, map);
              case "values" -> value instanceof List<?> all ? literals(all, entity, map) : value;
              case "limit" -> count(value);
              case "where" -> node(value, below == null ? entity : below);
              default -> node(value, entity);
            };
        out.put(key, literal);
      });
      return out;
    }

    private List<@Nullable Object> literals(List<?> values, Entity entity, Map<?, ?> map) {
      List<@Nullable Object> all = new ArrayList<>();
      values.forEach(value -> all.add(literal(value, entity, map)));
      return all;
    }

    private @Nullable Object literal(@Nullable Object value, Entity entity, Map<?, ?> condition) {
      if (!(value instanceof Map<?, ?> literal)) {
        return value;
      }
      lost |= literal.containsKey("day") || literal.containsKey("moment");
      if (literal.get("number") instanceof String digits) {
        return take(number(new BigDecimal(digits)), "number", "", literal);
      }
      if (literal.get("text") instanceof String text
          && condition.get("field") instanceof String field) {
        String at = at(entity, field);
        return take(named(at, text), "text", at, literal);
      }
      return value;
    }

    private @Nullable Object count(@Nullable Object value) {
      return value instanceof Number number
          ? take(number(BigDecimal.valueOf(number.longValue())), "limit", "", value)
          : value;
    }

    private Object take(int part, String what, String field, Object otherwise) {
      if (part < 0) {
        return otherwise;
      }
      used.add(part);
      return new From(part, what, field);
    }

    private int number(BigDecimal wanted) {
      for (int i = 0; i < template.parts().size(); i++) {
        if (!used.contains(i)
            && template.parts().get(i) instanceof Part.Figure(var said, var number)
            && number.compareTo(wanted) == 0) {
          return i;
        }
      }
      return -1;
    }

    private int named(String at, String text) {
      int point = at.indexOf('.');
      for (int i = 0; i < template.parts().size(); i++) {
        if (!used.contains(i)
            && template.parts().get(i) instanceof Part.Named named
            && text.equals(named.at(at.substring(0, point), at.substring(point + 1)))) {
          return i;
        }
      }
      return -1;
    }

    /** The entity and field that a path leads to. */
    private String at(Entity entity, String path) {
      String[] parts = path.split("\\.", -1);
      Entity at = entity;
      for (int i = 0; i < parts.length - 1; i++) {
        Step step = catalog.step(at.name(), parts[i]);
        Entity next = step == null ? null : catalog.entity(step.to());
        at = next == null ? at : next;
      }
      return at.name() + "." + parts[parts.length - 1];
    }

    /** A stretch of time, or null where the range is one of numbers. */
    private @Nullable Object period(Map<?, ?> map) {
      String from = time(map.get("from"));
      String to = time(map.get("to"));
      if (from == null && to == null) {
        return null;
      }
      for (int i = 0; i < template.parts().size(); i++) {
        if (!used.contains(i)
            && template.parts().get(i) instanceof Part.Time(var said, var period)
            && same(from, period.from())
            && same(to, period.until())) {
          used.add(i);
          Map<String, @Nullable Object> out = new LinkedHashMap<>();
          out.put("kind", "range");
          out.put("field", map.get("field"));
          for (String end : List.of("from", "to")) {
            if (map.get(end) instanceof Map<?, ?> literal) {
              out.put(end, new From(i, end, literal.containsKey("day") ? "day" : "moment"));
            }
          }
          return out;
        }
      }
      lost = true;
      return map;
    }

    private static @Nullable String time(@Nullable Object literal) {
      return !(literal instanceof Map<?, ?> map)
          ? null
          : map.get("day") instanceof String day
              ? day
              : map.get("moment") instanceof String moment ? moment : null;
    }

    private static boolean same(@Nullable String said, @Nullable LocalDateTime moment) {
      if (said == null || moment == null) {
        return said == null && moment == null;
      }
      LocalDateTime time =
          said.indexOf('T') < 0 ? LocalDate.parse(said).atStartOfDay() : LocalDateTime.parse(said);
      return time.equals(moment);
    }
  }

  /** The plan for another question, or null where that is none of the same template. */
  @Nullable Object plan(Template question) {
    return template.fits(question, used) ? filled(plan, question) : null;
  }

  private static @Nullable Object filled(@Nullable Object node, Template question) {
    return switch (node) {
      case From(int part, String what, String field) ->
          value(question.parts().get(part), what, field);
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, value) -> out.put(String.valueOf(key), filled(value, question)));
        yield out;
      }
      case List<?> list -> {
        List<@Nullable Object> out = new ArrayList<>();
        list.forEach(item -> out.add(filled(item, question)));
        yield out;
      }
      case null, default -> node;
    };
  }

  private static @Nullable Object value(Part part, String what, String field) {
    return switch (part) {
      case Part.Figure(var said, var number) ->
          what.equals("limit") ? (Object) limit(number) : Map.of("number", number.toPlainString());
      case Part.Named named -> {
        int point = field.indexOf('.');
        String value = named.at(field.substring(0, point), field.substring(point + 1));
        yield value == null ? null : Map.of("text", value);
      }
      case Part.Time(var said, var period) -> time(period, what, field);
      case Part.Plain plain -> null;
    };
  }

  private static int limit(BigDecimal number) {
    return number.scale() <= 0 && number.signum() > 0 && number.precision() < 9
        ? number.intValue()
        : 0;
  }

  private static @Nullable Object time(Value.Period period, String end, String form) {
    LocalDateTime time = end.equals("from") ? period.from() : period.until();
    return time == null
        ? null
        : Map.of(form, form.equals("day") ? time.toLocalDate().toString() : time.toString());
  }
}
