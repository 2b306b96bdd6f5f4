package dev.tenlines.spring.console.paper;

import dev.tenlines.document.Span;
import dev.tenlines.spring.console.view.FormView.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One field as a proposal or a verdict tells it.
 *
 * @param value null where it has none
 * @param state {@link State#OPEN} where nothing is told
 */
record Told(@Nullable JsonNode value, State state, JsonNode told) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The fields by name; nothing for no value. */
  static Map<String, Told> all(@Nullable Object value) {
    Map<String, Told> fields = new LinkedHashMap<>();
    JSON.<JsonNode>valueToTree(value)
        .properties()
        .forEach(entry -> fields.put(entry.getKey(), of(entry.getValue())));
    return fields;
  }

  static Told open() {
    return new Told(null, State.OPEN, JSON.createObjectNode());
  }

  private static Told of(JsonNode node) {
    if (node.isNull()) {
      return new Told(null, State.MISSING, JSON.createObjectNode());
    }
    JsonNode value = node.isObject() ? node.get("value") : node;
    boolean none = value == null || value.isNull();
    return new Told(none ? null : value, state(node, none), node);
  }

  private static State state(JsonNode node, boolean none) {
    String said = node.path("state").asString("").toUpperCase(Locale.ROOT);
    return switch (said) {
      case "AMBIGUOUS" -> State.AMBIGUOUS;
      case "CONTRADICTORY" -> State.CONTRADICTORY;
      default -> none ? State.MISSING : State.FOUND;
    };
  }

  /** The value as it stands in a form: each of several in a line of its own. */
  String typed() {
    return value == null ? "" : String.join("\n", items());
  }

  List<String> items() {
    List<String> items = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(one -> items.add(text(one)));
    } else if (value != null) {
      items.add(text(value));
    }
    return items;
  }

  private static String text(JsonNode one) {
    String text = one.isNumber() ? number(one.decimalValue()) : one.asString("");
    return (text.isEmpty() && !one.isString() ? one.toString() : text).replaceAll("\\s+", " ");
  }

  private static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** The values as the record keeps them. */
  List<Object> values() {
    List<Object> values = new ArrayList<>();
    if (value != null && value.isArray()) {
      value.forEach(one -> values.add(JSON.convertValue(one, Object.class)));
    } else if (value != null) {
      values.add(JSON.convertValue(value, Object.class));
    }
    return values;
  }

  String raw() {
    return told.path("raw").asString("").replaceAll("\\s+", " ");
  }

  String why() {
    return told.path("why").asString("");
  }

  String rung() {
    return told.path("rung").asString("");
  }

  String sure() {
    return told.has("confidence")
        ? String.format(Locale.ROOT, "%.2f", told.path("confidence").asDouble(0))
        : "";
  }

  /** Where it stands in the text. */
  List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    for (JsonNode one : told.path("evidence")) {
      int start = one.path("start").asInt(-1);
      int end = one.path("end").asInt(-1);
      if (one.path("source").asString("").equals("input") && start >= 0 && end > start) {
        spans.add(new Span(start, end));
      }
    }
    return spans;
  }

  String starts() {
    return spans().stream().map(s -> String.valueOf(s.start())).collect(Collectors.joining(","));
  }

  String ends() {
    return spans().stream().map(s -> String.valueOf(s.end())).collect(Collectors.joining(","));
  }

  /** What else it may be. */
  List<Told> candidates() {
    List<Told> candidates = new ArrayList<>();
    told.path("candidates").forEach(one -> candidates.add(of(one)));
    return candidates;
  }

  /** The same as a verdict says it: the value, its words and its places. */
  Map<String, Object> right() {
    Map<String, Object> right = new LinkedHashMap<>();
    for (String part : List.of("value", "raw", "evidence")) {
      if (told.hasNonNull(part)) {
        right.put(part, JSON.convertValue(told.get(part), Object.class));
      }
    }
    return right;
  }
}
