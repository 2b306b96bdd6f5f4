package dev.tenlines.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing acknowledged is lost when the process is killed. A short sample of the long run: {@code
 * -Dkills=1000} makes it as long as one likes, {@code -Dseed=…} another one.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("seed", 20_261_123);

  @TempDir private Path directory;

  @Test
  void killedOnSqlite_keepsEveryAcknowledgedAnswerVerdictAndMessageOnce() throws Exception {
    kept(new KillRun(false, directory, SEED).run(KILLS));
  }

  @Test
  void killedOnPostgres_keepsEveryAcknowledgedAnswerVerdictAndMessageOnce() throws Exception {
    kept(new KillRun(true, directory, SEED).run(KILLS));
  }

  private static void kept(KillRun.Report report) {
    assertThat(report.problems()).isEmpty();
    assertThat(report.kills()).isEqualTo(KILLS);
    assertThat(report.asked()).as("load").isPositive();
    assertThat(report.judged()).as("load").isPositive();
    assertThat(report.told()).as("load").isPositive();
  }
}
