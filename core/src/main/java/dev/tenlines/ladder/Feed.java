package dev.tenlines.ladder;

import dev.tenlines.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees before the outcome: pieces of text as they come. The caller may leave at any
 * time; whoever works for it is told at once.
 */
public final class Feed {
  private final @Nullable Consumer<Piece> sink;
  private final List<Runnable> actions = new ArrayList<>();
  private boolean shown;
  private boolean stopped;

  /** A feed that hands every piece to the sink, in order, on the thread that makes it. */
  public Feed(Consumer<Piece> sink) {
    this.sink = sink;
  }

  private Feed() {
    this.sink = null;
  }

  /** A feed nobody watches, which may be stopped all the same. */
  public static Feed unwatched() {
    return new Feed();
  }

  /** A piece of text on its way to the caller. */
  public sealed interface Piece {
    /** Raw text of a model, marked unverified: for a person's draft only. */
    record Token(String text) implements Piece {}

    /** A whole sentence that passed every check. */
    record Sentence(String text, List<Evidence> from) implements Piece {
      public Sentence {
        from = List.copyOf(from);
      }
    }
  }

  /** Whether anybody wants pieces at all. */
  public boolean watched() {
    return sink != null;
  }

  /** Shows a piece to the caller, unless it has left. */
  public void show(Piece piece) {
    if (sink == null) {
      return;
    }
    synchronized (this) {
      if (stopped) {
        return;
      }
      shown = true;
    }
    sink.accept(piece);
  }

  /** Whether the caller has seen anything: from then on nothing is begun anew. */
  public synchronized boolean shown() {
    return shown;
  }

  /** The caller has left: everything that works for it stops. */
  public void stop() {
    List<Runnable> all;
    synchronized (this) {
      stopped = true;
      all = List.copyOf(actions);
      actions.clear();
    }
    all.forEach(Runnable::run);
  }

  public synchronized boolean stopped() {
    return stopped;
  }

  /** Runs the action when the caller leaves, at once where it has left; closing takes it back. */
  public Watch onStop(Runnable action) {
    synchronized (this) {
      if (!stopped) {
        actions.add(action);
        return () -> forget(action);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void forget(Runnable action) {
    actions.remove(action);
  }

  /** An action that waits for the caller to leave. */
  @FunctionalInterface
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
