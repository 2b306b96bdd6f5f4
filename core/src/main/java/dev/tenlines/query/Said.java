package dev.tenlines.query;

/**
 * Words of a question.
 *
 * @param start index of the first UTF-16 unit
 * @param end index after the last
 */
public record Said(int start, int end, String words) {
  public static final Said NOTHING = new Said(0, 0, "");
}
