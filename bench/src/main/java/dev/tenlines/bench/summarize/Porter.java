package dev.tenlines.bench.summarize;

import java.util.regex.Pattern;

/**
 * The stemmer of M. F. Porter, "An algorithm for suffix stripping" (1980), with the two changes of
 * its author's own later programme that NLTK has, too, and with which published ROUGE is computed.
 */
final class Porter {
  private static final Pattern CVC = Pattern.compile("[^aeiouwxy]");

  private static final String[][] SECOND = {
    {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
    {"bli", "ble"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"},
    {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"},
    {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"},
    {"fulli", "ful"}, {"logi", "log"}
  };
  private static final String[][] THIRD = {
    {"icate", "ic"},
    {"ative", ""},
    {"alize", "al"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""}
  };
  private static final String[] FOURTH = {
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize"
  };

  private Porter() {}

  static String stem(String word) {
    if (word.length() <= 2) {
      return word;
    }
    return fifth(fourth(replace(replace(ending(past(plural(word))), SECOND), THIRD)));
  }

  private static String plural(String w) {
    if (w.endsWith("ies") && w.length() == 4) {
      return cut(w, 1);
    }
    if (w.endsWith("sses") || w.endsWith("ies")) {
      return cut(w, 2);
    }
    return w.endsWith("s") && !w.endsWith("ss") ? cut(w, 1) : w;
  }

  private static String past(String w) {
    if (w.endsWith("ied")) {
      return cut(w, w.length() == 4 ? 1 : 2);
    }
    if (w.endsWith("eed")) {
      return measure(cut(w, 3)) > 0 ? cut(w, 1) : w;
    }
    String root = w.endsWith("ed") ? cut(w, 2) : w.endsWith("ing") ? cut(w, 3) : w;
    if (root.equals(w) || !hasVowel(root)) {
      return w;
    }
    if (root.endsWith("at") || root.endsWith("bl") || root.endsWith("iz")) {
      return root + "e";
    }
    int n = root.length();
    boolean twice = n >= 2 && root.charAt(n - 1) == root.charAt(n - 2) && consonant(root, n - 1);
    if (twice) {
      return "lsz".indexOf(root.charAt(n - 1)) < 0 ? cut(root, 1) : root;
    }
    return measure(root) == 1 && shortEnd(root) ? root + "e" : root;
  }

  private static String ending(String w) {
    boolean turned = w.endsWith("y") && w.length() > 2 && consonant(w, w.length() - 2);
    return turned ? cut(w, 1) + "i" : w;
  }

  private static String replace(String w, String[][] rules) {
    for (String[] rule : rules) {
      if (w.endsWith(rule[0])) {
        String root = cut(w, rule[0].length());
        // As in NLTK: the measure of what stands before "og".
        String measured = rule[0].equals("logi") ? cut(w, 3) : root;
        boolean again = rule[0].equals("alli") && measure(root) > 0;
        String changed = measure(measured) > 0 ? root + rule[1] : w;
        return again ? replace(changed, rules) : changed;
      }
    }
    return w;
  }

  private static String fourth(String w) {
    String best = "";
    for (String ending : FOURTH) {
      best = w.endsWith(ending) && ending.length() > best.length() ? ending : best;
    }
    if (best.isEmpty()) {
      return w;
    }
    String root = cut(w, best.length());
    boolean fits = !best.equals("ion") || root.endsWith("s") || root.endsWith("t");
    return fits && measure(root) > 1 ? root : w;
  }

  private static String fifth(String w) {
    String out = w;
    if (out.endsWith("e")) {
      String root = cut(out, 1);
      int m = measure(root);
      if (m > 1 || m == 1 && !shortEnd(root)) {
        out = root;
      }
    }
    return out.endsWith("ll") && measure(cut(out, 1)) > 1 ? cut(out, 1) : out;
  }

  private static String cut(String w, int letters) {
    return w.substring(0, w.length() - letters);
  }

  private static boolean consonant(String w, int i) {
    char c = w.charAt(i);
    if ("aeiou".indexOf(c) >= 0) {
      return false;
    }
    return c != 'y' || i == 0 || !consonant(w, i - 1);
  }

  private static int measure(String w) {
    int m = 0;
    for (int i = 1; i < w.length(); i++) {
      m += consonant(w, i) && !consonant(w, i - 1) ? 1 : 0;
    }
    return m;
  }

  private static boolean hasVowel(String w) {
    for (int i = 0; i < w.length(); i++) {
      if (!consonant(w, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean shortEnd(String w) {
    int n = w.length();
    if (n == 2) {
      return !consonant(w, 0) && consonant(w, 1);
    }
    return n >= 3
        && consonant(w, n - 3)
        && !consonant(w, n - 2)
        && consonant(w, n - 1)
        && CVC.matcher(w.substring(n - 1)).matches();
  }
}
