package dev.tenlines.sql;

import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A few open connections for readers, lent one at a time. */
final class HandlePool implements AutoCloseable {
  private static final int VALID_WITHIN_SECONDS = 2;

  private final LinkedBlockingDeque<Handle> idle = new LinkedBlockingDeque<>();
  private final Supplier<Handle> connect;
  private final int size;

  HandlePool(Supplier<Handle> connect, int size) {
    this.connect = connect;
    this.size = size;
    for (int i = 0; i < size; i++) {
      idle.add(connect.get());
    }
  }

  <T extends @Nullable Object> T read(Function<Handle, T> work) {
    Handle handle = take();
    try {
      return work.apply(handle);
    } catch (RuntimeException e) {
      handle = alive(handle) ? handle : fresh(handle);
      throw e;
    } finally {
      idle.addFirst(handle);
    }
  }

  @Override
  public void close() {
    for (int i = 0; i < size; i++) {
      take().close();
    }
  }

  static boolean alive(Handle handle) {
    try {
      return handle.getConnection().isValid(VALID_WITHIN_SECONDS);
    } catch (SQLException e) {
      return false;
    }
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

  private Handle take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return idle.take();
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
