package dev.tenlines.ranking;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in the middle of text: words in capitals, with what may stand between or after them. */
final class Phrases {
  private static final Pattern LINK =
      Pattern.compile("(?:of|the|and|&|de|la|del|der|van|von|du|di|for|dos|da|y|et|und)");
  private static final Pattern FORM =
      Pattern.compile(
          "(?i),? +(?:inc|l\\.?l\\.?c|l\\.?l\\.?p|l\\.?p|ltd|limited|corp|corporation|company|co|n\\.?a|plc|gmbh|ag|s\\.?a|n\\.?v|b\\.?v|asa|jr|sr|ii|iii|iv|esq|m\\.?d|ph\\.?d)(?![\\p{L}\\d])\\.?");
  private static final int LONGEST = 90;
  private static final int MOST_WORDS = 9;

  private final Reading reading;
  private final String text;
  private final Layout layout;
  private final Set<Span> found =
      new TreeSet<>(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));

  private Phrases(Reading reading) {
    this.reading = reading;
    layout = reading.layout();
    text = layout.text();
  }

  static List<Span> of(Reading reading) {
    Phrases phrases = new Phrases(reading);
    phrases.find();
    return new ArrayList<>(phrases.found);
  }

  private void find() {
    Tokens tokens = layout.tokens();
    int i = 0;
    while (i < tokens.size()) {
      if (!isName(i)) {
        i++;
        continue;
      }
      List<Integer> ends = new ArrayList<>();
      int last = i;
      ends.add(last);
      while (true) {
        int next = next(last);
        if (next < 0) {
          break;
        }
        last = next;
        ends.add(last);
      }
      add(ends);
      i = last + 1;
    }
  }

  private boolean isName(int token) {
    Tokens tokens = layout.tokens();
    char c = text.charAt(tokens.start(token));
    return Character.isUpperCase(c)
        || Character.isDigit(c)
            && token + 1 < tokens.size()
            && tokens.start(token + 1) - tokens.end(token) <= 1
            && Character.isUpperCase(text.charAt(tokens.start(token + 1)));
  }

  /** The next word of the name that goes on after a word, or -1. */
  private int next(int token) {
    Tokens tokens = layout.tokens();
    int at = token + 1;
    int links = 0;
    while (at < tokens.size() && links <= 2) {
      String between = text.substring(tokens.end(at - 1), tokens.start(at));
      if (between.indexOf('\n') >= 0 && between.strip().length() + between.length() > 2) {
        return -1;
      }
      if (isName(at)) {
        return at;
      }
      String word = text.substring(tokens.start(at), tokens.end(at));
      boolean initial =
          (word.equals(".") || word.equals("-") || word.equals("'") || word.equals("’"))
              && tokens.start(at) == tokens.end(at - 1)
              && (tokens.end(token) - tokens.start(token) <= 3 || !word.equals("."));
      boolean comma = word.equals(",") && links == 0;
      if (!initial && !comma && !LINK.matcher(word).matches()) {
        return -1;
      }
      links++;
      at++;
    }
    return -1;
  }

  /** The whole, and every part between words that may part two names. */
  private void add(List<Integer> tokens) {
    Tokens all = layout.tokens();
    List<Integer> borders = new ArrayList<>(List.of(0));
    for (int k = 1; k < tokens.size(); k++) {
      if (parts(all, tokens.get(k - 1), tokens.get(k))) {
        borders.add(k);
      }
    }
    borders.add(tokens.size());
    for (int a = 0; a + 1 < borders.size(); a++) {
      for (int b = a + 1; b < borders.size() && b <= a + 4; b++) {
        int from = tokens.get(borders.get(a));
        int to = tokens.get(borders.get(b) - 1);
        add(all.start(from), all.end(to), borders.get(b) - borders.get(a));
      }
    }
  }

  /** Whether two names may meet here; a point or a hyphen stays within one. */
  private boolean parts(Tokens all, int before, int after) {
    String between = text.substring(all.end(before), all.start(after)).strip();
    boolean within = between.equals(".") || between.equals("-") || between.equals("'");
    boolean gap = text.substring(all.end(before), all.start(after)).indexOf('\n') >= 0;
    return gap || !between.isEmpty() && !within;
  }

  private void add(int start, int end, int words) {
    if (words > MOST_WORDS || end - start > LONGEST || end - start < 3) {
      return;
    }
    boolean point = end < text.length() && text.charAt(end) == '.';
    found.add(new Span(start, end));
    Matcher form = FORM.matcher(text).region(end, text.length());
    while (form.lookingAt()) {
      found.add(new Span(start, form.end()));
      form.region(form.end(), text.length());
    }
    if (point && reading.formAfter(Math.max(start, end - 8), end + 1) >= end) {
      found.add(new Span(start, end + 1));
    }
  }
}
