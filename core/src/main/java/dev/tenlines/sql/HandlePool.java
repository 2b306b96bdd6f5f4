package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A few open connections for readers, lent one at a time. */
final class HandlePool implements AutoCloseable {
  private static final int VALID_WITHIN_SECONDS = 2;

  /** How often a waiting reader looks whether the pool was closed meanwhile. */
  private static final int LOOK_UP_MILLIS = 100;

  private final LinkedBlockingDeque<Handle> idle = new LinkedBlockingDeque<>();
  private final Supplier<Handle> connect;
  private final int size;
  private volatile boolean closed;

  HandlePool(Supplier<Handle> connect, int size) {
    this.connect = connect;
    this.size = size;
    for (int i = 0; i < size; i++) {
      idle.add(connect.get());
    }
  }

  <T extends @Nullable Object> T read(Function<Handle, T> work) {
    Handle handle = take(true);
    try {
      return work.apply(handle);
    } catch (RuntimeException e) {
      if (alive(handle)) {
        throw e;
      }
      handle = fresh(handle);
      throw away(e);
    } finally {
      idle.addFirst(handle);
    }
  }

  /** Waits for readers that are at work; those who come later are refused. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    for (int i = 0; i < size; i++) {
      take(false).close();
    }
  }

  static boolean alive(Handle handle) {
    try {
      return handle.getConnection().isValid(VALID_WITHIN_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Not a mistake of the reader's: whoever asked may ask again. */
  private static TenlinesException away(RuntimeException e) {
    if (e instanceof TenlinesException own) {
      return own;
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause(); // What is above it repeats the statement with what was asked.
    }
    return new TenlinesException(
        "TL-143",
        "The database does not answer (" + root.getMessage() + ").",
        "Maybe it was restarted or the network is down; ask again.");
  }

  /** A new connection for a dead one; the dead one again while the database is away. */
  private Handle fresh(Handle dead) {
    try {
      Handle handle = connect.get();
      dead.close();
      return handle;
    } catch (RuntimeException e) {
      return dead;
    }
  }

  private Handle take(boolean refuse) {
    boolean interrupted = false;
    try {
      while (true) {
        if (refuse && closed) {
          throw new TenlinesException(
              "TL-142", "The database is closed and cannot be read.", "Maybe read before closing.");
        }
        try {
          Handle handle = idle.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
          if (handle != null) {
            return handle;
          }
        } catch (InterruptedException e) {
          // Readers hold a connection for microseconds: waiting on is shorter than unwinding.
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
