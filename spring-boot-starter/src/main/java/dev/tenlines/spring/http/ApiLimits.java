package dev.tenlines.spring.http;

/**
 * What one call may ask of the server.
 *
 * @param bodyBytes the longest body, whether its length is announced or not
 * @param depth the deepest nesting of its JSON
 * @param inputChars the longest text to judge
 * @param fileBytes the longest file
 * @param fileChars the longest text in a file
 * @param callsAtOnce how many calls of one tenant may be under way
 */
public record ApiLimits(
    int bodyBytes, int depth, int inputChars, int fileBytes, int fileChars, int callsAtOnce) {
  public static final ApiLimits DEFAULT =
      new ApiLimits(1 << 20, 32, 200_000, 20 << 20, 2_000_000, 512);
}
