package dev.tenlines.bench.drill;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import dev.tenlines.bench.drill.Drill.Findings;
import dev.tenlines.bench.soak.SmallShop;
import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What a drill works on: a project, its model, who is told of decisions, and what was told. */
final class Site implements AutoCloseable {
  /** Slow enough that every death cuts some calls. */
  static final Script PACED = Script.answers().paced(Duration.ofMillis(3), 0);

  private static final long LOOK = Duration.ofMillis(20).toNanos();

  final Path project;
  final MockProvider mock = MockProvider.start(0, PACED);
  final Receiver receiver = new Receiver();
  final Told told = new Told();
  final Findings findings = new Findings();
  final Reconciliation books;
  private final Launch launch;
  private String key = "";

  /** A site in a new directory, on SQLite or, where one is named, on a PostgreSQL database. */
  Site(Launch launch, @Nullable String database) throws IOException {
    this.project = Files.createTempDirectory("tenlines-drill");
    this.launch = launch.errors(project.resolve("errors.txt"));
    SmallShop.writeDesk(project, mock.baseUrl(Dialect.OPENAI), receiver.url(), database);
    String file = "jdbc:sqlite:" + project.resolve(".tenlines/tenlines.db");
    this.books = new Reconciliation(database == null ? file : database, told, findings);
  }

  /** A server of the project. */
  Served serve() throws IOException {
    Served served = launch.serve(project);
    key = served.key().isEmpty() ? key : served.key();
    return served;
  }

  /** A server of the same database in a directory of its own. */
  Served serveBeside(String database) throws IOException {
    Path other = Files.createTempDirectory("tenlines-drill");
    SmallShop.writeDesk(other, mock.baseUrl(Dialect.OPENAI), receiver.url(), database);
    return launch.serve(other);
  }

  /** People who work at that server. */
  Crew crew(String name, int port) throws IOException {
    return Crew.at(name, port, key, launch.key(project, name, "reviewer"), told);
  }

  /** Waits until so many answers more were acknowledged; false when they were not in time. */
  boolean more(int answers, Duration atMost) {
    int wanted = told.answers.size() + answers;
    long end = System.nanoTime() + atMost.toNanos();
    while (told.answers.size() < wanted && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK);
    }
    return told.answers.size() >= wanted;
  }

  /** Compares everything, after the last server has stopped. */
  Findings reconciled(long cut) throws SQLException {
    books.acknowledged();
    books.heard(receiver);
    books.billed(List.of(mock.counts()), cut);
    told.failures.forEach(
        (code, count) -> System.err.println("  failed with " + code + ": " + count));
    return findings;
  }

  @Override
  public void close() {
    mock.close();
    receiver.close();
  }
}
