package dev.tenlines.answer;

import dev.tenlines.index.Passage;
import dev.tenlines.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds words in a passage that somebody says stand there. White space, case, hyphenation, the
 * shape of quotation marks and marks of emphasis are no different words; what is quoted then are
 * the passage's own letters.
 */
final class Locating {
  private static final Pattern GAP = Pattern.compile("\\[?(?:…|\\.\\.\\.)]?");

  private final Passage passage;
  private final String flat;
  private final int[] places;

  Locating(Passage passage) {
    this.passage = passage;
    String text = passage.text();
    StringBuilder kept = new StringBuilder(text.length());
    int[] from = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      char sign = sign(text.charAt(i));
      if (sign != 0) {
        from[kept.length()] = i;
        kept.append(sign);
      }
    }
    this.flat = kept.toString();
    this.places = from;
  }

  /**
   * The whole sentences that hold the words: half a sentence may say the opposite of the whole one.
   *
   * @param said words, with … where some are left out
   * @return empty where not all of them stand in the passage, in order
   */
  List<Quote> find(String said) {
    List<Quote> quotes = new ArrayList<>();
    int from = 0;
    for (String part : GAP.split(said, -1)) {
      String wanted = flat(part);
      if (wanted.isEmpty()) {
        continue;
      }
      int at = place(wanted, from);
      if (at < 0) {
        return List.of();
      }
      from = at + wanted.length();
      Quote quote = sentences(places[at], places[from - 1] + 1);
      if (!quotes.contains(quote)) {
        quotes.add(quote);
      }
    }
    return List.copyOf(quotes);
  }

  /** Its sentences, and each with the one after it. */
  List<List<Quote>> stretches() {
    List<Quote> single =
        Sentences.places(passage.text()).stream()
            .map(place -> Quote.of(passage, place.start(), place.end()))
            .toList();
    List<List<Quote>> all = new ArrayList<>();
    single.forEach(quote -> all.add(List.of(quote)));
    for (int i = 0; i + 1 < single.size(); i++) {
      all.add(single.subList(i, i + 2));
    }
    return all;
  }

  /** Whether a quote is of this passage, letter for letter. */
  static boolean holds(Passage passage, Quote quote) {
    int from = quote.start() - passage.start();
    return passage.source().equals(quote.source())
        && from >= 0
        && quote.start() < quote.end()
        && quote.end() <= passage.end()
        && quote.text().length() == quote.end() - quote.start()
        && passage.text().startsWith(quote.text(), from);
  }

  /** Where the signs stand between borders of words, or -1. */
  private int place(String wanted, int from) {
    for (int at = flat.indexOf(wanted, from); at >= 0; at = flat.indexOf(wanted, at + 1)) {
      if (isBorder(places[at] - 1, places[at])
          && isBorder(places[at + wanted.length() - 1], places[at + wanted.length() - 1] + 1)) {
        return at;
      }
    }
    return -1;
  }

  private boolean isBorder(int left, int right) {
    String text = passage.text();
    return left < 0
        || right >= text.length()
        || !Character.isLetterOrDigit(text.charAt(left))
        || !Character.isLetterOrDigit(text.charAt(right));
  }

  private Quote sentences(int start, int end) {
    int from = start;
    int to = end;
    for (Sentences.Place place : Sentences.places(passage.text())) {
      if (place.start() < end && start < place.end()) {
        from = Math.min(from, place.start());
        to = Math.max(to, place.end());
      }
    }
    return Quote.of(passage, from, to);
  }

  private static String flat(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = sign(text.charAt(i));
      if (sign != 0) {
        kept.append(sign);
      }
    }
    // Quotation marks around the whole are the speaker's, not the passage's.
    int from = 0;
    int to = kept.length();
    while (from < to && isMark(kept.charAt(from))) {
      from++;
    }
    while (to > from && (isMark(kept.charAt(to - 1)) || kept.charAt(to - 1) == '.')) {
      to--;
    }
    return kept.substring(from, to);
  }

  private static boolean isMark(char sign) {
    return sign == '"' || sign == '\'';
  }

  /** The sign that stands for all its shapes; 0 for one that does not count. */
  private static char sign(char sign) {
    if (Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.getType(sign) == Character.FORMAT
        || Character.getType(sign) == Character.CONTROL) {
      return 0;
    }
    return switch (sign) {
      case '-', '‐', '‑', '‒', '–', '—', '*', '_', '`' -> 0;
      case '’', '‘', '‚', '´' -> '\'';
      case '“', '”', '„', '«', '»' -> '"';
      default -> Character.toLowerCase(sign);
    };
  }
}
