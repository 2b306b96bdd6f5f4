package dev.tenlines.bench.drill;

import dev.tenlines.bench.drill.Drill.Impossible;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server that can go away and come back at the same address, with all it held. */
final class Postgres implements AutoCloseable {
  private final Path directory;
  private final int port;
  private EmbeddedPostgres server;

  Postgres() throws IOException, Impossible {
    this.directory = Files.createTempDirectory("tenlines-drill").resolve("postgres");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    try {
      this.server = started();
    } catch (IOException | IllegalStateException e) {
      throw new Impossible("no PostgreSQL can be started: " + e.getMessage());
    }
  }

  private EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** It goes away: every connection ends. */
  void stop() throws IOException {
    server.close();
  }

  void startAgain() throws IOException {
    server = started();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
