package dev.tenlines.text;

import java.util.List;

/**
 * Something that was recognised in a text: where it stands and what it may mean.
 *
 * @param start index of the first UTF-16 unit
 * @param end index after the last
 * @param text the characters as they stand
 * @param readings what it may be, the likeliest first; never empty
 */
public record Found(int start, int end, String text, List<Value> readings) {
  public Found {
    readings = List.copyOf(readings);
    if (readings.isEmpty() || start < 0 || end <= start || text.length() != end - start) {
      throw new IllegalArgumentException("Not a place with a reading: " + start + "-" + end);
    }
  }

  /** The likeliest reading. */
  public Value value() {
    return readings.getFirst();
  }

  /** Whether both share a character. */
  public boolean overlaps(Found other) {
    return start < other.end && other.start < end;
  }
}
