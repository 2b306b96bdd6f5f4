package dev.tenlines.ranking;

import dev.tenlines.ranking.Layout.Cell;

/** What sort of line it is, by a few coarse marks: streets, postcodes, figures, how it ends. */
final class Nature {
  private Nature() {}

  static int of(Reading reading, Cell cell) {
    Tokens tokens = reading.layout().tokens();
    int streets = 0;
    int postcodes = 0;
    int letters = 0;
    int digits = 0;
    for (int i = cell.first(); i < cell.last(); i++) {
      int length = tokens.end(i) - tokens.start(i);
      char c = reading.text().charAt(tokens.start(i));
      streets += Names.ofStreet(tokens.code(i)) ? 1 : 0;
      postcodes += Character.isDigit(c) && length == 5 ? 1 : 0;
      letters += Character.isLetter(c) ? length : 0;
      digits += Character.isDigit(c) ? length : 0;
    }
    char end = reading.text().charAt(cell.span().end() - 1);
    boolean form = reading.formAfter(cell.span().start(), cell.span().end()) >= 0;
    int figures = digits == 0 ? 0 : digits > letters ? 2 : 1;
    return Math.min(streets, 2)
        + 3 * Math.min(postcodes, 1)
        + 6 * figures
        + 18 * (form ? 1 : 0)
        + 36 * (end == ',' ? 1 : end == ':' ? 2 : end == ')' ? 3 : 0);
  }
}
