package dev.tenlines.server;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Role;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProgressBar;
import dev.tenlines.server.terminal.ProjectOption;
import dev.tenlines.spring.console.Passwords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves the HTTP API and the console; the sample project where there is none.")
final class ServeCommand implements Callable<Integer> {
  private static final String SAMPLE = "tenlines-sample";

  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "The port; 0 for any free one (default 8080).")
  private int port;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description =
          "Where to listen (default 127.0.0.1: this machine alone; put a TLS proxy before more).")
  private String address = "127.0.0.1";

  @Override
  public Integer call() throws IOException, InterruptedException {
    Console console = Console.of(spec);
    Path directory = directory(console);
    if (directory == null) {
      return 0;
    }
    refusePort();
    CountDownLatch stopped = new CountDownLatch(1);
    StopSignal.onStop(stopped::countDown);
    try (ConfigurableApplicationContext context = Server.start(directory, address, port)) {
      greet(console, context);
      stopped.await();
      console.err().println("Stopping: what was begun is finished first.");
    }
    return 0;
  }

  /** The project's directory, the sample's where there is no project, or null when refused. */
  private @Nullable Path directory(Console console) throws IOException {
    Path own = project.directory;
    if (Files.exists(own.resolve("tenlines.yaml"))) {
      return own;
    }
    Path sample = own.resolve(SAMPLE);
    if (!Files.exists(sample.resolve("tenlines.yaml"))) {
      console
          .err()
          .println("There is no tenlines.yaml in " + own.toAbsolutePath().normalize() + ".");
      if (!agreed(console)) {
        return null;
      }
      try (ProgressBar bar = ProgressBar.on(console)) {
        Sample.make(sample, bar);
        bar.done();
      }
    }
    console.err().println("Serving the sample project in " + sample + ".");
    return sample;
  }

  /**
   * Whoever sits at a terminal is asked; a script that calls serve wants to see something served.
   */
  private static boolean agreed(Console console) throws IOException {
    if (!Boolean.getBoolean("tenlines.keyboard")) {
      return true;
    }
    console
        .err()
        .print(
            "Make the sample project, a shop with all six features, in ./" + SAMPLE + "? [Y/n] ");
    console.err().flush();
    String answer =
        new java.io.BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8))
            .readLine();
    return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
  }

  /** Said before anything slow is done. */
  private void refusePort() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-313",
          "The address (" + address + ":" + port + ") cannot be used: " + e.getMessage() + ".",
          "Maybe something else listens there: choose another --port.");
    }
  }

  private void greet(Console console, ConfigurableApplicationContext context) {
    Tenlines tenlines = context.getBean(Tenlines.class);
    first(console, tenlines.access());
    String listening = context.getEnvironment().getProperty("local.server.port", "");
    console.line(
        "Tenlines serves "
            + String.join(", ", tenlines.features())
            + " on http://"
            + address
            + ":"
            + listening
            + seconds(context));
    console.out().flush();
  }

  /** The first start makes the first user and the first key; nobody can read them again. */
  private static void first(Console console, Access access) {
    String tenant = Request.SINGLE_TENANT;
    List<String> shown = new ArrayList<>();
    if (access.users(tenant).isEmpty()) {
      String password = Passwords.random();
      access.createUser("admin", tenant, Role.ADMIN, Passwords.hash(password));
      shown.add("user:     admin");
      shown.add("password: " + password);
    }
    if (access.keys(tenant).isEmpty()) {
      shown.add("key:      " + access.createKey("first", tenant, Role.APPLICATION));
    }
    if (!shown.isEmpty()) {
      console.line("These are shown once:");
      shown.forEach(line -> console.line("  " + line));
    }
  }

  private static String seconds(ConfigurableApplicationContext context) {
    Instant now = context.getBean(Clock.class).instant();
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(began -> Duration.between(began, now).toMillis() / 1e3)
        .map(took -> String.format(Locale.ROOT, " (ready in %.1f s)", took))
        .orElse("");
  }
}
