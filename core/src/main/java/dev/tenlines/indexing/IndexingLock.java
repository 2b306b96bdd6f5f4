package dev.tenlines.indexing;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds an index for the one who changes it; the system lets go of it with the process. */
record IndexingLock(FileChannel channel, FileLock lock) {

  /** What came of work that nobody else does at the same time. */
  static <T> T holding(Path file, Supplier<T> work) {
    IndexingLock held = take(file);
    try {
      return work.get();
    } finally {
      held.release();
    }
  }

  private static IndexingLock take(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = locked(channel);
      if (lock == null) {
        channel.close();
        String name = file.getFileName().toString().replaceFirst("\\.lock$", "");
        throw new TenlinesException(
            "TL-221",
            "The documents of (" + name + ") are being indexed already.",
            "Maybe wait until that is done; it takes in what changed meanwhile when run again.");
      }
      return new IndexingLock(channel, lock);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-115",
          "The file (" + file + ") cannot be written: " + e.getMessage() + ".",
          "Maybe the directory is not writable or the disk is full.");
    }
  }

  /** The lock, or null when this or another process holds it. */
  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void release() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The system releases it with the process.
      return;
    }
  }
}
