package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import dev.tenlines.text.Digest;
import dev.tenlines.text.Ids;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The sign that an opened database is in use by a living process. It is a lock that the operating
 * system or the database server takes away at the very moment the process dies, however it dies:
 * unlike a heartbeat it needs no clock, and a long pause looks like no death.
 */
sealed interface Presence extends AutoCloseable {
  /** The name under which this opening of the database is known. */
  String server();

  /** Shows this process to others, from before it writes its first hold; on the writer's thread. */
  void appear(Handle handle);

  /** Whether the process of that name has ended; stays so until the transaction ends. */
  boolean gone(Handle handle, String server);

  @Override
  void close();

  private static String name() {
    return new Ids(Clock.systemUTC()).next("s");
  }

  /** One locked file for each process, beside the database's own. */
  final class InFiles implements Presence {
    /** Those of this process: to look at their files would take their locks away. */
    private static final Set<String> HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final String server = name();
    private @Nullable FileChannel channel;

    InFiles(Path database) {
      this.directory = database.resolveSibling(database.getFileName() + "-servers");
    }

    @Override
    public String server() {
      return server;
    }

    @Override
    public void appear(Handle handle) {
      if (channel != null) {
        return;
      }
      try {
        Files.createDirectories(directory);
        sweep();
        HERE.add(server);
        channel = locked(directory.resolve(server));
      } catch (IOException e) {
        throw new TenlinesException(
            "TL-115",
            "The file ("
                + directory.resolve(server)
                + ") cannot be written: "
                + e.getMessage()
                + ".",
            "Maybe the directory is not writable or the disk is full.");
      }
    }

    /** Somebody who sweeps may have taken the new file for a dead one: then it is made again. */
    private static FileChannel locked(Path file) throws IOException {
      while (true) {
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        if (Files.exists(file)) {
          return channel;
        }
        channel.close();
      }
    }

    @Override
    public boolean gone(Handle handle, String other) {
      return !HERE.contains(other) && dead(directory.resolve(other));
    }

    /** Deletes what killed processes left. */
    private void sweep() throws IOException {
      try (Stream<Path> files = Files.list(directory)) {
        List<Path> others =
            files.filter(file -> !HERE.contains(file.getFileName().toString())).toList();
        others.forEach(InFiles::dead);
      }
    }

    private static boolean dead(Path file) {
      if (!Files.exists(file)) {
        return true;
      }
      try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE);
          FileLock lock = other.tryLock()) {
        if (lock != null) {
          Files.deleteIfExists(file);
        }
        return lock != null;
      } catch (IOException e) {
        return false; // What cannot be looked at may be alive.
      }
    }

    @Override
    public void close() {
      if (channel == null) {
        return;
      }
      try {
        Files.deleteIfExists(directory.resolve(server));
        channel.close();
      } catch (IOException e) {
        // The lock ends with the process; the next one sweeps the file.
        return;
      } finally {
        HERE.remove(server);
      }
    }
  }

  /** An advisory lock of the writer's session with the PostgreSQL server. */
  final class InSessions implements Presence {
    private final String server = name();
    private @Nullable Connection locked;

    @Override
    public String server() {
      return server;
    }

    @Override
    public void appear(Handle handle) {
      Connection current = handle.getConnection();
      // A lost session may keep its lock for a while: then the new one asks again at the next hold.
      if (!current.equals(locked) && got(handle, "SELECT pg_try_advisory_lock(?)", server)) {
        locked = current;
      }
    }

    @Override
    public boolean gone(Handle handle, String other) {
      return got(handle, "SELECT pg_try_advisory_xact_lock(?)", other);
    }

    private static boolean got(Handle handle, String sql, String server) {
      long key = Long.parseUnsignedLong(Digest.of(server).substring(0, 16), 16);
      return handle.select(sql, key).mapTo(Boolean.class).one();
    }

    @Override
    public void close() {}
  }
}
