package dev.tenlines.spring.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A project directory that is gone when the test's application context is closed. */
record TemporaryProject(Path directory) implements AutoCloseable {

  static TemporaryProject create() {
    try {
      return new TemporaryProject(Files.createTempDirectory("tenlines-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(directory);
  }
}
