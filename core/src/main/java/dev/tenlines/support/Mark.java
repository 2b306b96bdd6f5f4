package dev.tenlines.support;

import java.util.Locale;

/** What a word before another does to it. */
enum Mark {
  NEGATION,
  NEUTRAL,
  ALL,
  MOST,
  SOME,
  ONLY,
  ATLEAST,
  ATMOST,
  ABOUT,
  HEDGE,
  BEFORE,
  AFTER,
  MORE,
  LESS;

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int marks) {
    return (marks & bit()) != 0;
  }

  /** The kind of a line in the word list. */
  String list() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Marks of values say how exactly they are meant; the others stand before words. */
  boolean ofValues() {
    return this == ATLEAST || this == ATMOST || this == ABOUT;
  }
}
