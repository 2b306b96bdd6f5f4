package dev.tenlines;

/** How far a feature is trusted. */
public enum Stage {
  /** The would-be answer is recorded and the outcome is declined. */
  SHADOW,
  /** Every proposal is deferred to a person. */
  ASSIST,
  /** The ladder decides. */
  AUTO
}
