package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every snippet of the guide against the sample, and compares what it prints. */
class SixFeaturesTest {
  private static final Path PAGE = Path.of("../docs/guides/six-features.md");
  private static final Pattern SNIPPET =
      Pattern.compile("(?s)```(java|sh|python)\n(.*?)```\n+prints\n+```\n(.*?)```");
  private static final int LONGEST = 9;

  @TempDir private static Path directory;
  private static Path project;
  private static RunningServer server;
  private static Map<String, String> variables;

  @BeforeAll
  static void serve() throws IOException {
    project = MadeSample.copy(directory);
    server = RunningServer.start(project);
    String key =
        server.tenlines().access().createKey("six", Request.SINGLE_TENANT, Role.APPLICATION);
    variables = Map.of("URL", server.address(), "KEY", key);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A piece of code and what it is said to print. */
  private record Snippet(String language, String code, String prints) {}

  @TestFactory
  Stream<DynamicTest> everySnippet_printsWhatThePageSays() throws IOException {
    List<Snippet> snippets = snippets();

    assertThat(snippets).hasSize(18);
    return snippets.stream()
        .map(snippet ->
            DynamicTest.dynamicTest(
                snippet.language() + ": " + snippet.code().lines().findFirst().orElse(""),
                () -> {
                  assertThat(snippet.code().lines()).hasSizeLessThanOrEqualTo(LONGEST);
                  assertThat(printed(snippet)).isEqualTo(snippet.prints());
                }));
  }

  private static List<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (MatchResult found : SNIPPET.matcher(Files.readString(PAGE)).results().toList()) {
      snippets.add(new Snippet(found.group(1), found.group(2), found.group(3).strip()));
    }
    return snippets;
  }

  private static String printed(Snippet snippet) throws Exception {
    return switch (snippet.language()) {
      case "java" -> Compiled.of(snippet.code()).run(server.tenlines(), project);
      case "sh" -> process(List.of("bash", "-c", snippet.code()));
      default -> process(List.of("python3", "-c", python(snippet.code())));
    };
  }

  private static String python(String code) {
    String start =
        """
        import os
        from tenlines import Answered, Declined, Deferred, Tenlines
        client = Tenlines(os.environ["URL"], key=os.environ["KEY"])
        """;
    return start + code + "\nclient.close()\n";
  }

  private static String process(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().putAll(variables);
    builder
        .environment()
        .put("PYTHONPATH", Path.of("../clients/python/src").toAbsolutePath().toString());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.strip();
  }
}
