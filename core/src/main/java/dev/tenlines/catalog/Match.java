package dev.tenlines.catalog;

/**
 * A value of a field that words name.
 *
 * @param value as the database spells it
 */
public record Match(String entity, String field, String value, Kind kind) {

  /** How well the words fit; the first fits best. */
  public enum Kind {
    /** But for case and white space. */
    EXACT,
    /** But for accents and signs, too. */
    FOLDED,
    /** But for inflection: {@code invoices} for {@code Invoice}. */
    STEM,
    /** But for a letter or two: a misspelling, or another word. */
    NEAR
  }

  /**
   * Words of a text that name a value.
   *
   * @param from index of the first word
   * @param to index after the last
   */
  public record At(int from, int to, Match match) {}
}
