package dev.tenlines.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official tests of JSON Schema 2020-12, the required part. */
class SchemaSuiteTest {
  private static final Path SUITE =
      Path.of(Optional.ofNullable(System.getenv("TENLINES_DATA")).orElse("../../shared/data"))
          .resolve("json-schema-test-suite");

  @Test
  void everyRequiredCase_isJudgedAsTheSuiteSays() throws IOException {
    if (!Files.isDirectory(SUITE)) {
      System.out.println("SKIPPED: the tests of JSON Schema are not at TENLINES_DATA");
      Assumptions.abort("TENLINES_DATA holds no json-schema-test-suite");
    }
    Map<String, String> remotes = remotes();
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    try (Stream<Path> files = Files.list(SUITE.resolve("tests/draft2020-12"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        for (JsonNode group : JsonMapper.shared().readTree(Files.readString(file))) {
          var validator = Schema.validator(group.path("schema"), remotes);
          for (JsonNode one : group.path("tests")) {
            cases++;
            boolean valid = validator.validate(one.path("data")).isEmpty();
            if (valid != one.path("valid").booleanValue()) {
              wrong.add(
                  file.getFileName() + ": " + group.path("description") + one.path("description"));
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThan(1_000);
    System.out.println("JSON Schema 2020-12: " + cases + " required cases");
  }

  private static Map<String, String> remotes() throws IOException {
    Map<String, String> remotes = new HashMap<>();
    Path root = SUITE.resolve("remotes");
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> {
            String name = root.relativize(file).toString().replace('\\', '/');
            try {
              remotes.put("http://localhost:1234/" + name, Files.readString(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return remotes;
  }
}
