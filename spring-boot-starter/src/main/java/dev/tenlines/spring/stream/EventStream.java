package dev.tenlines.spring.stream;

import dev.tenlines.OutcomeJson;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Feed.Piece;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer on its way to a caller, event by event. Whoever makes a piece only hands it over: a
 * thread that lives while there is something to write writes it, so that a slow reader holds up
 * nobody else. A caller who cannot be written to has left.
 */
public final class EventStream implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BEAT = ": \n\n";

  private final HttpServletResponse response;
  private final Object farewell;
  private final Consumer<EventStream> whenClosed;
  private final Feed feed = new Feed(this::show);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final StringBuilder waiting = new StringBuilder();
  private boolean begun;
  private boolean writing;
  private boolean quiet;
  private boolean ended;

  EventStream(HttpServletResponse response, Object farewell, Consumer<EventStream> whenClosed) {
    this.response = response;
    this.farewell = farewell;
    this.whenClosed = whenClosed;
  }

  /** Shows its pieces here, and is stopped when the caller has left. */
  public Feed feed() {
    return feed;
  }

  /** Sends the headers: from here on what fails is an event. */
  public void begin() {
    offer("", false);
  }

  /** Whether the headers are sent, or about to be. */
  public boolean begun() {
    lock.lock();
    try {
      return begun;
    } finally {
      lock.unlock();
    }
  }

  private void show(Piece piece) {
    switch (piece) {
      case Piece.Token(String text) ->
          offer(event("token", Map.of("text", text, "verified", false)), false);
      case Piece.Sentence(String text, var from) ->
          offer(
              event(
                  "sentence",
                  Map.of("text", text, "from", from.stream().map(OutcomeJson::evidence).toList())),
              false);
    }
  }

  /** The last event. */
  public void end(String name, Object value) {
    offer(event(name, value), true);
  }

  /** A comment, where nothing was said since the last beat: only writing shows who has left. */
  void beat() {
    lock.lock();
    try {
      boolean silent = quiet;
      quiet = true;
      if (!begun || !silent || writing) {
        return;
      }
    } finally {
      lock.unlock();
    }
    offer(BEAT, false);
  }

  /** The application stops: says so, and frees whoever works for the caller. */
  void cut() {
    end("error", farewell);
    feed.stop();
  }

  /** Waits until everything is written. The response is not touched afterwards. */
  @Override
  public void close() {
    lock.lock();
    try {
      ended = true;
      while (writing) {
        written.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
      whenClosed.accept(this);
    }
  }

  private static String event(String name, Object value) {
    return "event: " + name + "\ndata: " + JSON.writeValueAsString(value) + "\n\n";
  }

  private void offer(String text, boolean last) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      begun = true;
      quiet = false;
      ended = last;
      waiting.append(text);
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("tenlines-stream").start(this::write);
  }

  private void write() {
    boolean left = true;
    try {
      do {
        send(next());
      } while (more());
      left = false;
    } catch (IOException | RuntimeException e) {
      // Told below: the caller cannot be written to, whatever the reason is.
    } finally {
      settle(left);
    }
    if (left) {
      feed.stop();
    }
  }

  private String next() {
    lock.lock();
    try {
      String text = waiting.toString();
      waiting.setLength(0);
      return text;
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is more to write; where not, the next piece starts another writer. */
  private boolean more() {
    lock.lock();
    try {
      writing = !waiting.isEmpty();
      return writing;
    } finally {
      lock.unlock();
    }
  }

  private void settle(boolean left) {
    lock.lock();
    try {
      if (left) {
        ended = true;
        writing = false;
      }
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void send(String text) throws IOException {
    if (!response.isCommitted()) {
      response.setStatus(HttpServletResponse.SC_OK);
      response.setContentType("text/event-stream");
      response.setHeader("Cache-Control", "no-store");
      // A proxy in between must not gather what was said until it is enough.
      response.setHeader("X-Accel-Buffering", "no");
    }
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
  }
}
