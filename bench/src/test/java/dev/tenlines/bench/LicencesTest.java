package dev.tenlines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server brings along may be used by anybody, without conditions on their own code. */
class LicencesTest {
  private static final Path LIBRARIES = Path.of("../server/target/lib");
  private static final Path PAGE = Path.of("../docs/reference/licences.md");
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d[\\w.-]*\\.jar");
  private static final Pattern LINE = Pattern.compile("(?m)^\\| ([\\w.-]+) \\| ([\\w.-]+) \\|$");
  private static final Set<String> ALLOWED =
      Set.of(
          "Apache-2.0",
          "MIT",
          "MIT-0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "0BSD",
          "EPL-2.0",
          "CC0-1.0");

  @Test
  void everyLibrary_isListed_andNoneThatIsGone() throws IOException {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.list(LIBRARIES)) {
      for (Path file : files.toList()) {
        Matcher jar = JAR.matcher(file.getFileName().toString());
        if (jar.matches() && !jar.group(1).startsWith("tenlines-")) {
          there.add(jar.group(1));
        }
      }
    }

    assertThat(there).isNotEmpty();
    assertThat(listed().keySet())
        .as("libraries and their licences in docs/reference/licences.md")
        .isEqualTo(there);
  }

  @Test
  void everyLicence_isOneThatWeTake() throws IOException {
    assertThat(listed().entrySet())
        .allSatisfy(line -> assertThat(ALLOWED).as(line.getKey()).contains(line.getValue()));
  }

  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    Matcher line = LINE.matcher(Files.readString(PAGE));
    while (line.find()) {
      if (!line.group(1).equals("library")) {
        listed.put(line.group(1), line.group(2));
      }
    }
    return listed;
  }
}
