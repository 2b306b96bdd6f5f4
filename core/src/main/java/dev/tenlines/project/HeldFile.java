package dev.tenlines.project;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file that one process at a time holds; the system lets go of it with the process. */
public record HeldFile(FileChannel channel, FileLock lock) implements AutoCloseable {

  /**
   * Takes it, and makes it where it is not there.
   *
   * @return null when this or another process holds it
   * @throws TenlinesException TL-115 when it cannot be written
   */
  public static @Nullable HeldFile take(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = locked(channel);
      if (lock == null) {
        channel.close();
        return null;
      }
      return new HeldFile(channel, lock);
    } catch (IOException e) {
      throw Project.unwritable(file, e);
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The system releases it with the process.
      return;
    }
  }
}
