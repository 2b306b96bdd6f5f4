package dev.tenlines.server;

import dev.tenlines.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The sample as {@code serve} makes it: once for all tests, and a copy for each. */
final class MadeSample {
  private static @Nullable Path made;

  private MadeSample() {}

  static synchronized Path copy(Path directory) throws IOException {
    Path template = made;
    if (template == null) {
      template = Files.createTempDirectory("made").resolve("tenlines-sample");
      System.setProperty("tenlines.home", "..");
      Sample.make(template, Progress.NONE);
      System.clearProperty("tenlines.home");
      made = template;
    }
    Path copy = directory.resolve("tenlines-sample");
    FileSystemUtils.copyRecursively(template, copy);
    return copy;
  }
}
