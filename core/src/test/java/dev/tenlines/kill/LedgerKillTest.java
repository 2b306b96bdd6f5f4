package dev.tenlines.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.model.Books;
import dev.tenlines.model.Books.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ledger says what the provider counted, however often the process that asks is killed. A short
 * sample of the long run: {@code -Dkills=1000} makes it as long as one likes.
 */
class LedgerKillTest {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("seed", 20_261_123);
  private static final int MOST_ANSWERS = 300;
  private static final Duration SOON = Duration.ofSeconds(20);

  /** What the provider remembers ends with its last requests. */
  private static final int KILLS_PER_LEDGER = 20;

  private static final Pattern ID = Pattern.compile("r_[0-9_]+_");

  @TempDir private Path directory;
  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void killedAgainAndAgain_theLedgerIsWhatTheProviderCounted() throws Exception {
    int unknown = 0;
    int settled = 0;
    for (int done = 0; done < KILLS; done += KILLS_PER_LEDGER) {
      int kills = Math.min(KILLS_PER_LEDGER, KILLS - done);
      Path home = directory.resolve("ledger-" + done);
      try (MockProvider mock =
          MockProvider.start(
              0,
              Script.sometimes(Fault.S08, 0.1, random.nextLong()).paced(Duration.ofMillis(1), 0))) {
        for (int kill = 0; kill < kills; kill++) {
          live(home, mock, kill);
          assertThat(mock.await(c -> mock.received().stream().allMatch(Received::ended), SOON))
              .isTrue();
        }
        try (Books books = new Books(home, Clock.systemUTC())) {
          books.ledger().recover();
          List<Row> rows = books.rows("r_");
          assertThat(books.holds("r_")).isZero();
          same(mock.received(), rows);
          unknown += count(rows, row -> row.state().equals("unknown"));
          settled += count(rows, row -> row.state().equals("settled"));
          assertThat(unknown).isLessThanOrEqualTo((done + kills) * KilledCaller.THREADS);
        }
      }
    }
    System.out.println(KILLS + " kills: " + settled + " settled, " + unknown + " unknown");
    assertThat(settled).isPositive();
  }

  private static int count(List<Row> rows, Predicate<Row> wanted) {
    return (int) rows.stream().filter(wanted).count();
  }

  /** Every call has one row at what it cost, or an unknown one; nothing else is booked. */
  private static void same(List<Received> calls, List<Row> rows) {
    Map<String, List<Row>> byRequest = new HashMap<>();
    rows.forEach(row -> byRequest.computeIfAbsent(row.request(), id -> new ArrayList<>()).add(row));
    Map<String, Received> answers = new HashMap<>();
    for (Received call : calls) {
      Matcher id = ID.matcher(call.user());
      assertThat(id.find()).isTrue();
      if (call.answered()) {
        assertThat(answers.put(id.group(), call)).as("answered twice").isNull();
      }
    }
    answers.forEach((id, call) -> {
      List<Row> booked = byRequest.getOrDefault(id, List.of());
      assertThat(booked).as("charges of " + id).isNotEmpty();
      Row last = booked.getLast();
      if (last.state().equals("settled")) {
        assertThat(last.estimated()).isFalse();
        assertThat(last.input()).isEqualTo(call.promptTokens());
        assertThat(last.output()).isEqualTo(call.tokensSent());
      }
    });
    for (Row row : rows) {
      if (row.state().equals("settled")) {
        assertThat(answers).as("settled, so it was answered").containsKey(row.request());
        assertThat(byRequest.get(row.request())).as("booked once").hasSize(1);
      } else {
        assertThat(row.state()).isEqualTo("unknown");
        assertThat(row.estimated()).as("flagged").isTrue();
        assertThat(row.micros()).as("booked at the most").isPositive();
      }
    }
  }

  /** One caller from its start until it is killed. */
  private void live(Path home, MockProvider mock, int life)
      throws IOException, InterruptedException {
    Process caller =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                KilledCaller.class.getName(),
                home.toString(),
                mock.baseUrl(Dialect.OPENAI),
                Integer.toString(life))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int left = 1 + random.nextInt(MOST_ANSWERS);
    try (BufferedReader lines = caller.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (--left == 0) {
          caller.toHandle().destroyForcibly();
        }
      }
    }
    caller.waitFor();
    assertThat(left).as("the caller was killed, it did not die").isLessThanOrEqualTo(0);
  }
}
