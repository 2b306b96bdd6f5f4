package dev.tenlines.salience;

import dev.tenlines.document.Span;

/** Tells what a value is about, in a few words that the source has before or after it. */
final class About {
  private static final int MOST_WORDS = 7;
  private static final int FAR = 90;
  private static final String BORDERS = ";:()[]\n“”\"|\t";

  private About() {}

  /** The words before a value up to a border; where there are none, those after it. */
  static String of(String text, Span value) {
    String before = before(text, value.start());
    return before.isEmpty() ? after(text, value.end()) : before;
  }

  private static String before(String text, int end) {
    int stop = end;
    while (stop > 0 && " \t:([$€£".indexOf(text.charAt(stop - 1)) >= 0) {
      stop--;
    }
    int start = stop;
    int words = 0;
    while (start > 0 && stop - start < FAR && !border(text, start - 1)) {
      words += Character.isWhitespace(text.charAt(start - 1)) ? 1 : 0;
      if (words >= MOST_WORDS) {
        break;
      }
      start--;
    }
    while (start > 0 && start < stop && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start++;
    }
    return clean(text.substring(Math.min(start, stop), stop));
  }

  private static String after(String text, int start) {
    int end = start;
    int words = 0;
    while (end < text.length() && end - start < FAR && !border(text, end)) {
      words += Character.isWhitespace(text.charAt(end)) ? 1 : 0;
      if (words > MOST_WORDS) {
        break;
      }
      end++;
    }
    return clean(text.substring(start, end));
  }

  /** Signs that part, and points behind which a new sentence begins. */
  private static boolean border(String text, int at) {
    char c = text.charAt(at);
    boolean wrapped =
        c == '\n'
            && at > 0
            && text.charAt(at - 1) != '\n'
            && at + 1 < text.length()
            && text.charAt(at + 1) != '\n';
    if (wrapped) {
      return false;
    }
    boolean point =
        c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
    return point || BORDERS.indexOf(c) >= 0;
  }

  private static String clean(String words) {
    return words.replaceAll("\\s+", " ").replaceAll("^[\\s,.–—-]+|[\\s,.–—-]+$", "");
  }
}
