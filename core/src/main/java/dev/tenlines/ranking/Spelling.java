package dev.tenlines.ranking;

import java.text.Normalizer;
import java.util.Locale;

/** Spellings of words that stand for the same value. */
final class Spelling {
  private Spelling() {}

  /** One line, one space between words. */
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        space = true;
      } else {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Letters and digits only: what is left where spaces, signs and case do not count. */
  static String key(String text) {
    String plain = text;
    if (!plain.chars().allMatch(c -> c < 128)) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    }
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '&') {
        out.append("AND");
      } else if (Character.isLetterOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString().toUpperCase(Locale.ROOT);
  }
}
