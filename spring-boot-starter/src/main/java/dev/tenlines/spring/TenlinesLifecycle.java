package dev.tenlines.spring;

import dev.tenlines.Tenlines;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the background work when every bean is there: a listener that is told of a decision must
 * be able to work. The bean's own destruction ends it, after the web server took its last request.
 */
final class TenlinesLifecycle implements SmartLifecycle {
  private final Tenlines tenlines;
  private boolean started;
  private boolean running;

  TenlinesLifecycle(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  @Override
  public synchronized void start() {
    if (!started) {
      tenlines.start();
      started = true;
    }
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }
}
