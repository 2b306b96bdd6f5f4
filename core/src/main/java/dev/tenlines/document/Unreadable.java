package dev.tenlines.document;

/** Thrown inside readers where a file cannot become a document; {@link Refused} says it outside. */
public final class Unreadable extends Exception {
  private final Refused refused;

  public Unreadable(Refused.Kind kind, String what) {
    super(what);
    this.refused = new Refused(kind, what);
  }

  public Refused refused() {
    return refused;
  }
}
