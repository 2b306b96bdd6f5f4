package dev.tenlines.text;

import java.util.List;

/** Finds one kind of thing in texts. Safe for use by many threads. */
@FunctionalInterface
public interface Recognizer {
  /**
   * What stands in a text, in its order; no two share a character. Text of any length and shape is
   * read in time linear in it.
   */
  List<Found> find(String text, Setting setting);
}
