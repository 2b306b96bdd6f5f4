package dev.tenlines.answer;

import dev.tenlines.TenlinesException;
import dev.tenlines.answer.Written.Ground;
import dev.tenlines.text.Digest;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers that people wrote: Markdown files with the questions they answer above the answer. */
final class CuratedFile {
  private static final Pattern FORM = Pattern.compile("(---\\R.*?\\R)---\\R(.*)", Pattern.DOTALL);

  private CuratedFile() {}

  /**
   * The answers of a directory.
   *
   * @param version changes with every letter of them
   */
  record All(List<Written> answers, String version) {
    static final All NONE = new All(List.of(), "0");

    All {
      answers = List.copyOf(answers);
    }
  }

  /**
   * Reads every {@code .md} file of a directory and those below.
   *
   * @throws TenlinesException TL-352 when the directory cannot be read, TL-353 when a file is wrong
   */
  static All read(Path project, String directory) {
    Path folder = project.resolve(directory).normalize();
    List<Written> answers = new ArrayList<>();
    StringBuilder content = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        String name = project.normalize().relativize(file).toString().replace('\\', '/');
        String text = Files.readString(file);
        content.append(name).append('\n').append(text).append('\n');
        answers.add(parse(name, text));
      }
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-352",
          "The curated answers (" + folder + ") cannot be read.",
          "Maybe make the directory that curated names, with a file.md for each answer.");
    }
    return new All(answers, Digest.of(content.toString()).substring(0, 6));
  }

  static Written parse(String name, String file) {
    Matcher parts = FORM.matcher(file);
    Yaml header = parts.matches() ? Yaml.parse(name, parts.group(1)) : null;
    if (header == null) {
      throw wrong(name, "does not begin with questions between two lines of ---");
    }
    Map<String, Yaml> keys = header.entries(List.of("questions", "sources"));
    String text = parts.group(2).strip();
    Yaml asked = keys.get("questions");
    if (asked == null || text.isEmpty()) {
      throw wrong(name, asked == null ? "says no questions" : "has no text");
    }
    List<String> questions =
        asked.isList() ? asked.items().stream().map(Yaml::text).toList() : List.of(asked.text());
    Set<String> known = new HashSet<>();
    for (String question : questions) {
      String key = Question.of(question, List.of()).key();
      if (key.isEmpty()) {
        throw wrong(name, "has the question (" + question + ") that asks for nothing");
      }
      known.add(key);
    }
    Yaml sources = keys.get("sources");
    List<Ground> grounds =
        sources == null ? List.of() : sources.items().stream().map(CuratedFile::ground).toList();
    return new Written(name, known, questions, text, grounds, Set.of());
  }

  /** A document's name, or its name with words of it or its digest. */
  private static Ground ground(Yaml yaml) {
    if (!yaml.isMapping()) {
      return new Ground(yaml.text(), null, null);
    }
    Map<String, Yaml> keys = yaml.entries(List.of("source", "quote", "digest"));
    Yaml source = keys.get("source");
    if (source == null) {
      throw yaml.wrong("a source without its name");
    }
    Yaml quote = keys.get("quote");
    Yaml digest = keys.get("digest");
    return new Ground(
        source.text(), quote == null ? null : quote.text(), digest == null ? null : digest.text());
  }

  private static TenlinesException wrong(String name, String what) {
    return new TenlinesException(
        "TL-353",
        "The curated answer (" + name + ") " + what + ".",
        "Maybe begin it with the lines ---, questions: [\"…\"], --- and write the answer below.");
  }
}
