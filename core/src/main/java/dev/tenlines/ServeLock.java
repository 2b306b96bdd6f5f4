package dev.tenlines;

import dev.tenlines.project.Project;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a project directory for the one server that works on it. */
record ServeLock(FileChannel channel, FileLock lock) implements AutoCloseable {

  static ServeLock take(Project project) {
    Path file = project.directory().resolve(".tenlines").resolve("serve.lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = locked(channel);
      if (lock == null) {
        channel.close();
        throw new TenlinesException(
            "TL-181",
            "The directory (" + project.directory() + ") is served already.",
            "Maybe use the server that runs, or stop it first.");
      }
      return new ServeLock(channel, lock);
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
