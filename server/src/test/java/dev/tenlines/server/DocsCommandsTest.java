package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command on a page can be typed, and those of the primer print what it says. */
class DocsCommandsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./tenlines ([^\n]*)$");
  private static final Pattern SHOWN =
      Pattern.compile("(?s)```\n\\./tenlines ([^\n]*)\n```\n```\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final List<String> OTHER_STARTS = List.of("test");

  @TempDir private static Path directory;
  private static Path sample;

  @BeforeAll
  static void make() throws IOException {
    sample = MadeSample.copy(directory);
  }

  @TestFactory
  Stream<DynamicTest> everyCommand_isUnderstood() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult found : COMMAND.matcher(Files.readString(page)).results().toList()) {
        List<String> words =
            words(found.group(1).replaceAll("(  |\\s#).*", "").replaceAll("[\\\\\\[\\]]", ""));
        if (!words.isEmpty() && !OTHER_STARTS.contains(words.getFirst())) {
          tests.add(
              DynamicTest.dynamicTest(
                  page.getFileName() + ": " + found.group(1),
                  () ->
                      assertThatCode(() ->
                              new CommandLine(new Main())
                                  .setCaseInsensitiveEnumValuesAllowed(true)
                                  .parseArgs(words.toArray(String[]::new)))
                          .doesNotThrowAnyException()));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(60);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> thePrimer_printsWhatItSays() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/explanation.md"));
    List<MatchResult> shown = SHOWN.matcher(page).results().toList();

    assertThat(shown).hasSizeGreaterThan(8);
    return shown.stream()
        .map(
            one -> DynamicTest.dynamicTest(one.group(1), () -> prints(one.group(1), one.group(2))));
  }

  private static void prints(String command, String said) {
    Object[] words =
        words(command).stream()
            .map(word -> word.replaceFirst("^tenlines-sample", sample.toString()))
            .toArray();
    Cli run = Cli.run(words);
    String printed = (run.out() + run.err()).replaceAll("[ \t]+", " ");
    for (String line : said.strip().lines().toList()) {
      String like =
          Stream.of(line.strip().replaceAll("[ \t]+", " ").split(" ?… ?", -1))
              .map(Pattern::quote)
              .reduce((one, two) -> one + "[^\n]*" + two)
              .orElseThrow();
      assertThat(printed).containsPattern(like);
    }
  }

  private static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages =
        new ArrayList<>(
            List.of(
                ROOT.resolve("README.md"),
                ROOT.resolve("docs/tutorial.md"),
                ROOT.resolve("docs/explanation.md")));
    try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guides"))) {
      guides.sorted().forEach(pages::add);
    }
    return pages;
  }
}
