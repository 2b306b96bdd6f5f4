package dev.tenlines.mock.voice;

/** A request that the provider does not take, and why. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Trouble trouble;

  public Refused(Trouble trouble, String message) {
    // A refusal is an answer like any other: where it arose tells nobody anything.
    super(message, null, false, false);
    this.trouble = trouble;
  }

  /** What kind of refusal it is. */
  public Trouble trouble() {
    return trouble;
  }

  static Refused bad(String message) {
    return new Refused(Trouble.BAD, message);
  }

  static void unless(boolean right, String message) {
    if (!right) {
      throw bad(message);
    }
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? trouble.said() : message;
  }
}
