package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.ladder.Journal;
import dev.tenlines.ladder.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
  @TempDir private Path directory;

  @Override
  protected Journal open() {
    return new SqliteJournal(directory.resolve("tenlines.db"), new TestClock());
  }

  @Test
  void everyStepOfAClimb_isALedgerRow_andNoRowIsWithoutARequest() throws SQLException {
    try (Journal journal = open()) {
      journal.record(
          Request.of("x"),
          new Declined<>(
              "r_9",
              "triage",
              Reason.NO_ANSWER,
              null,
              new Trace(
                  List.of(
                      new Trace.Step(
                          "rules@1",
                          Trace.Result.ABSTAINED,
                          "none",
                          null,
                          dev.tenlines.cost.Money.ZERO,
                          Duration.ZERO)),
                  Duration.ZERO)),
          null);
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("tenlines.db"));
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT rung, micros FROM ledger JOIN requests ON requests.id = ledger.request WHERE request = 'r_9'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("rung")).isEqualTo("rules@1");
      assertThat(rows.getLong("micros")).isZero();
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void aFileThatIsNoDatabase_isRefusedWithItsName() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("other.db"), "this is no database, it is a letter".repeat(50));

    assertThatThrownBy(() -> new SqliteJournal(file, new TestClock()))
        .hasMessageContaining("TL-140")
        .hasMessageContaining("other.db");
  }

  @Test
  void whatWasAcknowledgedBeforeAKill_isThereAfter() throws IOException, InterruptedException {
    Path file = directory.resolve("killed.db");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged.size() < 200) {
        acknowledged.add(lines.readLine());
      }
      writer.destroyForcibly();
    }
    writer.waitFor();

    try (Journal journal = new SqliteJournal(file, new TestClock())) {
      for (String key : acknowledged) {
        assertThat(journal.recorded("default", "triage", key, String.class)).as(key).isNotNull();
      }
    }
  }

  /** Records until it is killed, and says each key after it was acknowledged. */
  static final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) {
      Journal journal = new SqliteJournal(Path.of(arguments[0]), new TestClock());
      for (int i = 0; i < 100_000; i++) {
        journal.record(
            Request.of("x").withKey("k" + i),
            new Declined<String>(
                "r_" + i, "triage", Reason.NO_ANSWER, null, new Trace(List.of(), Duration.ZERO)),
            null);
        System.out.println("k" + i);
      }
    }
  }
}
