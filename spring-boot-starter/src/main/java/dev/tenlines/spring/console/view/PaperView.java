package dev.tenlines.spring.console.view;

import java.util.List;

/**
 * A document to look at: its pages as pictures, or its text.
 *
 * @param sheets empty where it has no pages
 * @param left how many pages are not shown
 * @param text empty where it has pages
 * @param cut whether the text goes on
 */
public record PaperView(String name, List<Sheet> sheets, int left, List<Piece> text, boolean cut) {

  /**
   * A page.
   *
   * @param picture its address
   * @param width in points, as the places on it
   * @param spots what is marked
   * @param words what can be clicked
   * @param text the same words, for whoever does not see the picture
   */
  public record Sheet(
      int number,
      String picture,
      double width,
      double height,
      List<Spot> spots,
      List<Spot> words,
      List<Piece> text) {}

  /**
   * A rectangle on a page.
   *
   * @param field the number of the field it belongs to, or empty
   * @param tone how far that field can be relied on, or empty
   */
  public record Spot(
      double x,
      double y,
      double width,
      double height,
      int start,
      int end,
      String text,
      String field,
      String tone) {}

  /**
   * A word of the text, or what lies between two.
   *
   * @param raw the word as it stands where it is shown otherwise, or empty
   * @param fields the numbers of the fields it belongs to, or empty
   * @param tone how far those can be relied on, or empty
   * @param aside whether somebody else wrote it, or a machine
   */
  public record Piece(
      Shown text,
      String raw,
      int start,
      int end,
      boolean word,
      String fields,
      String tone,
      boolean aside) {}
}
