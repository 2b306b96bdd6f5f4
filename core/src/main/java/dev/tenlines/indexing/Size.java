package dev.tenlines.indexing;

/** How much a text says, in words; scripts without spaces have about one word to two signs. */
final class Size {
  private Size() {}

  static int of(CharSequence text) {
    int words = 0;
    int unspaced = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); ) {
      int sign = Character.codePointAt(text, i);
      i += Character.charCount(sign);
      boolean letter = Character.isLetterOrDigit(sign);
      if (letter && isUnspaced(sign)) {
        unspaced++;
        within = false;
      } else {
        words += letter && !within ? 1 : 0;
        within = letter || within && !Character.isWhitespace(sign);
      }
    }
    return words + (unspaced + 1) / 2;
  }

  private static boolean isUnspaced(int sign) {
    if (sign < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
