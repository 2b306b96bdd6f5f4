package dev.tenlines.document;

/** A rectangle on a page, in points, from the page's top left corner. */
public record Box(double x, double y, double width, double height) {

  /** The smallest box around both. */
  public Box and(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    double right = Math.max(x + width, other.x + other.width);
    double bottom = Math.max(y + height, other.y + other.height);
    return new Box(left, top, right - left, bottom - top);
  }
}
