package dev.tenlines.kill;

import dev.tenlines.sql.PostgresStore;
import dev.tenlines.sql.SqliteStore;
import dev.tenlines.sql.TestStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Kills a server under load at random moments, again and again on one database, and looks after
 * every kill for what was acknowledged and is lost, or stands twice.
 */
final class KillRun {
  /** After so many kills everything is delivered and compared, and an empty database begins. */
  private static final int KILLS_PER_DATABASE = 50;

  private static final int STARTS_BEFORE_A_KILL = 5;
  private static final int MOST_ACKNOWLEDGED = 400;
  private static final int PATIENCE_SECONDS = 120;

  private final boolean postgres;
  private final Path directory;
  private final SplittableRandom random;
  private int databases;

  /** How long the last server took to open: one that is killed at its start lives about as long. */
  private int startMillis = 900;

  KillRun(boolean postgres, Path directory, long seed) {
    this.postgres = postgres;
    this.directory = directory;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What a run saw.
   *
   * @param repeated messages that came again under their id, as they may
   * @param problems everything that was lost or doubled
   */
  record Report(int kills, int asked, int judged, int told, int repeated, List<String> problems) {

    private Report plus(Report other) {
      List<String> both = new ArrayList<>(problems);
      both.addAll(other.problems);
      return new Report(
          kills + other.kills,
          asked + other.asked,
          judged + other.judged,
          told + other.told,
          repeated + other.repeated,
          both);
    }
  }

  /** Kills so often, and says what it saw. */
  Report run(int kills) throws Exception {
    Report all = new Report(0, 0, 0, 0, 0, List.of());
    while (all.kills() < kills) {
      all = all.plus(database(Math.min(KILLS_PER_DATABASE, kills - all.kills())));
      System.out.println((postgres ? "PostgreSQL " : "SQLite ") + all);
    }
    return all;
  }

  private Report database(int kills) throws Exception {
    int number = databases++;
    Path home = Files.createDirectories(directory.resolve("run-" + number));
    TestStore store =
        postgres
            ? PostgresStore.blank("killed_" + number)
            : new SqliteStore(home.resolve(".tenlines").resolve("tenlines.db"));
    Acknowledged acknowledged = new Acknowledged();
    List<String> problems = new ArrayList<>();
    try (Hook hook = new Hook(random.nextLong())) {
      String start = Clock.systemUTC().instant().toString();
      for (int kill = 0; kill < kills; kill++) {
        // The first life of a database is cut in its migrations.
        boolean atStart = kill == 0 || random.nextInt(STARTS_BEFORE_A_KILL) == 0;
        live(home, store, hook, start, "life" + kill, acknowledged, atStart);
        problems.addAll(inspected(store, acknowledged));
      }
      live(home, store, hook, start, "last", acknowledged, false);
      if (!acknowledged.drained) {
        problems.add("the last server did not deliver everything");
      }
      problems.addAll(Inspection.afterDelivery(store, acknowledged, hook));
      problems.addAll(acknowledged.problems);
      return new Report(
          kills,
          acknowledged.asked.size(),
          acknowledged.judged.size(),
          hook.reviews().size(),
          hook.repeated(),
          problems);
    }
  }

  private List<String> inspected(TestStore store, Acknowledged acknowledged) throws SQLException {
    boolean nothingYet = store instanceof SqliteStore sqlite && !Files.exists(sqlite.file());
    return nothingYet ? List.of() : Inspection.of(store, acknowledged);
  }

  /** One server from its start to its end. */
  private void live(
      Path home,
      TestStore store,
      Hook hook,
      String start,
      String life,
      Acknowledged acknowledged,
      boolean atStart)
      throws IOException, InterruptedException {
    Path pending = Files.write(home.resolve("pending.txt"), acknowledged.pending);
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                home.toString(),
                store instanceof PostgresStore(String url) ? url : "-",
                hook.url(),
                start,
                life,
                pending.toString())
            .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("errors.txt").toFile()))
            .start();
    long born = System.nanoTime();
    try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
      boolean last = life.equals("last");
      Thread killer = atStart ? kill(server, random.nextInt(startMillis)) : null;
      int left = 1 + random.nextInt(MOST_ACKNOWLEDGED);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("open .")) {
          startMillis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - born);
        }
        left -= acknowledged.read(line) ? 1 : 0;
        if (left == 0 && !last) {
          server.toHandle().destroyForcibly();
        }
      }
      if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        server.toHandle().destroyForcibly();
        acknowledged.problems.add("the server of " + life + " hangs");
      }
      if (killer != null) {
        killer.join();
      }
    }
  }

  /**
   * Kills without a warning, and leaves what the server said readable, unless the server ends by
   * itself before.
   */
  private static Thread kill(Process server, int afterMillis) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            if (!server.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
              server.toHandle().destroyForcibly();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
