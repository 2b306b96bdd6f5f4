package dev.tenlines.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a run: the same feature, the same input bytes, the same target. */
final class RunKey {
  private static final int BUFFER = 1 << 16;

  private RunKey() {}

  static String of(String feature, Path in, Path out) {
    try (InputStream bytes = Files.newInputStream(in)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (feature + "\n" + out.toAbsolutePath().normalize() + "\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      byte[] buffer = new byte[BUFFER];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (IOException e) {
      throw new dev.tenlines.TenlinesException(
          "TL-201",
          "The file (" + in + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path.");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
