package dev.tenlines.indexing;

import dev.tenlines.index.Access;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * What a source was when it was indexed, in one line: its bytes and how they were cut, then who may
 * find it.
 */
final class SourceDigest {
  private static final String RESTRICTED = " for ";

  private SourceDigest() {}

  static String of(byte[] bytes, Access access) {
    return contents(bytes) + audience(access);
  }

  /** Whether a source is not for everybody. */
  static boolean isRestricted(String digest) {
    return digest.contains(RESTRICTED);
  }

  private static String contents(byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Passages.VERSION.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static String audience(Access access) {
    return access.equals(Access.ALL)
        ? ""
        : RESTRICTED + access.tenant() + " " + new TreeSet<>(access.groups());
  }
}
