package dev.tenlines.model;

import dev.tenlines.text.Digest;

/**
 * Marks around data in a prompt, so that a model can tell it from instructions (spotlighting, arXiv
 * 2403.14720). They differ from request to request: nobody can write them in beforehand.
 */
public final class Marks {
  private Marks() {}

  /** The mark of a request that none of the texts holds. */
  public static String of(String request, String... texts) {
    for (int turn = 0; ; turn++) {
      String mark = "<<" + Digest.of("mark:" + request + ":" + turn).substring(0, 12) + ">>";
      boolean free = true;
      for (String text : texts) {
        free &= !text.contains(mark);
      }
      if (free) {
        return mark;
      }
    }
  }

  /**
   * Data as it may stand in a prompt: without characters that nobody sees, by which orders are
   * smuggled past people.
   */
  public static String visible(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints().filter(Marks::isVisible).forEach(seen::appendCodePoint);
    return seen.toString();
  }

  private static boolean isVisible(int point) {
    return !(point >= 0xE0000 && point <= 0xE007F
        || point >= 0xFE00 && point <= 0xFE0F
        || point >= 0x200B && point <= 0x200F
        || point >= 0x202A && point <= 0x202E
        || point >= 0x2060 && point <= 0x2064
        || point == 0xFEFF
        || point == 0
        || Character.getType(point) == Character.SURROGATE);
  }
}
