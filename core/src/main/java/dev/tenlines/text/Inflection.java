package dev.tenlines.text;

/**
 * Simple English inflection: plural, -ed and -ing are taken off, so that "refund" meets "refunds",
 * "refunded" and "refunding". Derivation is left alone: "refundable" stays a word of its own.
 */
final class Inflection {
  private Inflection() {}

  /** The form all inflections of a folded word share. */
  static String stem(String word) {
    if (word.length() <= 3 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return word;
    }
    return settle(participle(singular(word)));
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (ends(word, "sses", "xes", "ches", "shes", "zzes")) {
      return cut(word, 2);
    }
    return word.endsWith("s") && !ends(word, "ss", "us", "is") ? cut(word, 1) : word;
  }

  private static String participle(String word) {
    if (word.endsWith("ied") && word.length() > 4) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("eed")) {
      return word;
    }
    String root = word.endsWith("ed") ? cut(word, 2) : word.endsWith("ing") ? cut(word, 3) : word;
    if (root.equals(word) || root.length() < 3 || !hasVowel(root)) {
      return word;
    }
    if (doubled(root)) {
      // "shipped" and "tipped" doubled a letter; "added" and "billed" have it in "add" and "bill".
      boolean own = root.length() == 3 || root.length() == 4 && ends(root, "ll", "ss", "zz", "ff");
      return own ? root : cut(root, 1);
    }
    return root.length() == 3 && shortSyllable(root) ? root + "e" : root;
  }

  /** Brings "charge" to the root of "charged", "install" to that of "installed". */
  private static String settle(String word) {
    if (word.length() > 4 && word.endsWith("e")) {
      return cut(word, 1);
    }
    return word.length() > 4 && doubled(word) ? cut(word, 1) : word;
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static boolean hasVowel(String word) {
    return word.chars().anyMatch(c -> vowel(c) || c == 'y');
  }

  private static boolean doubled(String word) {
    int n = word.length();
    return word.charAt(n - 1) == word.charAt(n - 2) && !vowel(word.charAt(n - 1));
  }

  private static boolean shortSyllable(String word) {
    char last = word.charAt(2);
    return !vowel(word.charAt(0))
        && vowel(word.charAt(1))
        && !vowel(last)
        && "wxy".indexOf(last) < 0;
  }

  private static boolean vowel(int c) {
    return "aeiou".indexOf(c) >= 0;
  }
}
