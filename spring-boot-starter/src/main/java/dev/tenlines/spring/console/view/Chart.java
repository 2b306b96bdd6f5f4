package dev.tenlines.spring.console.view;

import java.util.List;

/**
 * A bar chart as shapes, drawn by the server, with the same figures as a table beside it.
 *
 * @param summary what the picture says, for those who do not see it
 */
public record Chart(
    String title,
    String summary,
    int width,
    int height,
    List<Bar> bars,
    List<Line> lines,
    List<Word> words,
    List<Key> legend,
    Table table) {

  public Chart {
    bars = List.copyOf(bars);
    lines = List.copyOf(lines);
    words = List.copyOf(words);
    legend = List.copyOf(legend);
  }

  /** A piece of a bar; its tone names its colour. */
  public record Bar(String tone, String x, String y, String width, String height, String title) {}

  /** A line of the grid, from left to right. */
  public record Line(int y, int from, int to) {}

  /**
   * A word beside an axis.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  public record Word(int x, int y, String anchor, String text) {}

  /** What a colour stands for. */
  public record Key(String tone, String name) {}
}
