package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the security page honest: the tests it names are there, and every row has a state. */
class SecurityPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/reference/security.md");
  private static final List<String> MODULES =
      List.of("core", "spring-boot-starter", "server", "examples/shop", "bench", "clients/python");
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+(?:Test|Contract)|test_\\w+)\\.(\\w+)`");
  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+ \\| (met|partly|not met|does not apply) \\| [^|]*\\| [^|]+ \\|");

  @Test
  void everyTestItNames_isThere() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (String module : MODULES) {
      String folder = module.endsWith("python") ? "tests" : "src/test";
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().matches(".+[.](java|py)")).toList()) {
          String name = file.getFileName().toString().replaceAll("[.].*", "");
          tests.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    List<MatchResult> named = NAMED.matcher(Files.readString(PAGE)).results().toList();

    assertThat(named).hasSizeGreaterThan(100);
    assertThat(named.stream().filter(name -> !isIn(tests, name)).map(MatchResult::group)).isEmpty();
  }

  private static boolean isIn(Map<String, String> tests, MatchResult name) {
    return Pattern.compile("(void|def|ArchRule) " + name.group(2) + "\\b")
        .matcher(tests.getOrDefault(name.group(1), ""))
        .find();
  }

  @Test
  void everyRow_hasAState_andSaysWhatShowsIt() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("|") && !line.matches("\\|---.*|\\| requirement .*"))
            .toList();

    assertThat(rows).hasSizeGreaterThan(90).allMatch(row -> ROW.matcher(row).matches());
  }
}
