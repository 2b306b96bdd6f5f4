package dev.tenlines.page;

import dev.tenlines.document.Box;

/**
 * A word on a page.
 *
 * @param box where it stands, as the page is shown
 * @param x where it begins in the direction of its writing
 * @param y its base line, across that direction
 * @param size the size of its letters
 * @param direction in degrees against the page
 */
record Word(String text, Box box, double x, double end, double y, double size, int direction) {

  boolean rightToLeft() {
    return text.codePoints()
        .anyMatch(c ->
            Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
