package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One thread that writes for all: whatever waits is written in one transaction, so that many
 * callers share one disk flush and none goes on before it.
 */
final class GroupCommit implements AutoCloseable {
  private static final int MOST_PER_COMMIT = 200;
  private static final int MOST_ATTEMPTS = 10;

  /** The SQL standard's class for a transaction that collided with another and may come again. */
  private static final String COLLIDED = "40";

  private final Supplier<Handle> connect;
  private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private Handle handle;
  private volatile boolean closing;
  private volatile boolean ended;

  GroupCommit(Supplier<Handle> connect) {
    this.connect = connect;
    this.handle = connect.get();
    this.thread = Thread.ofPlatform().name("tenlines-writer").daemon().start(this::run);
  }

  private record Job(
      @Nullable Function<Handle, @Nullable Object> work,
      boolean alone,
      CompletableFuture<@Nullable Object> done) {}

  /**
   * Runs the work in a transaction and returns its result after the commit.
   *
   * @param alone whether it has a transaction of its own
   */
  @Nullable Object write(Function<Handle, @Nullable Object> work, boolean alone) {
    try {
      return add(work, alone).done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TenlinesException own) {
        throw own;
      }
      throw failed(String.valueOf(e.getCause()));
    }
  }

  /**
   * Hands work in without waiting for it. It is written before whatever is handed in later and has
   * no transaction of its own; if it fails nobody is told.
   */
  void later(Function<Handle, @Nullable Object> work) {
    var unused = add(work, false);
  }

  private Job add(Function<Handle, @Nullable Object> work, boolean alone) {
    Job job = new Job(work, alone, new CompletableFuture<>());
    if (closing) {
      throw failed("it is closed");
    }
    waiting.add(job);
    if (ended) {
      refuseLate();
    }
    return job;
  }

  @Override
  public void close() {
    closing = true;
    waiting.add(new Job(null, false, new CompletableFuture<>()));
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // What was handed in is still written: giving up here would lose acknowledged work.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    handle.close();
  }

  private void run() {
    List<Job> jobs = new ArrayList<>();
    boolean open = true;
    while (open) {
      jobs.clear();
      try {
        jobs.add(waiting.take());
      } catch (InterruptedException e) {
        continue;
      }
      waiting.drainTo(jobs, MOST_PER_COMMIT - 1);
      open = jobs.stream().allMatch(job -> job.work() != null) || !waiting.isEmpty();
      commit(jobs.stream().filter(job -> !job.alone()).toList());
      jobs.stream().filter(Job::alone).forEach(job -> commit(List.of(job)));
    }
    ended = true;
    refuseLate();
  }

  /** Whoever came after the last commit is told, not left waiting. */
  private void refuseLate() {
    for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
      job.done().completeExceptionally(new IllegalStateException("it is closed"));
    }
  }

  private void commit(List<Job> jobs) {
    RuntimeException failure = jobs.isEmpty() ? null : attempt(jobs);
    if (failure != null && jobs.size() > 1) {
      // One bad record must not take its neighbours with it.
      jobs.forEach(job -> commit(List.of(job)));
      return;
    }
    for (int tried = 1; failure != null && collided(failure) && tried < MOST_ATTEMPTS; tried++) {
      failure = attempt(jobs);
    }
    if (failure != null) {
      jobs.getFirst().done().completeExceptionally(failure);
      reconnect();
    }
  }

  /** Commits all of them, or none and says why. */
  private @Nullable RuntimeException attempt(List<Job> jobs) {
    List<@Nullable Object> results = new ArrayList<>();
    try {
      handle.useTransaction(transaction -> {
        for (Job job : jobs) {
          results.add(job.work() == null ? null : job.work().apply(transaction));
        }
      });
    } catch (RuntimeException e) {
      return e;
    }
    for (int i = 0; i < jobs.size(); i++) {
      jobs.get(i).done().complete(results.get(i));
    }
    return null;
  }

  private static boolean collided(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith(COLLIDED)) {
        return true;
      }
    }
    return false;
  }

  /** A database server may have gone away and come back. */
  private void reconnect() {
    try {
      if (!HandlePool.alive(handle)) {
        Handle fresh = connect.get();
        handle.close();
        handle = fresh;
      }
    } catch (RuntimeException e) {
      // Still away: the next job fails in its turn, says so, and tries again.
      return;
    }
  }

  private static TenlinesException failed(String why) {
    return new TenlinesException(
        "TL-141",
        "The database did not take a record (" + why + ").",
        "Maybe the disk is full; nothing was acknowledged, so the request may be sent again.");
  }
}
