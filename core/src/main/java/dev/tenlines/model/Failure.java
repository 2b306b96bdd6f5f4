package dev.tenlines.model;

/** Why a call brought no answer. Anything that is not proved a success has one of these names. */
public enum Failure {
  /** It stopped at its length limit. */
  TRUNCATED(false, false),
  /** The model or a filter of the provider refused. */
  REFUSED(false, false),
  /** It ended well and said nothing. */
  EMPTY(true, false),
  /** What came is not an answer: malformed, cut, of an unknown shape, or against the schema. */
  INVALID(true, true),
  /** The provider has too much to do, or we have asked too often. */
  OVERLOADED(true, true),
  /** Too slow for one of the limits. */
  TIMEOUT(true, true),
  /** Nobody answers there, or the connection broke. */
  UNREACHABLE(true, true),
  /** A budget does not allow the call. */
  OVER_BUDGET(false, false),
  /** The prompt is longer than the model can take. */
  TOO_LONG(false, false),
  /** The account with the provider has no money or quota left: asking again cannot help. */
  EXHAUSTED(false, true),
  /** The key, the model's name or the address is wrong, or the request is. */
  MISCONFIGURED(false, false),
  /** The caller left. */
  CANCELLED(false, false);

  private final boolean again;
  private final boolean provider;

  Failure(boolean again, boolean provider) {
    this.again = again;
    this.provider = provider;
  }

  /** Whether the same call may succeed a moment later. */
  public boolean again() {
    return again;
  }

  /** Whether it says something about the provider, so that the breaker has to learn it. */
  boolean provider() {
    return provider;
  }
}
