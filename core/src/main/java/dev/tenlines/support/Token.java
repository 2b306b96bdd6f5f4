package dev.tenlines.support;

import dev.tenlines.text.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A word, number, date or name of a sentence.
 *
 * @param start index of the first UTF-16 unit in the sentence
 * @param end index after the last
 * @param text lower case, without accents
 * @param stem what its inflections share
 * @param key what all spellings share: the stem of its synonyms, or the value
 * @param fact the number, date or name it is, or null
 * @param unit what a number counts or is measured in, or empty
 */
record Token(
    int start,
    int end,
    String text,
    String stem,
    String key,
    Kind kind,
    @Nullable Fact fact,
    String unit) {

  /** What a token is to a check. */
  enum Kind {
    FIGURE,
    DAY,
    NAME,
    CONTENT,
    SMALL
  }

  boolean isSmall() {
    return kind == Kind.SMALL;
  }

  boolean isValue() {
    return kind == Kind.FIGURE || kind == Kind.DAY;
  }

  /** Whether a token of a source says the same. */
  boolean saidBy(Token source) {
    if (isValue() && fact != null) {
      return source.isValue() && source.fact != null && fact.saidBy(source.fact);
    }
    return !source.isValue() && (key.equals(source.key) || text.equals(source.text));
  }

  /** Whether both are values, or both are words. */
  boolean comparable(Token other) {
    return !isSmall() && !other.isSmall() && isValue() == other.isValue();
  }
}
