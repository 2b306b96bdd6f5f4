package dev.tenlines.extract;

import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.ladder.Ask;
import dev.tenlines.model.Marks;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a model is told to point at fields with. */
record ExtractPrompt(PromptFile file) {
  /** About 10,000 tokens: what is beyond them is more than a small model can hold. */
  private static final int LONGEST = 40_000;

  private static final int MOST_CANDIDATES = 8;

  Prompt of(Ask ask, List<FieldSpec> open, Pointed pointed) {
    String input = Marks.visible(shown(ask.input()));
    String fields =
        open.stream().map(field -> line(field, pointed)).collect(Collectors.joining("\n"));
    return file.with(
        Map.of("mark", Marks.of(ask.id(), input, fields), "fields", fields, "input", input),
        schema(open));
  }

  /** The beginning and the end of a long document: heads and sums stand there. */
  private static String shown(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST * 3 / 4)
            + "\n…\n"
            + text.substring(text.length() - LONGEST / 4);
  }

  private static String line(FieldSpec field, Pointed pointed) {
    StringBuilder line = new StringBuilder("- ").append(field.name()).append(" (");
    line.append(field.type().name().toLowerCase(Locale.ROOT));
    line.append(field.many() ? ", all of them" : "").append(')');
    if (!field.description().isEmpty()) {
      line.append(": ").append(field.description());
    }
    if (!field.choices().isEmpty()) {
      line.append("; one of: ").append(String.join(", ", field.choices()));
    }
    String found =
        pointed.typed(field).stream()
            .map(Candidate::text)
            .distinct()
            .limit(MOST_CANDIDATES)
            .map(text -> "\"" + Marks.visible(text).replaceAll("\\s+", " ") + "\"")
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? line.toString() : line + "; candidates: " + found;
  }

  private static String schema(List<FieldSpec> open) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (FieldSpec field : open) {
      Object words = Map.of("type", List.of("string", "null"));
      properties.put(
          field.name(),
          field.many() ? Map.of("type", "array", "items", Map.of("type", "string")) : words);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("type", "object");
    root.put("properties", properties);
    root.put("required", List.copyOf(properties.keySet()));
    root.put("additionalProperties", false);
    return JsonMapper.shared().writeValueAsString(root);
  }
}
