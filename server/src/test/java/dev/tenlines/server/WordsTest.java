package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** One word for one thing, wherever users or developers read: docs/reference/words.md. */
class WordsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path WORDS = ROOT.resolve("docs/reference/words.md");
  private static final List<String> MODULES =
      List.of("core", "local", "spring-boot-starter", "server", "bench", "examples/shop");

  private static List<String> unsaid = List.of();

  @BeforeAll
  static void read() throws IOException {
    String page = Files.readString(WORDS);
    unsaid =
        Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\|$")
            .matcher(page.substring(page.indexOf("## Said otherwise")))
            .results()
            .map(line -> line.group(1).strip())
            .filter(word -> !word.equals("not") && !word.startsWith("-"))
            .toList();
    assertThat(unsaid).hasSizeGreaterThan(10);
  }

  @Test
  void helpOfCommands_keepsToTheWords() {
    Map<String, String> texts = new TreeMap<>();
    usage("tenlines", new CommandLine(new Main()), texts);

    assertThat(texts).hasSizeGreaterThan(15);
    assertThat(broken(texts)).isEmpty();
  }

  @Test
  void keysFieldsPagesAndDocs_keepToTheWords() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "openapi.json",
        read(
            ROOT.resolve(
                "spring-boot-starter/src/main/resources/dev/tenlines/spring/http/openapi.json")));
    for (String folder : List.of("docs", "spring-boot-starter/src/main/jte", "examples/sample")) {
      for (Path file : files(ROOT.resolve(folder), "(md|jte|yaml|svg)")) {
        boolean data = file.startsWith(ROOT.resolve("examples/sample/"));
        // Sets keep the names that their makers gave them.
        boolean sets = file.startsWith(ROOT.resolve("docs/benchmarks"));
        if (!file.equals(WORDS) && !sets && (!data || file.toString().endsWith("tenlines.yaml"))) {
          texts.put(file.toString(), read(file));
        }
      }
    }
    texts.put("README.md", read(ROOT.resolve("README.md")));

    assertThat(texts).hasSizeGreaterThan(60);
    assertThat(broken(texts)).isEmpty();
  }

  @Test
  void namesOfTypes_keepToTheWords() throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (String module : MODULES) {
      for (Path file : files(ROOT.resolve(module).resolve("src/main/java"), "java")) {
        String name = file.getFileName().toString().replace(".java", "");
        names.put(file.toString(), name.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
      }
    }

    assertThat(names).hasSizeGreaterThan(500);
    assertThat(broken(names)).isEmpty();
  }

  private static void usage(String name, CommandLine command, Map<String, String> texts) {
    texts.put(name, command.getUsageMessage(CommandLine.Help.Ansi.OFF));
    command.getSubcommands().forEach((sub, one) -> usage(name + " " + sub, one, texts));
  }

  private static List<String> broken(Map<String, String> texts) {
    List<String> broken = new ArrayList<>();
    texts.forEach((where, text) -> {
      String folded = text.toLowerCase(Locale.ROOT);
      for (String word : unsaid) {
        if (Pattern.compile("\\b" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "s?\\b")
            .matcher(folded)
            .find()) {
          broken.add(where + " says " + word);
        }
      }
    });
    return broken;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\." + ending)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
