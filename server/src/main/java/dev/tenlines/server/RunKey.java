package dev.tenlines.server;

import dev.tenlines.TenlinesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names a run: what is asked of which rows for which target, and a number of its own. The number
 * stands in the name of the unfinished file, so that going on uses the same keys and starting over
 * uses new ones.
 *
 * @param part the unfinished file
 * @param key what the rows' idempotency keys begin with
 */
record RunKey(Path part, String key) {
  private static final int BUFFER = 1 << 16;

  /** The key of the run that left an unfinished file, or of a new one. */
  static RunKey of(String feature, String column, Path in, Path out) {
    String same = digest(feature + "\n" + column, in).substring(0, 8);
    String start = out.getFileName() + "." + same + "-";
    String own = Long.toUnsignedString(new SecureRandom().nextLong(), 36);
    Path fresh = out.toAbsolutePath().resolveSibling(start + own + ".part");
    Path left = unfinished(fresh.resolveSibling(".").normalize(), start);
    Path part = left == null ? fresh : left;
    return new RunKey(part, part.getFileName().toString());
  }

  private static @Nullable Path unfinished(Path folder, String start) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start))
          .filter(file -> file.toString().endsWith(".part"))
          .findFirst()
          .orElse(null);
    } catch (IOException e) {
      throw RunOutput.unwritable(folder, e);
    }
  }

  /** A folder is the names and sizes of its files. */
  private static InputStream content(Path in) throws IOException {
    if (!Files.isDirectory(in)) {
      return Files.newInputStream(in);
    }
    StringBuilder names = new StringBuilder();
    for (Path file : RunRows.files(in)) {
      names.append(in.relativize(file)).append('\n').append(Files.size(file)).append('\n');
    }
    return new ByteArrayInputStream(names.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String asked, Path in) {
    try (InputStream bytes = content(in)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(asked.getBytes(StandardCharsets.UTF_8));
      byte[] buffer = new byte[BUFFER];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-201",
          "The file (" + in + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path.");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
