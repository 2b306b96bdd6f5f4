package dev.tenlines.text;

import java.util.List;

/**
 * Something that was recognised in a text: where it stands and what it may mean.
 *
 * @param start index of the first UTF-16 unit
 * @param end index after the last
 * @param text the characters as they stand
 * @param readings what it may be, the likeliest first; never empty
 * @param likely how many of the first readings people mean equally often; with more than one,
 *     somebody has to choose
 */
public record Found(int start, int end, String text, List<Value> readings, int likely) {
  public Found {
    readings = List.copyOf(readings);
    if (readings.isEmpty() || start < 0 || end <= start || text.length() != end - start) {
      throw new IllegalArgumentException("Not a place with a reading: " + start + "-" + end);
    }
    if (likely < 1 || likely > readings.size()) {
      throw new IllegalArgumentException("Not so many readings: " + likely);
    }
  }

  /** One whose first reading is likelier than the others. */
  public Found(int start, int end, String text, List<Value> readings) {
    this(start, end, text, readings, 1);
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
