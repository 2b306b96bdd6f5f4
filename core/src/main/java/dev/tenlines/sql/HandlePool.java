package dev.tenlines.sql;

import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A few open connections for readers, lent one at a time. */
final class HandlePool implements AutoCloseable {
  private final LinkedBlockingDeque<Handle> idle = new LinkedBlockingDeque<>();
  private final int size;

  HandlePool(Jdbi jdbi, int size) {
    this.size = size;
    for (int i = 0; i < size; i++) {
      idle.add(jdbi.open());
    }
  }

  <T extends @Nullable Object> T read(Function<Handle, T> work) {
    Handle handle = take();
    try {
      return work.apply(handle);
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
