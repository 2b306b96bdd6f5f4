package dev.tenlines.rules;

import dev.tenlines.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule list as a YAML file: {@code when}, {@code then} and, for found lines, {@code found}. */
public final class RuleFile {
  private RuleFile() {}

  /** Reads and compiles a file; throws with line and column of the first bad line. */
  public static Rules read(Path path) {
    return compile(Yaml.read(path));
  }

  /** Reads and compiles a text. */
  public static Rules parse(String file, String text) {
    return compile(Yaml.parse(file, text));
  }

  private static Rules compile(@Nullable Yaml yaml) {
    List<RuleLine> lines = new ArrayList<>();
    List<Cel.Condition> conditions = new ArrayList<>();
    for (Yaml item : yaml == null ? List.<Yaml>of() : yaml.items()) {
      Map<String, Yaml> entries = item.entries(List.of("when", "then", "found"));
      Yaml when = entries.get("when");
      Yaml then = entries.get("then");
      if (when == null || then == null) {
        throw item.wrong("needs both 'when' and 'then'");
      }
      conditions.add(Cel.compile(when));
      lines.add(new RuleLine(when.text(), then.text(), found(entries.get("found"))));
    }
    return new Rules(lines, conditions);
  }

  private static RuleLine.@Nullable Found found(@Nullable Yaml yaml) {
    if (yaml == null) {
      return null;
    }
    Map<String, Yaml> found = yaml.entries(List.of("rows", "right", "lower"));
    Yaml rows = found.get("rows");
    Yaml right = found.get("right");
    Yaml lower = found.get("lower");
    if (rows == null || right == null || lower == null) {
      throw yaml.wrong("needs 'rows', 'right' and 'lower'");
    }
    return new RuleLine.Found((int) rows.number(), (int) right.number(), lower.number());
  }

  /** The lines as a file. */
  public static String write(List<RuleLine> lines) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # The first line that matches answers. Lines with `found` were found by a trial and answer
        # alone only under a certificate; delete `found` and the line is yours: it always answers.
        """);
    for (RuleLine line : lines) {
      out.append("- when: ").append(quoted(line.when())).append('\n');
      out.append("  then: ").append(quoted(line.then())).append('\n');
      if (line.found() != null) {
        RuleLine.Found found = line.found();
        out.append(
            String.format(
                Locale.ROOT,
                "  found: { rows: %d, right: %d, lower: %.3f }\n",
                found.rows(),
                found.right(),
                found.lower()));
      }
    }
    if (lines.isEmpty()) {
      out.append("[]\n");
    }
    return out.toString();
  }

  /** Single quotes keep a condition's double ones readable, but cannot hold control characters. */
  private static String quoted(String text) {
    return text.chars().anyMatch(Character::isISOControl)
        ? Yaml.quoted(text)
        : "'" + text.replace("'", "''") + "'";
  }
}
