package dev.tenlines;

/**
 * Something a check found.
 *
 * @param id {@code TL-nnn}, stable
 * @param what what is wrong, with the value in brackets
 * @param hint what may help, starting with "Maybe", or empty
 */
public record Finding(Level level, String id, String what, String hint) {
  /** How bad it is: an error stops the start. */
  public enum Level {
    ERROR,
    WARNING,
    INFO
  }

  public static Finding error(String id, String what, String hint) {
    return new Finding(Level.ERROR, id, what, hint);
  }

  public static Finding warning(String id, String what, String hint) {
    return new Finding(Level.WARNING, id, what, hint);
  }

  @Override
  public String toString() {
    String text = what.startsWith("TL-") ? what : id + " " + what;
    return hint.isEmpty() ? text : text + " " + hint;
  }
}
