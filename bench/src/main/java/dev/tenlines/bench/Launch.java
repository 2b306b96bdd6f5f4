package dev.tenlines.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How Tenlines is started as a process of its own.
 *
 * @param command what stands before the arguments
 * @param environment what the process is told besides
 * @param errors where its standard error goes, or null for this process's own
 */
public record Launch(List<String> command, Map<String, String> environment, @Nullable Path errors) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** As a user starts it. */
  public static Launch of(Path home) {
    return new Launch(List.of(home.resolve("tenlines").toString()), Map.of(), null);
  }

  /** From this process's own class path: tests run before there is a jar. */
  public static Launch here() {
    return new Launch(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "dev.tenlines.server.Main"),
        // Not as an argument: ONNX Runtime dies of a command line as long as a test's class path.
        Map.of("CLASSPATH", System.getProperty("java.class.path")),
        null);
  }

  /**
   * The same, saying to a file what goes wrong: of a server that is hurt on purpose that is much.
   */
  public Launch errors(Path file) {
    return new Launch(command, environment, file);
  }

  /** Starts a server and waits until it listens. */
  public Served serve(Path project) throws IOException {
    return Served.start(this, project);
  }

  /** Runs a command that prints JSON, and returns what it printed. */
  public JsonNode json(String... arguments) throws IOException {
    Process process = start(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("it failed: " + String.join(" ", arguments));
    }
    return JsonMapper.shared().readTree(said);
  }

  /** A key of a role, made in the project's database. */
  public String key(Path project, String name, String role) throws IOException {
    return json("keys", "--project", project.toString(), "--add", name, "--role", role, "--json")
        .path("key")
        .asString();
  }

  Process start(String... arguments) throws IOException {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().putAll(environment);
    return builder
        .redirectError(
            errors == null
                ? ProcessBuilder.Redirect.INHERIT
                : ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start();
  }
}
