package dev.tenlines.spring.test;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;

/**
 * A person who decides at once what a test's requests were deferred for. The ten seconds in which a
 * verdict can be undone are over when a call returns, and the application has heard of it.
 */
public final class ScriptedReviewer {
  private static final String NAME = "test";

  private final Tenlines tenlines;
  private final TestClock clock;

  ScriptedReviewer(Tenlines tenlines, TestClock clock) {
    this.tenlines = tenlines;
    this.clock = clock;
  }

  /** The proposal is right. */
  public void approve(String review) {
    decide(review, new Verdict.Approved());
  }

  /** Another label is right. */
  public void correct(String review, String label) {
    decide(review, new Verdict.Corrected(label));
  }

  /** No label is right. */
  public void reject(String review, String reason) {
    decide(review, new Verdict.Rejected(reason));
  }

  private void decide(String review, Verdict verdict) {
    Decision decision =
        tenlines.reviews().decide(Request.SINGLE_TENANT, review, NAME, null, verdict);
    if (!(decision instanceof Decision.Done)) {
      throw new TenlinesException(
          "TL-523",
          "The review (" + review + ") was not decided: " + decision + ".",
          "Maybe take the id of a deferred outcome, and decide it once.");
    }
    clock.advance(ReviewQueue.UNDO);
    tenlines.tend();
  }
}
