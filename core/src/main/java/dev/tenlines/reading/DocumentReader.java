package dev.tenlines.reading;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.Decoding;
import dev.tenlines.document.Document;
import dev.tenlines.document.Pictured;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import dev.tenlines.document.SourceFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Reads files into documents. What may be hostile is read in processes of its own, which are kept
 * for the next file and replaced when one breaks them. Safe for many threads.
 */
public final class DocumentReader implements AutoCloseable {
  /** Plain text so short is read at once: no parser stands between it and its document. */
  private static final int SHORT = 1_000_000;

  private final Limits limits;
  private final Semaphore free;
  private final Deque<Child> idle = new ArrayDeque<>();
  private final Set<Child> all = new HashSet<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("tenlines-reading").factory());
  private boolean closed;

  public DocumentReader() {
    this(Limits.USUAL);
  }

  public DocumentReader(Limits limits) {
    this.limits = limits;
    this.free = new Semaphore(limits.processes(), true);
  }

  /** The document of a file, or the reason why there is none. */
  public Read read(String name, byte[] bytes) {
    if (bytes.length > limits.input()) {
      return new Refused(
          Refused.Kind.TOO_LARGE,
          "The file has %d bytes, more than %d.".formatted(bytes.length, limits.input()));
    }
    if (bytes.length <= SHORT && Format.of(name, null, bytes) == Format.TEXT) {
      return Readers.plain(name, Decoding.decode(bytes, null));
    }
    return inChild(child -> child.read(name, bytes));
  }

  /**
   * A page of a PDF as a picture, or the reason why there is none.
   *
   * @param page from one
   */
  public Pictured picture(byte[] pdf, int page) {
    return page < 1
        ? new Refused(Refused.Kind.BROKEN, "There is no page %d.".formatted(page))
        : inChild(child -> child.picture(pdf, page));
  }

  private <T> T inChild(Function<Child, T> work) {
    free.acquireUninterruptibly();
    try {
      Child child = take();
      T done = work.apply(child);
      giveBack(child);
      return done;
    } finally {
      free.release();
    }
  }

  /**
   * A file with its document, to be asked about.
   *
   * @throws TenlinesException TL-280 to TL-287 when there is none
   */
  public SourceFile file(String name, byte[] bytes) {
    return new SourceFile(bytes, read(name, bytes).orThrow());
  }

  /** A text that came without a file. */
  public static Document plain(String name, String text) {
    return Readers.plain(name, text);
  }

  private Child take() {
    synchronized (idle) {
      open();
      Child waiting = idle.poll();
      if (waiting != null) {
        return waiting;
      }
    }
    Child started = Child.start(limits, clock);
    synchronized (idle) {
      if (!closed) {
        all.add(started);
        return started;
      }
    }
    started.close();
    throw shut();
  }

  private void giveBack(Child child) {
    synchronized (idle) {
      if (!closed && child.fresh()) {
        idle.push(child);
        return;
      }
      all.remove(child);
    }
    child.close();
  }

  private void open() {
    if (closed) {
      throw shut();
    }
  }

  private static TenlinesException shut() {
    return new TenlinesException(
        "TL-287", "The reader of documents is closed.", "Maybe close it after the last file.");
  }

  /** Ends the processes; files that are being read are refused. */
  @Override
  public void close() {
    List<Child> running;
    synchronized (idle) {
      closed = true;
      running = List.copyOf(all);
      all.clear();
      idle.clear();
    }
    running.forEach(Child::close);
    clock.shutdownNow();
  }
}
