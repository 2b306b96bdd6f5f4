package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Keeps the docs true. */
class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ID = Pattern.compile("TL-[0-9]{3}");
  private static final int LONGEST_README = 120;
  private static final List<String> PAGES =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "CHANGELOG.md",
          "clients/python/README.md",
          "examples/django/README.md");
  private static final List<String> MODULES =
      List.of("core", "local", "spring-boot-starter", "server", "examples/shop", "bench");

  @Test
  void everyErrorId_isListed_andEveryListedIdExists() throws IOException {
    Set<String> used = new TreeSet<>(ids(Files.readString(ROOT.resolve("tenlines"))));
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(f -> used.addAll(ids(read(f))));
      }
    }

    assertThat(new TreeSet<>(ids(read(ROOT.resolve("docs/reference/errors.md"))))).isEqualTo(used);
  }

  @Test
  void everyCommandAndOption_isDocumented() {
    String reference = read(ROOT.resolve("docs/reference/cli.md"));
    CommandLine root = new CommandLine(new Main());
    List<String> missing = new ArrayList<>();
    root.getSubcommands()
        .forEach((name, command) -> {
          if (!reference.contains("tenlines " + name)) {
            missing.add(name);
          }
          command.getCommandSpec().options().stream()
              .map(option -> option.longestName())
              .filter(option -> !reference.contains(option))
              .forEach(option -> missing.add(name + " " + option));
        });

    assertThat(missing).isEmpty();
  }

  @Test
  void everyLinkBetweenDocs_leadsSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)[^)]*\\)");
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      Matcher matcher = link.matcher(read(page));
      while (matcher.find()) {
        if (!Files.exists(page.getParent().resolve(matcher.group(1)))) {
          broken.add(page + " → " + matcher.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theReadme_isShort_andItsFirstScreenHasBothCommands() {
    List<String> lines = read(ROOT.resolve("README.md")).lines().toList();

    assertThat(lines).hasSizeLessThanOrEqualTo(LONGEST_README);
    assertThat(String.join("\n", lines.subList(0, 30)))
        .contains("./tenlines trial")
        .contains("./tenlines test");
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String page : PAGES) {
      pages.add(ROOT.resolve(page));
    }
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(f -> f.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  private static List<String> ids(String text) {
    return ID.matcher(text).results().map(m -> m.group()).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
