package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup of docs/guides/serve.md, made under load, and put back. */
class BackupTest {
  private static final String PROJECT =
      """
      features:
        triage:
          labels: { delivery: "", returns: "" }
          rungs: [rules, review]
          review: { audits: 0 }
      """;

  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedBeforeABackup_isThereAfterTheRestore() throws Exception {
    Path served = project("served");
    Path backup = directory.resolve("tenlines-backup.db");
    List<String> before = new ArrayList<>();
    ConcurrentLinkedQueue<String> meanwhile = new ConcurrentLinkedQueue<>();
    try (RunningServer server = RunningServer.start(served);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 200; i++) {
        before.add(ask(server.tenlines(), i));
      }
      AtomicBoolean done = new AtomicBoolean();
      List<Future<?>> load = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        load.add(
            threads.submit(() -> {
              while (!done.get()) {
                meanwhile.add(ask(server.tenlines(), meanwhile.size()));
              }
            }));
      }
      backup(served.resolve(".tenlines/tenlines.db"), backup);
      done.set(true);
      for (Future<?> one : load) {
        one.get();
      }
    }
    Path restored = project("restored");
    Files.createDirectories(restored.resolve(".tenlines"));
    Files.copy(backup, restored.resolve(".tenlines/tenlines.db"));

    try (Tenlines tenlines = Tenlines.open(restored)) {
      assertThat(before)
          .allSatisfy(
              id -> assertThat(tenlines.history().find(Request.SINGLE_TENANT, id)).isNotNull());
      assertThat(ask(tenlines, 1)).isNotEmpty();
    }
  }

  private static String ask(Tenlines tenlines, int number) {
    Outcome<?> outcome =
        tenlines.ask("triage", number % 2 == 0 ? "my parcel " + number : "hello " + number);
    return outcome.id();
  }

  /** What {@code sqlite3 FILE ".backup TO"} does. */
  private static void backup(Path from, Path to) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from);
        Statement statement = connection.createStatement()) {
      statement.execute("backup to " + to);
    }
  }

  private Path project(String name) throws IOException {
    Path project = Files.createDirectory(directory.resolve(name));
    Files.writeString(project.resolve("tenlines.yaml"), PROJECT);
    Files.createDirectories(project.resolve("rules"));
    Files.writeString(
        project.resolve("rules/triage.yaml"),
        "- when: input.mentions(\"parcel\")\n  then: delivery\n");
    return project;
  }
}
