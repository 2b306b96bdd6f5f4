package dev.tenlines.querying;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A MariaDB server that is thrown away, of the programs that the machine has. */
final class Mariadb implements AutoCloseable {
  /** Where servers are installed that are not on everybody's path. */
  private static final List<String> ASIDE =
      List.of("/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/bin");

  private static final int PATIENCE_SECONDS = 30;

  private final Process process;
  private final String url;

  private Mariadb(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts one in an empty folder; whoever calls is skipped, and says so, where there is none. */
  static Mariadb start(Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Path log = folder.resolve("log");
    List<String> install = command("mariadb-install-db", data);
    install.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
    Process installing = run(install, log);
    if (!installing.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || installing.exitValue() != 0) {
      installing.destroyForcibly();
      throw new AssertionError("mariadb-install-db failed:\n" + Files.readString(log));
    }
    int port = port();
    List<String> serve = command("mariadbd", data);
    // The socket lies in the data; its path would be too long for some systems.
    serve.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=sock",
            "--pid-file=pid",
            "--skip-name-resolve",
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=0"));
    Process process = run(serve, log);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Mariadb server = new Mariadb(process, "jdbc:mariadb://127.0.0.1:" + port + "/");
    server.await(log);
    return server;
  }

  private static Process run(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static List<String> command(String program, Path data) {
    List<String> command = new ArrayList<>();
    command.add(found(program).toString());
    command.add("--no-defaults");
    command.add("--datadir=" + data);
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }

  private static Path found(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), ASIDE.stream())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> {
          System.out.println(
              "SKIPPED: nothing was asked of MariaDB, there is no "
                  + program
                  + " here (apt-get install mariadb-server)");
          return Assumptions.abort("there is no " + program);
        });
  }

  private static int port() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.readString(log).contains("ready for connections")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new AssertionError("mariadbd did not start:\n" + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  /** Its address, ending in a slash; root has no password. */
  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
