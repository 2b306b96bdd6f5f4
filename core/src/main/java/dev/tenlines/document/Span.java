package dev.tenlines.document;

/** A stretch of a document's text, in UTF-16 units, end exclusive. */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  public int length() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** What it covers of a text. */
  public String of(String text) {
    return text.substring(start, end);
  }

  Span moved(int by) {
    return new Span(start + by, end + by);
  }
}
