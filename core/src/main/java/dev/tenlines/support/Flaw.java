package dev.tenlines.support;

/**
 * One way in which a sentence does not stand on its source.
 *
 * @param kind what is wrong
 * @param what the same in words, with the value in brackets
 */
public record Flaw(Kind kind, String what) {

  /** What can be wrong, as violations say it in small letters. */
  public enum Kind {
    /** A number of no source, or of another place. */
    NUMBER,
    /** A date of no source, or of another place. */
    DATE,
    /** A name of no source, or of another place. */
    NAME,
    /** Quoted words that no source has. */
    QUOTE,
    /** The right number of the wrong thing: a unit, a currency. */
    UNIT,
    /** What is so is said not to be so, or the other way round. */
    NEGATION,
    /** All, most, some, only, at least, at most. */
    QUANTIFIER,
    /** The opposite word. */
    ANTONYM,
    /** A word that the source does not have in a sentence that is otherwise the source's. */
    WORD,
    /** Too many words that no source has. */
    COVERAGE,
    /** Who did it to whom. */
    ROLES,
    /** A number beside words that stand beside another number. */
    COMBINATION,
    /** What may be so is said to be so. */
    HEDGE
  }
}
