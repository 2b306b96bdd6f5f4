package dev.tenlines.labels;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Binds the values of a field to a label: behind it, right of it, below it, or before it. */
final class Binder {
  private static final double BEHIND = 0.95;
  private static final double RIGHT = 0.94;
  private static final double BEFORE = 0.85;
  private static final double TOUCHING = 0.75;

  /** A word between a label and its value that belongs to neither. */
  private static final double STRANGER = 0.9;

  /** A word right before a label may make it another one. */
  private static final double QUALIFIED = 0.86;

  private static final int MOST_STRANGERS = 5;

  private static final Pattern NUMBERED =
      Pattern.compile("(?:#|№|(?i:n[°ºr]|no)\\.?)\\s*[\\p{L}\\d]");
  private static final Pattern BRACKET = Pattern.compile("\\(\\s*");

  private final Sheet sheet;
  private final FieldSpec field;
  private final Forms forms;
  private final Phrases phrases;
  private final Columns columns;

  Binder(Sheet sheet, FieldSpec field, Forms forms) {
    this.sheet = sheet;
    this.field = field;
    this.forms = forms;
    this.phrases = new Phrases(sheet, field);
    this.columns = new Columns(sheet, field, forms, phrases);
  }

  /** The values that a label may name, the likeliest first. */
  List<Bound> bind(Mark mark) {
    if (forms.anyWords() && isInside(mark)) {
      return List.of();
    }
    List<Bound> all = new ArrayList<>(behind(mark));
    if (all.isEmpty() && !mark.bare()) {
      all.addAll(right(mark));
      boolean whole = strangers(mark.span().end(), stop(mark)) == 0;
      List<Bound> below = whole ? columns.below(mark) : List.of();
      // A label with a value beside it rarely means the one below.
      double factor = all.isEmpty() ? 1 : 0.6;
      below.forEach(bound -> all.add(bound.times(factor)));
    }
    if (all.isEmpty() && mark.bare()) {
      all.addAll(numbered(mark));
    }
    if (all.isEmpty()) {
      all.addAll(before(mark));
    }
    double factor = isQualified(mark) ? QUALIFIED : 1;
    return all.stream().map(bound -> bound.times(factor)).toList();
  }

  /** A word of a sentence or a name, which names no other words. */
  private boolean isInside(Mark mark) {
    boolean first = mark.first() == mark.cell().from();
    boolean spoken = !first && Vocabulary.isCommon(sheet.words.get(mark.first() - 1).folded());
    return !first && (spoken || !sheet.isSigned(mark))
        || first && !mark.sure() && mark.span().end() < mark.cell().span().end();
  }

  /** "Service tax no" is not "tax no". */
  private boolean isQualified(Mark mark) {
    if (mark.first() <= mark.cell().from()) {
      return false;
    }
    Word before = sheet.words.get(mark.first() - 1);
    String between = sheet.text.substring(before.end(), mark.span().start());
    boolean touches = between.isBlank() || between.equals("-");
    Mark other = sheet.markIn(before.start(), before.end());
    return touches
        && other == null
        && Character.isLetter(before.folded().codePointAt(0))
        && !Vocabulary.isParticle(before.folded());
  }

  private List<Bound> behind(Mark mark) {
    int from = mark.span().end();
    int to = stop(mark);
    if (forms.anyWords()) {
      boolean shown = mark.sure() || from < to && sheet.text.charAt(from) == '\t';
      Typed words = shown && from < to ? phrases.named(from, to) : null;
      return words == null ? List.of() : List.of(Bound.of(words, BEHIND, mark));
    }
    for (Typed typed : forms.in(from, to)) {
      int strangers = strangers(from, typed.span().start());
      if (mark.bare() && strangers > 0 || strangers > MOST_STRANGERS) {
        break;
      }
      List<Bound> same = new ArrayList<>();
      same.add(Bound.of(typed, BEHIND * Math.pow(STRANGER, strangers), mark));
      for (Typed other : forms.in(typed.span().start(), to)) {
        if (other.span().equals(typed.span()) && !other.value().equals(typed.value())) {
          same.add(Bound.of(other, BEHIND * Math.pow(STRANGER, strangers), mark));
        }
      }
      return same;
    }
    return List.of();
  }

  /** Where the next label begins in the cell of one, else the cell's end. */
  private int stop(Mark mark) {
    int end = mark.cell().span().end();
    Mark next = sheet.markIn(mark.span().end(), end);
    // Names may hold words that are labels elsewhere; only a sign makes them one here.
    while (next != null
        && (next.bare() || forms.anyWords() && !sheet.isSigned(next) || inner(next))) {
      next = sheet.markIn(next.span().end(), end);
    }
    return next == null ? end : next.span().start();
  }

