package dev.tenlines.identifiers;

import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of code: the forms it has and the rules of its check digits.
 *
 * @param name such as {@code iban}, {@code fr_siren}
 */
record Kind(String name, List<Form> forms) {
  private static final int LONGEST = 64;

  /** One form: what it looks like without blanks, and what has to hold. */
  record Form(Pattern pattern, List<Check> checks) {
    boolean accepts(String code) {
      Matcher matcher = pattern.matcher(code);
      if (!matcher.matches()) {
        return false;
      }
      for (int i = 0; i < checks.size(); i++) {
        String data = group(matcher, i == 0 ? "d" : "e");
        String more = i == 0 ? group(matcher, "k") + group(matcher, "p") : "";
        if (!checks.get(i).passes(data + more, group(matcher, i == 0 ? "c" : "f"))) {
          return false;
        }
      }
      return true;
    }

    private static String group(Matcher matcher, String name) {
      Integer index = matcher.namedGroups().get(name);
      String group = index == null ? null : matcher.group(index);
      return group == null ? "" : group;
    }
  }

  /** All kinds of the table by name. */
  static Map<String, Kind> all() {
    return Table.KINDS;
  }

  /** Whether the text, whatever its blanks and marks, is a code of this kind. */
  boolean accepts(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String code = compact(text);
    return forms.stream().anyMatch(form -> form.accepts(code));
  }

  /** Whether check digits prove its codes. */
  boolean checked() {
    return forms.stream().noneMatch(form -> form.checks().isEmpty());
  }

  /** Upper case letters, digits and the few signs that codes have. */
  static String compact(String text) {
    StringBuilder code = new StringBuilder(text.length());
    for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || "&+*@#".indexOf(c) >= 0) {
        code.append(c);
      }
    }
    return code.toString();
  }

  /** Read when first needed. */
  private static final class Table {
    private static final Map<String, Kind> KINDS = read();

    private static Map<String, Kind> read() {
      Map<String, Kind> kinds = new LinkedHashMap<>();
      try (InputStream in = Kind.class.getResourceAsStream("kinds.yaml")) {
        Yaml yaml =
            in == null
                ? null
                : Yaml.parse("kinds.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        if (yaml == null) {
          throw new IllegalStateException("No table of kinds");
        }
        yaml.entries().forEach((name, lines) -> kinds.put(name, new Kind(name, forms(lines))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return kinds;
    }

    private static List<Form> forms(Yaml lines) {
      List<Form> forms = new ArrayList<>();
      for (Yaml line : lines.items()) {
        String[] both = line.text().split(" ", 2);
        List<Check> checks = new ArrayList<>();
        if (both.length == 2) {
          for (String rule : both[1].split(" & ")) {
            checks.add(Check.of(rule));
          }
        }
        forms.add(new Form(Pattern.compile(both[0]), checks));
      }
      return forms;
    }
  }
}
