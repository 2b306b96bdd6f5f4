package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the security page honest: the tests it names are there, and every row has a state. */
class SecurityPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/reference/security.md");
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+(?:Test|Contract|Properties)|test_\\w+)\\.(\\w+)`");

  @Test
  void everyTestItNames_isThere() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (String module :
        List.of("core", "local", "spring-boot-starter", "server", "examples/shop", "bench")) {
      collect(ROOT.resolve(module).resolve("src/test/java"), tests);
    }
    collect(ROOT.resolve("clients/python/tests"), tests);

    assertThat(NAMED.matcher(Files.readString(PAGE)).results())
        .hasSizeGreaterThan(100)
        .allSatisfy(name ->
            assertThat(tests.getOrDefault(name.group(1), ""))
                .as(name.group())
                .containsPattern(" " + name.group(2) + "(\\(| =)"));
  }

  @Test
  void everyRow_hasAState_andSaysWhatShowsIt() throws IOException {
    assertThat(
            Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .filter(line -> !line.startsWith("| requirement |")))
        .hasSizeGreaterThan(90)
        .allSatisfy(line ->
            assertThat(line)
                .matches(
                    "\\| [^|]+ \\| (met|partly|not met|does not apply) \\| [^|]*\\| [^|]+ \\|"));
  }

  private static void collect(Path folder, Map<String, String> tests) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".+\\.(java|py)")).toList()) {
        String name = file.getFileName().toString().replaceAll("\\..*", "");
        tests.merge(name, Files.readString(file), String::concat);
      }
    }
  }
}
