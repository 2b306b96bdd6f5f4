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

  private static final int OF_VALUES = ATLEAST.bit() | ATMOST.bit() | ABOUT.bit();

  int bit() {
    return 1 << compareTo(NEGATION);
  }

  boolean in(int marks) {
    return (marks & bit()) != 0;
  }

  /** The kind of a line in the word list. */
  String list() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Some marks say how exactly a value is meant; the others stand before words. */
  static boolean ofValues(int marks) {
    return (marks & OF_VALUES) != 0;
  }
}
