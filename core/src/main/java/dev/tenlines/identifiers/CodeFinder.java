package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds codes of some kinds: runs of letters and digits that a kind accepts. */
final class CodeFinder implements Finder {
  /** Their forms are rare enough to be looked for in any text. */
  private static final List<String> STRONG =
      List.of("iban", "lei", "isin", "credit_card", "iso11649", "vin");

  /** Words of a code: digits and capitals, parted by one blank or mark. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]++");

  private static final int MOST_WORDS = 10;
  private static final int LONGEST = 46;
  private static final int SHORTEST = 8;

  private final List<Kind> kinds;
  private final boolean any;

  private CodeFinder(List<Kind> kinds, boolean any) {
    this.kinds = kinds;
    this.any = any;
  }

  /** Finds the codes that can be told from other words. */
  static CodeFinder strong() {
    List<Kind> kinds = new ArrayList<>();
    STRONG.forEach(name -> kinds.add(known(name)));
    Kind.all().values().stream().filter(kind -> kind.name().endsWith("_vat")).forEach(kinds::add);
    return new CodeFinder(kinds, false);
  }

  /** Finds the codes of one kind. */
  static CodeFinder of(String kind) {
    return new CodeFinder(List.of(known(kind)), true);
  }

  private static Kind known(String name) {
    Kind kind = Kind.all().get(name);
    if (kind == null) {
      throw new IllegalArgumentException("No such kind of identifier: " + name);
    }
    return kind;
  }

  @Override
  public List<Found> find(String text, Setting setting) {
    List<int[]> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new int[] {matcher.start(), matcher.end()});
    }
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int next = longest(text, words, i, found);
      i = next < 0 ? i + 1 : next;
    }
    return found;
  }

  /** Adds the longest code that begins with a word, and tells the word after it; else -1. */
  private int longest(String text, List<int[]> words, int i, List<Found> found) {
    int start = words.get(i)[0];
    if (Finder.isWord(text, start - 1)) {
      return -1;
    }
    int last = i;
    while (last + 1 < words.size()
        && last + 1 - i < MOST_WORDS
        && words.get(last + 1)[1] - start <= LONGEST
        && isJoint(text, words.get(last)[1], words.get(last + 1)[0])) {
      last++;
    }
    for (int k = last; k >= i; k--) {
      int end = words.get(k)[1];
      if (end - start > LONGEST || Finder.isWord(text, end)) {
        continue;
      }
      String said = text.substring(start, end);
      String code = Kind.compact(said);
      for (Kind kind : kinds) {
        if (isLikely(kind, said, code) && kind.accepts(code)) {
          found.add(Finder.found(text, start, end, kind.name(), code, kind.checked()));
          return k + 1;
        }
      }
    }
    return -1;
  }

  private static boolean isJoint(String text, int from, int to) {
    return to - from == 1 && " -./\u00A0\u2013".indexOf(text.charAt(from)) >= 0
        || to - from == 2 && text.startsWith(". ", from);
  }

  /** Without its country a tax number is any number; a word in small letters is no code. */
  private boolean isLikely(Kind kind, String said, String code) {
    if (any) {
      return said.chars().noneMatch(c -> c >= 'a' && c <= 'z');
    }
    boolean vat = kind.name().endsWith("_vat");
    boolean prefixed =
        code.length() >= SHORTEST && isLetter(code.charAt(0)) && isLetter(code.charAt(1));
    boolean enough = vat ? prefixed : code.length() > SHORTEST;
    return enough
        && code.chars().anyMatch(Character::isDigit)
        && said.chars().noneMatch(c -> c >= 'a' && c <= 'z');
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
