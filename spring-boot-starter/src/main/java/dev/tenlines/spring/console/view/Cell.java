package dev.tenlines.spring.console.view;

import java.util.List;

/** What stands in one place of a table. */
public sealed interface Cell {

  record Text(Shown text) implements Cell {}

  /** Code as people wrote it: rule conditions, ids, versions. */
  record Code(Shown text) implements Cell {}

  record Link(String href, Shown text) implements Cell {}

  /** A figure: right-aligned, in figures of one width. */
  record Figure(String text) implements Cell {}

  /**
   * A small coloured word.
   *
   * @param tone {@code good}, {@code wait}, {@code bad}, {@code calm} or {@code accent}
   */
  record Badge(String tone, String text) implements Cell {}

  record When(Moment moment) implements Cell {}

  /**
   * A button that posts.
   *
   * @param label what it does, unique for screen readers together with {@code of}
   * @param of what it is done to, read out but not shown
   * @param tone {@code plain} or {@code danger}
   */
  record Action(String href, String label, String of, String tone) implements Cell {}

  /** Several, side by side. */
  record Several(List<Cell> cells) implements Cell {}

  static Cell text(Object text) {
    return new Text(Shown.value(text));
  }

  static Cell code(String text) {
    return new Code(Shown.of(text));
  }

  static Cell number(Object number) {
    return new Figure(String.valueOf(number));
  }

  /** Nothing to say. */
  static Cell none() {
    return new Text(Shown.of("–"));
  }
}
