package dev.tenlines.rules;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Request;
import dev.tenlines.text.Digest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An ordered rule list: the first line that matches answers. */
public final class Rules {
  public static final Rules NONE = new Rules(List.of(), List.of());

  private final List<RuleLine> lines;
  private final List<Cel.Condition> conditions;
  private final String version;

  Rules(List<RuleLine> lines, List<Cel.Condition> conditions) {
    this.lines = List.copyOf(lines);
    this.conditions = List.copyOf(conditions);
    StringBuilder content = new StringBuilder();
    for (RuleLine line : lines) {
      content.append(line.when()).append('\n').append(line.then()).append('\n');
      content.append(line.declared()).append('\n');
    }
    version = Digest.of(content.toString()).substring(0, 6);
  }

  /**
   * The line that matched.
   *
   * @param number its place in the list, from 1
   * @param spans what it mentions in the input
   */
  public record Match(int number, RuleLine line, List<Span> spans) {}

  public List<RuleLine> lines() {
    return lines;
  }

  /** Six hex digits over conditions, values and whether a person declared them. */
  public String version() {
    return version;
  }

  /** The first line that matches, or null. */
  public @Nullable Match first(Request request) {
    Mentions mentions = new Mentions(request.input());
    Map<String, Object> variables =
        Map.of("input", request.input(), "fields", Cel.value(request.fields()));
    for (int i = 0; i < conditions.size(); i++) {
      mentions.newLine();
      if (conditions.get(i).holds(mentions, variables)) {
        return new Match(i + 1, lines.get(i), mentions.met());
      }
    }
    return null;
  }
}
