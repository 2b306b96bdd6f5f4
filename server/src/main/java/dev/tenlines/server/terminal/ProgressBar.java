package dev.tenlines.server.terminal;

import dev.tenlines.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The one progress bar: drawn over itself on a terminal, a line at each new step elsewhere. */
public final class ProgressBar implements Progress, AutoCloseable {
  private static final int WIDTH = 24;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final PrintWriter err;
  private final Clock clock;
  private final boolean terminal;
  private String what = "";
  private Instant began = Instant.EPOCH;
  private Instant drawn = Instant.EPOCH;

  public ProgressBar(PrintWriter err, Clock clock, boolean terminal) {
    this.err = err;
    this.clock = clock;
    this.terminal = terminal;
  }

  /**
   * A bar for people, drawn when standard error is a terminal: the launcher knows, Java 21 does
   * not.
   */
  public static ProgressBar on(Console console) {
    return new ProgressBar(
        console.err(), Clock.systemUTC(), Boolean.getBoolean("tenlines.terminal"));
  }

  @Override
  public synchronized void at(String step, int done, int total) {
    Instant now = clock.instant();
    if (!step.equals(what)) {
      finish();
      what = step;
      began = now;
      drawn = Instant.EPOCH;
      if (!terminal) {
        err.println(step + " …");
      }
    }
    if (terminal && (done >= total || Duration.between(drawn, now).compareTo(PAUSE) > 0)) {
      drawn = now;
      err.print("\r" + bar(done, Math.max(1, total), Duration.between(began, now)) + "\u001b[K");
      err.flush();
    }
  }

  @Override
  public void close() {
    done();
  }

  /** Takes the bar off the screen. */
  public synchronized void done() {
    finish();
  }

  private void finish() {
    if (terminal && !what.isEmpty()) {
      err.print("\r\u001b[K");
      err.flush();
    }
    what = "";
  }

  private String bar(int done, int total, Duration spent) {
    int filled = (int) ((long) WIDTH * done / total);
    double seconds = spent.toMillis() / 1000.0;
    String rate =
        seconds < 0.5 || done == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "  %.0f/s, %.0f s left",
                done / seconds,
                seconds / done * (total - done));
    return String.format(
        Locale.ROOT,
        "%-14s %s%s %3d %%%s",
        what,
        "█".repeat(filled),
        "░".repeat(WIDTH - filled),
        100L * done / total,
        rate);
  }
}
