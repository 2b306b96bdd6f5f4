package dev.tenlines.indexing;

import java.time.Duration;
import java.util.List;

/**
 * What came of indexing.
 *
 * @param files how many were read and put into the index
 * @param passages how many these have
 * @param unchanged how many files were in the index as they are
 * @param removed the sources that are gone
 * @param skipped the files that are not in the index as they are now
 * @param others how many files of kinds that are not read lie beside them
 */
public record Indexed(
    int files,
    int passages,
    int unchanged,
    List<String> removed,
    List<Skipped> skipped,
    int others,
    Duration took) {
  public Indexed {
    removed = List.copyOf(removed);
    skipped = List.copyOf(skipped);
  }

  /** A file that was not indexed, and why. */
  public record Skipped(String source, String reason) {}
}
