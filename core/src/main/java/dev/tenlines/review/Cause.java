package dev.tenlines.review;

/** Why an item waits for a person. */
public enum Cause {
  /** A rung proposed something, but not surely enough to leave alone. */
  LOW_MARGIN,
  /** A verifier refused what a rung proposed. */
  FAILED_CHECK,
  /** No rung had anything to say. */
  NO_PROPOSAL,
  /** The feature wants a person whatever the rungs say. */
  POLICY,
  /** Drawn at random, from what was answered and what was not: judged without a suggestion. */
  AUDIT
}
