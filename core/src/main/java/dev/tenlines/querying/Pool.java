package dev.tenlines.querying;

import dev.tenlines.TenlinesException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few connections, each lent for one transaction that is always rolled back. */
final class Pool implements AutoCloseable {
  private static final int VALID_WITHIN_SECONDS = 2;

  private final Connect connect;
  private final Engine engine;
  private final Limits limits;
  private final boolean kept;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  /**
   * @param kept whether connections are kept here; a source keeps its own
   */
  Pool(Connect connect, Engine engine, Limits limits, boolean kept) {
    this.connect = connect;
    this.engine = engine;
    this.limits = limits;
    this.kept = kept;
    this.free = new Semaphore(limits.connections());
  }

  /** Something that is read over a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T read(Work<T> work) {
    enter();
    Connection connection = null;
    boolean sound = false;
    try {
      connection = take();
      connection.setAutoCommit(false);
      engine.begin(connection);
      T result = work.on(connection);
      sound = true;
      return result;
    } catch (SQLException e) {
      throw connect.failure(e);
    } finally {
      give(connection, sound);
      free.release();
    }
  }

  private void enter() {
    try {
      if (closed || !free.tryAcquire(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TenlinesException(
            "TL-409",
            "All connections for questions are in use, or closed (" + connect.shown() + ").",
            "Maybe try again in a moment, or allow more connections.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TenlinesException(
          "TL-405",
          "The question was stopped before it was asked (" + connect.shown() + ").",
          "Maybe ask again.");
    }
  }

  private Connection take() throws SQLException {
    Connection connection = idle.pollFirst();
    while (connection != null && !connection.isValid(VALID_WITHIN_SECONDS)) {
      shut(connection);
      connection = idle.pollFirst();
    }
    if (connection == null) {
      connection = connect.open(engine.properties());
      if (kept) {
        engine.opened(connection);
      }
    }
    return connection;
  }

  /** Nothing that was done stays done; a connection that failed is not used again. */
  private void give(@Nullable Connection connection, boolean sound) {
    if (connection == null) {
      return;
    }
    boolean clean = rolledBack(connection) && sound;
    if (kept && clean && !closed) {
      idle.addFirst(connection);
    } else {
      shut(connection);
    }
    if (closed) {
      close();
    }
  }

  private boolean rolledBack(Connection connection) {
    try {
      connection.rollback();
      if (!kept) {
        connection.setAutoCommit(true);
      }
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private static void shut(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is not used again either way.
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Connection c = idle.pollFirst(); c != null; c = idle.pollFirst()) {
      shut(c);
    }
  }
}
