package dev.tenlines.mock;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The loopback port: listens, refuses, or lets callers hang. */
final class Port implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final int PLUGS = 3;
  private static final Duration REFUSED = Duration.ofMillis(500);
  private static final Duration HUNG = Duration.ofSeconds(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Consumer<Socket> taker;
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<SocketChannel> plugs = new ArrayList<>();
  private final int number;
  private @Nullable ServerSocket listening;
  private @Nullable Thread accepting;
  private boolean plugged;
  private boolean closed;
  private long turn;

  Port(int wanted, Consumer<Socket> taker) {
    this.taker = taker;
    ServerSocket socket = bind(wanted, BACKLOG);
    this.number = socket.getLocalPort();
    this.listening = socket;
  }

  /** Begins to take callers. */
  void start() {
    lock.lock();
    try {
      if (listening != null) {
        accept(listening);
      }
    } finally {
      lock.unlock();
    }
  }

  int number() {
    return number;
  }

  private static ServerSocket bind(int port, int backlog) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
      return socket;
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-313",
          "The address (127.0.0.1:" + port + ") cannot be used: " + e.getMessage() + ".",
          "Maybe something else listens there: choose another --port.");
    }
  }

  private void accept(ServerSocket socket) {
    accepting =
        run(() -> {
          while (true) {
            try {
              taker.accept(socket.accept());
            } catch (IOException e) {
              // Closed: somebody shut the port or the mock.
              return;
            }
          }
        });
  }

  private Thread run(Runnable task) {
    Thread thread =
        Thread.ofVirtual()
            .name("tenlines-mock-port")
            .unstarted(() -> {
              try {
                task.run();
              } finally {
                threads.remove(Thread.currentThread());
              }
            });
    threads.add(thread);
    thread.start();
    return thread;
  }

  /** Listens, if it does not. */
  void listen() {
    lock.lock();
    try {
      turn++;
      changed.signalAll();
      if (closed || (listening != null && !plugged)) {
        return;
      }
      unplug();
      ServerSocket socket = bind(number, BACKLOG);
      listening = socket;
      accept(socket);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Refuses callers, or lets them hang.
   *
   * @param forever whether until {@link #listen()} is called; else until {@code after} has run
   */
  void shut(boolean hangs, boolean forever, Runnable after) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      unplug();
      if (hangs) {
        plug();
      }
      long mine = ++turn;
      if (!forever) {
        run(() -> {
          if (waited(hangs ? HUNG : REFUSED, mine)) {
            after.run();
          }
        });
      }
    } finally {
      lock.unlock();
    }
  }

  /** A queue of one that is full and that nobody empties: the system then drops who calls. */
  private void plug() {
    listening = bind(number, 1);
    plugged = true;
    for (int i = 0; i < PLUGS; i++) {
      try {
        SocketChannel plug = SocketChannel.open();
        plug.configureBlocking(false);
        plug.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        plugs.add(plug);
      } catch (IOException e) {
        // One that finds no room any more has done its part.
        return;
      }
    }
  }

  private void unplug() {
    for (SocketChannel plug : plugs) {
      close(plug);
    }
    plugs.clear();
    if (listening != null) {
      close(listening);
    }
    if (accepting != null) {
      // Until it is out of its call, the system goes on taking callers.
      MockProvider.join(Set.of(accepting));
    }
    accepting = null;
    listening = null;
    plugged = false;
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      // Closed all the same.
      return;
    }
  }

  /** Whether the time passed without anything else happening to the port. */
  private boolean waited(Duration time, long mine) {
    long nanos = time.toNanos();
    lock.lock();
    try {
      while (nanos > 0 && turn == mine && !closed) {
        nanos = changed.awaitNanos(nanos);
      }
      return turn == mine && !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      unplug();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    MockProvider.join(threads);
  }
}
