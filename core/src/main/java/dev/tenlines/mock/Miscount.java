package dev.tenlines.mock;

import dev.tenlines.mock.voice.Voice;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A way in which a provider's counts are wrong. */
enum Miscount {
  MISSING,
  ZERO,
  NEGATIVE,
  WRONG_TOTAL;

  private static final List<String> BARE = List.of("prompt_eval_count", "eval_count");

  /** The same JSON with its counts wrong. */
  String in(Voice voice, String json) {
    JsonNode root = JsonMapper.shared().readTree(json);
    for (JsonNode holder : List.of(root, root.path("message"))) {
      if (holder instanceof ObjectNode object) {
        spoil(object, voice.usageField());
      }
    }
    return root.toString();
  }

  private void spoil(ObjectNode holder, String field) {
    if (field.isEmpty()) {
      BARE.stream().filter(holder::has).toList().forEach(name -> spoilOne(holder, name));
    } else if (holder.path(field) instanceof ObjectNode usage) {
      if (this == MISSING) {
        holder.remove(field);
      } else {
        spoilAll(usage);
      }
    }
  }

  private void spoilAll(ObjectNode usage) {
    for (Map.Entry<String, JsonNode> entry : List.copyOf(usage.properties())) {
      if (entry.getValue().isIntegralNumber()) {
        spoilOne(usage, entry.getKey());
      } else if (entry.getValue() instanceof ObjectNode inner) {
        spoilAll(inner);
      }
    }
  }

  private void spoilOne(ObjectNode usage, String name) {
    switch (this) {
      case MISSING -> usage.remove(name);
      case ZERO -> usage.put(name, 0);
      case NEGATIVE -> usage.put(name, -1 - usage.path(name).asLong(0));
      case WRONG_TOTAL -> {
        // A dialect without a total loses its other count: the sum cannot be right either.
        if (name.toLowerCase(java.util.Locale.ROOT).contains("total")) {
          usage.put(name, usage.path(name).asLong(0) + 1000);
        } else if (name.equals("output_tokens") || name.equals("eval_count")) {
          usage.remove(name);
        }
      }
    }
  }
}
