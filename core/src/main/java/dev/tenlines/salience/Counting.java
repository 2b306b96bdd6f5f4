package dev.tenlines.salience;

/** Counts words as people and word processors do. */
public final class Counting {
  private Counting() {}

  /** Stretches between white space; in scripts that write none, each sign is a word. */
  public static int words(CharSequence text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        inside = false;
      } else if (standsAlone(c)) {
        words++;
        inside = true;
      } else if (!inside) {
        words++;
        inside = true;
      }
    }
    return words;
  }

  private static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI -> true;
      default -> false;
    };
  }
}
