package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture.md is drawn from the code as it is. */
class ArchitecturePageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/architecture.md");
  private static final Path CORE = ROOT.resolve("core/src/main/java/dev/tenlines");
  private static final Path SPRING =
      ROOT.resolve("spring-boot-starter/src/main/java/dev/tenlines/spring");

  @Test
  void everyPackage_isOnThePage() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(packages(CORE))
        .allSatisfy(name -> assertThat(page).containsPattern("(?m)^\\| [^|]*`" + name + "`"));
    assertThat(packages(SPRING))
        .filteredOn(name -> Files.exists(SPRING.resolve(name).resolve("package-info.java")))
        .allSatisfy(name -> assertThat(page).contains("`spring." + name + "`"));
  }

  @Test
  void everyClassOnThePage_isThere() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher matcher =
        Pattern.compile("\\b([a-z]+)/([A-Z][A-Za-z]+)").matcher(Files.readString(PAGE));
    while (matcher.find()) {
      if (Files.isDirectory(CORE.resolve(matcher.group(1)))) {
        named.add(matcher.group(1) + "/" + matcher.group(2) + ".java");
      }
    }

    assertThat(named)
        .hasSizeGreaterThan(15)
        .allSatisfy(file -> assertThat(CORE.resolve(file)).exists());
  }

  private static Set<String> packages(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
