package dev.tenlines.model;

import dev.tenlines.TenlinesException;
import dev.tenlines.project.Project;
import dev.tenlines.text.Digest;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as a versioned file: front matter, the instructions under {@code # System} and the data
 * under {@code # User}. Places such as {@code {{input}}} are filled in one pass, so that nothing in
 * a value can be a place again.
 *
 * @param version what its author says
 * @param mostOutput the most tokens an answer may have
 */
public record PromptFile(String name, int version, int mostOutput, String system, String user) {
  private static final Pattern FORM =
      Pattern.compile("---\\n(.*?)\\n---\\n+# System\\n(.*?)\\n# User\\n(.*)", Pattern.DOTALL);

  /** Places for what the project itself says; every other place is data. */
  private static final Set<String> OWN = Set.of("labels", "mark", "told");

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  /** The project's own {@code prompts/NAME.md}, else the one that comes with the program. */
  public static PromptFile of(String name, @Nullable Path project) {
    if (project != null) {
      Path file = project.resolve("prompts").resolve(name + ".md");
      String own = Project.existing(file);
      if (own != null) {
        return parse(file.toString(), own);
      }
    }
    return parse(name + ".md", builtIn(name));
  }

  /** Reads a prompt. */
  public static PromptFile parse(String file, String text) {
    Matcher form = FORM.matcher(text.replace("\r\n", "\n"));
    if (!form.matches()) {
      throw wrong(file, "is not front matter, # System and # User");
    }
    Yaml front = Yaml.parse(file, form.group(1));
    if (front == null) {
      throw wrong(file, "says no name");
    }
    Map<String, Yaml> keys = front.entries(List.of("name", "version", "most-output"));
    if (!keys.containsKey("name") || !keys.containsKey("version")) {
      throw wrong(file, "lacks name or version");
    }
    Matcher place = PLACE.matcher(form.group(2));
    while (place.find()) {
      if (!OWN.contains(place.group(1))) {
        throw new TenlinesException(
            "TL-264",
            "The prompt (" + file + ") has data ({{" + place.group(1) + "}}) under # System.",
            "Maybe move it under # User, between two lines {{mark}}.");
      }
    }
    int most = keys.containsKey("most-output") ? (int) keys.get("most-output").number() : 500;
    return new PromptFile(
        keys.get("name").text(),
        (int) keys.get("version").number(),
        most,
        form.group(2).strip(),
        form.group(3).strip());
  }

  /**
   * The prompt with its places filled.
   *
   * @throws TenlinesException TL-261 when it has a place that nobody fills
   */
  public Prompt with(Map<String, String> values, @Nullable String schema) {
    return Prompt.of(filled(system, values), filled(user, values), schema, mostOutput);
  }

  /** Changes with every letter: a certificate speaks of one text. */
  public String digest() {
    return Digest.of(version + "\n" + system + "\n" + user).substring(0, 8);
  }

  private String filled(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(place -> {
          String value = values.get(place.group(1));
          if (value == null) {
            throw new TenlinesException(
                "TL-261",
                "The prompt (" + name + ") has the place ({{" + place.group(1) + "}}).",
                "Maybe it is one of: " + String.join(", ", values.keySet()) + ".");
          }
          return Matcher.quoteReplacement(value);
        });
  }

  private static String builtIn(String name) {
    try (InputStream in = PromptFile.class.getResourceAsStream("prompts/" + name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("prompts/" + name + ".md is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TenlinesException wrong(String file, String what) {
    return new TenlinesException(
        "TL-260",
        "The prompt (" + file + ") " + what + ".",
        "Maybe begin it with --- name, version ---, then # System and # User.");
  }
}
