package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names and other words that have no form of their own from a stretch beside a label. */
final class Phrases {
  private static final String BEFORE = " \t\u00A0:;#-–—.°)*=|>\"'“”«»";
  private static final String AFTER = " \t\u00A0,;:|*\"'“”«»";
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Hr|Fr|M|Mme|Sr|Sra|Dhr|Mevr|Sig|Pan|Pani|Ing|Dipl)\\.?\\h)*"
              + "\\p{Lu}[\\p{L}'’.-]*(?:\\h(?:(?:van|von|de|der|den|di|da|del|la|le|zu|af|al|bin|y|e|dos)\\h){0,3}"
              + "\\p{Lu}[\\p{L}'’.-]*){0,4}");
  private static final Pattern CUT = Pattern.compile(" \\(|, | [-–|/] |;|\\h(?=<)");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST = 300;

  private final Sheet sheet;
  private final FieldType type;

  Phrases(Sheet sheet, FieldSpec field) {
    this.sheet = sheet;
    this.type = field.type();
  }

  /** The same where the words are more than a title. */
  @Nullable Typed named(int from, int to) {
    Typed words = of(from, to);
    return words != null && Vocabulary.isTitle(words.span().of(sheet.text)) ? null : words;
  }

  /** What the words of a stretch are, or null. */
  @Nullable Typed of(int from, int to) {
    Span whole = trimmed(from, to);
    String said = whole.of(sheet.text);
    if (said.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return null;
    }
    return switch (type) {
      case PERSON -> person(whole, said);
      case ORGANISATION -> organisation(whole, said);
      default -> said.length() > LONGEST ? null : new Typed(whole, said, 1);
    };
  }

  private Span trimmed(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && BEFORE.indexOf(sheet.text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && AFTER.indexOf(sheet.text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean open =
        start < end && sheet.text.charAt(start) == '(' && sheet.text.charAt(end - 1) == ')';
    return open ? new Span(start + 1, end - 1) : new Span(start, end);
  }

  private @Nullable Typed person(Span whole, String said) {
    Matcher name = PERSON.matcher(said);
    if (!name.lookingAt() || name.end() < 2) {
      return null;
    }
    int end = name.end();
    boolean all = end == said.length() || CUT.matcher(said).region(end, said.length()).lookingAt();
    boolean several = said.substring(0, end).contains(" ");
    Span span = trimmed(whole.start(), whole.start() + end);
    return new Typed(span, span.of(sheet.text), (all ? 1 : 0.7) * (several ? 1 : 0.85));
  }

  private @Nullable Typed organisation(Span whole, String said) {
    boolean bracketed = whole.start() > 0 && sheet.text.charAt(whole.start() - 1) == '(';
    if (bracketed) {
      return null;
    }
    Matcher legal = Vocabulary.LEGAL.matcher(said);
    if (legal.find()) {
      Span span = trimmed(whole.start(), whole.start() + legal.end());
      return new Typed(span, span.of(sheet.text), 1);
    }
    Matcher cut = CUT.matcher(said);
    Span span = cut.find() ? trimmed(whole.start(), whole.start() + cut.start()) : whole;
    String name = span.of(sheet.text);
    boolean letters = name.codePoints().anyMatch(Character::isLetter);
    return letters && name.length() <= LONGEST_NAME && name.indexOf('@') < 0
        ? new Typed(span, name, Character.isUpperCase(name.codePointAt(0)) ? 0.97 : 0.75)
        : null;
  }

  /**
   * The cells of an address from the first one on, as far as they follow each other in the text.
   */
  Typed block(List<Cell> cells) {
    Span first = cells.getFirst().span();
    int end = first.end();
    for (Cell cell : cells.subList(1, cells.size())) {
      if (cell.span().start() < end || !sheet.text.substring(end, cell.span().start()).isBlank()) {
        break;
      }
      end = cell.span().end();
    }
    Span span = trimmed(first.start(), end);
    return new Typed(span, span.of(sheet.text).replaceAll("\\s+", " "), 1);
  }
}