  /** A label that only says more of the one before: "Total (EUR, incl. VAT)". */
  private boolean inner(Mark mark) {
    int open = sheet.text.lastIndexOf('(', mark.span().start());
    int close = sheet.text.indexOf(')', mark.span().end());
    return open >= mark.cell().span().start()
        && close >= 0
        && close < mark.cell().span().end()
        && sheet.text.indexOf(')', open) == close
        && forms.in(open, close).isEmpty();
  }

  /** How many words stand between a label and a value that neither needs. */
  private int strangers(int from, int to) {
    int strangers = 0;
    for (Word word : sheet.words(from, to)) {
      boolean digits = isCode(word);
      if (!digits
          && !Vocabulary.isParticle(word.folded())
          && !Vocabulary.isCurrency(word.folded())) {
        strangers++;
      }
    }
    return strangers;
  }

  /** Whether a word is a part of something with figures: RE in RE-2026. */
  private boolean isCode(Word word) {
    int start = word.start();
    int end = word.end();
    while (start > 0
        && !Character.isWhitespace(sheet.text.charAt(start - 1))
        && word.start() - start < 20) {
      start--;
    }
    while (end < sheet.text.length()
        && !Character.isWhitespace(sheet.text.charAt(end))
        && end - word.end() < 20) {
      end++;
    }
    return sheet.text.substring(start, end).chars().anyMatch(Character::isDigit);
  }

  private List<Bound> right(Mark mark) {
    int strangers = strangers(mark.span().end(), mark.cell().span().end());
    if (strangers > MOST_STRANGERS || sheet.markIn(mark.span().end(), stop(mark) + 1) != null) {
      return List.of();
    }
    double score = RIGHT * Math.pow(STRANGER, strangers);
    List<Bound> all = new ArrayList<>();
    for (Cell cell : sheet.cells.right(mark.cell())) {
      if (forms.anyWords() ? columns.isLabel(cell) : sheet.isLabelled(cell)) {
        break;
      }
      int to = Math.min(cell.span().end(), cut(cell));
      if (forms.anyWords()) {
        Typed words = strangers > 0 ? null : phrases.named(cell.span().start(), to);
        return words == null ? all : List.of(Bound.of(words, score, mark));
      }
      for (Typed typed : forms.in(cell.span().start(), to)) {
        all.add(Bound.of(typed, score, mark));
      }
      if (field.type() != FieldType.MONEY && !all.isEmpty()) {
        return List.of(all.getFirst());
      }
    }
    // The sum of a row of amounts stands at its end.
    return all.isEmpty() ? all : List.of(all.getLast());
  }

  /** Where a label in the middle of a cell begins. */
  private int cut(Cell cell) {
    Mark mark = sheet.markIn(cell.span().start(), cell.span().end());
    while (mark != null && (mark.bare() || forms.anyWords() && !sheet.isSigned(mark))) {
      mark = sheet.markIn(mark.span().end(), cell.span().end());
    }
    return mark == null ? cell.span().end() : mark.span().start();
  }

  /** A line that begins with the sign of numbers under the word Invoice. */
  private List<Bound> numbered(Mark mark) {
    if (mark.span().length() < mark.cell().span().length()) {
      return List.of();
    }
    for (Cell.Row row : sheet.cells.below(mark.cell(), 1)) {
      for (Cell cell : row.cells()) {
        if (NUMBERED
            .matcher(sheet.text)
            .region(cell.span().start(), cell.span().end())
            .lookingAt()) {
          List<Typed> codes = forms.in(cell.span().start(), cell.span().end());
          return codes.isEmpty()
              ? List.of()
              : List.of(Bound.of(codes.getFirst(), Columns.BELOW, mark));
        }
      }
    }
    return List.of();
  }

  /** "119.00 EUR (total)", and "119.00 EUR incl. VAT" where no other label has the amount. */
  private List<Bound> before(Mark mark) {
    int start = mark.span().start();
    int open = sheet.text.lastIndexOf('(', start);
    int from = mark.cell().span().start();
    boolean bracket = open >= from && BRACKET.matcher(sheet.text).region(open, start).matches();
    int end = bracket ? open : start;
    List<Typed> typed = forms.in(from, end);
    if (typed.isEmpty() || mark.bare()) {
      return List.of();
    }
    Typed last = typed.getLast();
    boolean touches =
        last.span().end() <= end && sheet.text.substring(last.span().end(), end).isBlank();
    boolean taken = sheet.markIn(from, last.span().start()) != null;
    if (!touches || taken && !bracket) {
      return List.of();
    }
    return List.of(Bound.of(last, bracket ? BEFORE : TOUCHING, mark));
  }
}
