package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.labels.Concept.Meaning;
import dev.tenlines.labels.Concept.Tier;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds labels in the cells of a document. Blanks between letters do not matter, so that {@code F
 * actuurnummer}, as some PDFs have it, is a label; the longest at a place wins.
 */
final class Marks {
  /** Shorter labels of a language that is not the document's are other words. */
  private static final int FOREIGN = 6;

  /** Shorter words are labels only when they look so. */
  private static final int SHORT = 3;

  private static final String SIGNS = ":=#№°";

  private final Sheet sheet;
  private final String language;

  /**
   * @param language of the document; empty where it is not known yet
   */
  Marks(Sheet sheet, String language) {
    this.sheet = sheet;
    this.language = language;
  }

  List<Mark> all() {
    return find(compact -> Dictionary.get().meanings(compact));
  }

  List<Mark> own(List<String> labels, Concept concept) {
    Map<String, List<Meaning>> own = new HashMap<>();
    for (String label : labels) {
      String compact = Vocabulary.compact(label);
      if (!compact.isEmpty()) {
        own.put(compact, List.of(new Meaning(concept, Tier.STRONG, "")));
      }
    }
    return find(compact -> own.getOrDefault(compact, List.of()));
  }

  private List<Mark> find(Function<String, List<Meaning>> lookup) {
    List<Mark> marks = new ArrayList<>();
    for (Cell cell : sheet.cells.all()) {
      int at = cell.from();
      while (at < cell.to()) {
        int next = longest(cell, at, lookup, marks);
        at = next < 0 ? at + 1 : next;
      }
    }
    return marks;
  }

  /** Adds the longest label that begins with a word, and tells the word after it; else -1. */
  private int longest(
      Cell cell, int first, Function<String, List<Meaning>> lookup, List<Mark> marks) {
    int most = Math.min(cell.to(), first + Dictionary.LONGEST);
    for (int last = most; last > first; last--) {
      List<Word> words = sheet.words.subList(first, last);
      if (Vocabulary.isCurrency(words.getLast().folded()) && words.size() > 1) {
        continue;
      }
      List<Meaning> meanings = lookup.apply(Vocabulary.compact(words));
      if (meanings.isEmpty() || broken(words)) {
        continue;
      }
      Span span = new Span(words.getFirst().start(), words.getLast().end());
      boolean sure = sign(cell, span) || span.end() == cell.span().end();
      List<Meaning> likely = meanings.stream().filter(m -> isLikely(m, words, sure)).toList();
      if (!likely.isEmpty()) {
        marks.add(new Mark(span, cell, likely, first, sure));
        return last;
      }
    }
    return -1;
  }

  /** A full stop may stand in a label; a colon, the end of a clause or a name in code may not. */
  private boolean broken(List<Word> words) {
    int start = words.getFirst().start();
    int end = words.getLast().end();
    if (start > 0 && "_@".indexOf(sheet.text.charAt(start - 1)) >= 0
        || end < sheet.text.length() && "_@".indexOf(sheet.text.charAt(end)) >= 0
        || end + 1 < sheet.text.length()
            && "-/".indexOf(sheet.text.charAt(end)) >= 0
            && Character.isDigit(sheet.text.charAt(end + 1))) {
      return true;
    }
    for (int i = 1; i < words.size(); i++) {
      String between = sheet.text.substring(words.get(i - 1).end(), words.get(i).start());
      if (between.indexOf(':') >= 0
          || between.indexOf(';') >= 0
          || between.contains(", ")
          || between.indexOf('@') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a sign that labels have follows. */
  private boolean sign(Cell cell, Span span) {
    int at = span.end();
    while (at < cell.span().end() && " .)%*\u00A0".indexOf(sheet.text.charAt(at)) >= 0) {
      at++;
    }
    return at < cell.span().end() && SIGNS.indexOf(sheet.text.charAt(at)) >= 0;
  }

  private boolean isLikely(Meaning meaning, List<Word> words, boolean sure) {
    if (meaning.tier() == Tier.NAME) {
      return false;
    }
    int letters = Vocabulary.compact(words).length();
    String of = meaning.language();
    boolean mine = of.isEmpty() || of.equals("en") || language.isEmpty() || of.equals(language);
    if (!mine && letters < FOREIGN && !words.stream().allMatch(w -> capitals(w))) {
      return false;
    }
    boolean common = words.stream().allMatch(w -> Vocabulary.isCommon(w.folded()));
    boolean tiny =
        letters <= SHORT && Character.isLowerCase(sheet.text.charAt(words.getFirst().start()));
    return sure || !common && !tiny;
  }

  private boolean capitals(Word word) {
    String said = sheet.text.substring(word.start(), word.end());
    return said.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }
}
