package dev.tenlines.spring.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * All streams that are open. One clock beats for all of them, so that whoever left is noticed while
 * nothing is said; when the application stops, each is told so. They end before the web server,
 * which waits for calls under way.
 */
public final class Streams implements SmartLifecycle {
  private static final long BEAT_SECONDS = 1;

  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService clock;
  private volatile boolean stopped;

  /**
   * Opens a stream. Nothing is sent before it begins.
   *
   * @param farewell what its error event says when the application stops
   */
  public EventStream open(HttpServletResponse response, Object farewell) {
    EventStream stream = new EventStream(response, farewell, open::remove);
    open.add(stream);
    if (stopped) {
      stream.cut();
    }
    return stream;
  }

  /** How many are open. */
  public int count() {
    return open.size();
  }

  @Override
  public synchronized void start() {
    stopped = false;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tenlines-beat").factory());
    var unused =
        clock.scheduleAtFixedRate(
            () -> open.forEach(EventStream::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    open.forEach(EventStream::cut);
    if (clock != null) {
      clock.shutdown();
      clock = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return clock != null;
  }
}
