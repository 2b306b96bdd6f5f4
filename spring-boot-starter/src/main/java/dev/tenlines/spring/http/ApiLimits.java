package dev.tenlines.spring.http;

/**
 * What one call may ask of the server.
 *
 * @param bodyBytes the longest body, whether its length is announced or not
 * @param depth the deepest nesting of its JSON
 * @param inputChars the longest text to judge
 * @param callsAtOnce how many calls of one tenant may be under way
 */
public record ApiLimits(int bodyBytes, int depth, int inputChars, int callsAtOnce) {
  public static final ApiLimits DEFAULT = new ApiLimits(1 << 20, 32, 200_000, 512);
}
