package dev.tenlines.document;

/** What came of drawing a page: a picture, or the reason why there is none. */
public sealed interface Pictured permits Pictured.Picture, Refused {

  /**
   * A page as it looks.
   *
   * @param png the picture's file
   */
  record Picture(byte[] png) implements Pictured {}
}
