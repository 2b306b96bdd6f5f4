package dev.tenlines.identifiers;

import java.util.Set;

/** Codes with check digits: whether one can exist. */
public final class Codes {
  private Codes() {}

  /** The names of the kinds that are known. */
  public static Set<String> kinds() {
    return Kind.all().keySet();
  }

  /** Whether check digits prove the codes of a kind; the others have a form only. */
  public static boolean isChecked(String kind) {
    return known(kind).checked();
  }

  /** Whether the text is a code of this kind, whatever blanks and marks part it. */
  public static boolean isValid(String kind, String text) {
    return known(kind).accepts(text);
  }

  private static Kind known(String kind) {
    Kind known = Kind.all().get(kind);
    if (known == null) {
      throw new IllegalArgumentException("No such kind of code: " + kind);
    }
    return known;
  }
}
