package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.util.List;

/** Finds identifiers of one sort, in the order of the text. */
@FunctionalInterface
interface Finder {
  List<Found> find(String text, Setting setting);

  /** A place with one reading. */
  static Found found(String text, int start, int end, String kind, String normal, boolean checked) {
    return new Found(
        start,
        end,
        text.substring(start, end),
        List.of(new Value.Identifier(kind, normal, checked)));
  }

  /** Whether a letter, a digit or a mark of the two stands there. */
  static boolean isWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }

  /** The same for letters of English and digits only: other scripts part words by themselves. */
  static boolean isAscii(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) < 128 && isWord(text, at);
  }
}
