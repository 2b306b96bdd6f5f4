package dev.tenlines.indexing;

import dev.tenlines.index.Access;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The folders that hold sources for some only. What comes new into one of them is not for everybody
 * because nobody said for whom it is.
 */
final class Restricted {
  private final Set<String> forSome = new HashSet<>();
  private final Set<String> forAll = new HashSet<>();

  /**
   * Learns who may find what lies where.
   *
   * @param held the digest of each source
   */
  Restricted(Map<String, String> held) {
    held.forEach((source, digest) ->
        (SourceDigest.isRestricted(digest) ? forSome : forAll).add(folder(source)));
  }

  /** Whether a source would be found by more people than were ever named for it. */
  boolean widens(String source, String before, Access access) {
    if (!access.equals(Access.ALL)) {
      return false;
    }
    return before.isEmpty() ? isAmongRestricted(source) : SourceDigest.isRestricted(before);
  }

  /** Told by the nearest folder of which anything is known. */
  private boolean isAmongRestricted(String source) {
    String folder = folder(source);
    while (!folder.isEmpty() && !forSome.contains(folder) && !forAll.contains(folder)) {
      folder = folder(folder);
    }
    return forSome.contains(folder);
  }

  private static String folder(String source) {
    return source.substring(0, Math.max(0, source.lastIndexOf('/')));
  }
}
