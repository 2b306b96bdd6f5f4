package dev.tenlines.mock;

import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A model provider on loopback. It answers in the dialect of the path it is called at, plays the
 * faults of its script, and counts what it was asked and what it sent.
 *
 * <p>A token is four characters, of prompts and answers alike, rounded up. Any key is good, but
 * there must be one where the provider wants one. Every model is known but those whose name begins
 * with {@code unknown}. A request that a provider would refuse is refused and uses up nothing of
 * the script.
 */
public final class MockProvider implements AutoCloseable {
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

  private final Tally tally = new Tally();
  private final Map<Connection, Thread> open = new ConcurrentHashMap<>();
  private final Port port;
  private final Rehearsal rehearsal;
  private final Director director;
  private volatile boolean closed;

  private MockProvider(int wanted, Script script, Clock clock) {
    port = new Port(wanted, this::take);
    rehearsal = new Rehearsal(port, script);
    director = new Director(rehearsal, tally, clock, port.number());
  }

  /**
   * Starts one on loopback.
   *
   * @param port where to listen; 0 for any free port
   */
  public static MockProvider start(int port, Script script) {
    return start(port, script, Clock.systemUTC());
  }

  /** Starts one whose headers take their times from a clock. */
  public static MockProvider start(int port, Script script, Clock clock) {
    MockProvider mock = new MockProvider(port, script, clock);
    mock.port.start();
    mock.rehearsal.play(script);
    return mock;
  }

  private void take(Socket socket) {
    Connection connection = new Connection(socket, director, tally);
    Thread thread =
        Thread.ofVirtual()
            .name("tenlines-mock")
            .unstarted(() -> {
              try {
                connection.run();
              } finally {
                open.remove(connection);
              }
            });
    open.put(connection, thread);
    if (closed) {
      connection.close();
    }
    thread.start();
  }

  /** Where it listens. */
  public int port() {
    return port.number();
  }

  /** What a user would configure as the provider's address. */
  public String baseUrl(Dialect dialect) {
    return "http://127.0.0.1:" + port() + dialect.base();
  }

  /** From the next request on, plays another script from its start. */
  public void play(Script script) {
    rehearsal.play(script);
  }

  /** What it counted so far. */
  public Counts counts() {
    return tally.counts();
  }

  /** The last requests, at most 10,000 of them and 64 MB. */
  public List<Received> received() {
    return tally.received();
  }

  /**
   * Waits until its counts are as wanted.
   *
   * @return whether they were in time
   */
  public boolean await(Predicate<Counts> wanted, Duration atMost) throws InterruptedException {
    return tally.await(wanted, atMost);
  }

  /** Tells of each request when it ended, one after the other. */
  public void listen(Consumer<Received> listener) {
    tally.listen(listener);
  }

  /** Closes every connection and waits for its threads. */
  @Override
  public void close() {
    closed = true;
    port.close();
    Set<Thread> threads = Set.copyOf(open.values());
    open.keySet().forEach(Connection::close);
    join(threads);
  }

  /** Waits for threads that were asked to end. */
  static void join(Set<Thread> threads) {
    for (Thread thread : threads) {
      try {
        if (!thread.equals(Thread.currentThread()) && !thread.join(LONGEST_FAREWELL)) {
          thread.interrupt();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
