package dev.tenlines.spring.console;

import dev.tenlines.Progress;
import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Embedder;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.TrialView;
import dev.tenlines.trial.Trial;
import dev.tenlines.trial.TrialOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One trial of an uploaded file: told how far it is, asked for what it found. */
final class TrialRun implements Progress, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

  private final String tenant;
  private final String name;
  private final TrialOptions options;
  private final Clock clock;
  private volatile TrialView.@Nullable Running running;
  private volatile @Nullable TrialView found;
  private volatile @Nullable Notice failed;
  private volatile boolean stopping;

  /**
   * Prepares a trial.
   *
   * @param name what the reader calls the file; its place on this machine is nobody's business
   */
  TrialRun(String tenant, String name, TrialOptions options, Clock clock) {
    this.tenant = tenant;
    this.name = name;
    this.options = options;
    this.clock = clock;
    this.running = new TrialView.Running(name, "Reading", 0, 1);
  }

  @Override
  public void run() {
    try (Embedder embedder = Embedder.find()) {
      found = TrialViews.of(name, new Trial(options, embedder, clock, this).run());
    } catch (CancellationException e) {
      failed = Notice.wait("The trial was stopped with the server.");
    } catch (TenlinesException e) {
      failed = Notice.error(e.id(), readable(e.what()), readable(e.hint()));
    } catch (RuntimeException e) {
      LOG.error("TL-999 The trial of {} failed.", name, e);
      failed = Notice.error("TL-999", "Something unforeseen happened.", "");
    } finally {
      running = null;
      delete(options.file());
    }
  }

  @Override
  public void at(String what, int done, int total) {
    if (stopping) {
      throw new CancellationException();
    }
    running = new TrialView.Running(name, what, done, Math.max(1, total));
  }

  /** Ends it at its next step. */
  void stop() {
    stopping = true;
  }

  boolean of(String other) {
    return tenant.equals(other);
  }

  TrialView.@Nullable Running running() {
    return running;
  }

  @Nullable TrialView found() {
    return found;
  }

  @Nullable Notice failed() {
    return failed;
  }

  private String readable(String message) {
    return message.replace(options.file().toString(), name);
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The uploaded file of a trial is still there: {}", e.getMessage());
    }
  }
}
