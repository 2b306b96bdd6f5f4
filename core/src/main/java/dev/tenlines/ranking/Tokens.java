package dev.tenlines.ranking;

import java.util.Arrays;

/**
 * The words and numbers of a text with their places, each as one number that equal ones share: the
 * word itself without case, or how many digits a number has.
 */
final class Tokens {
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private long[] codes = new long[64];
  private int size;

  static Tokens of(String text) {
    Tokens tokens = new Tokens();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (Character.isDigit(c)) {
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
          end++;
        }
        tokens.add(at, end, Hash.of("#", Math.min(end - at, 9)));
      } else if (Character.isLetter(c)) {
        long code = Hash.SEED;
        for (end = at; end < text.length() && inside(text, end); end++) {
          code = Hash.of(code, Character.toLowerCase(text.charAt(end)));
        }
        tokens.add(at, end, code);
      } else if (!Character.isWhitespace(c)) {
        tokens.add(at, end, Hash.of("sign", c));
      }
      at = end;
    }
    return tokens;
  }

  private static boolean inside(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || (c == '\'' || c == '\u2019')
            && at + 1 < text.length()
            && Character.isLetter(text.charAt(at + 1));
  }

  /** The code of a word, as a text's tokens have it. */
  static long code(String word) {
    long code = Hash.SEED;
    for (int i = 0; i < word.length(); i++) {
      code = Hash.of(code, Character.toLowerCase(word.charAt(i)));
    }
    return code;
  }

  private void add(int start, int end, long code) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      codes = Arrays.copyOf(codes, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    codes[size++] = code;
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  long code(int token) {
    return codes[token];
  }

  /** The first token that begins at a place or after it; {@link #size} where none does. */
  int from(int place) {
    int at = Arrays.binarySearch(starts, 0, size, place);
    return at >= 0 ? at : -at - 1;
  }
}
