package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Stage;
import dev.tenlines.Trace.Result;
import dev.tenlines.Trace.Step;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Referral;
import dev.tenlines.text.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to people: what no rung may answer, and audits drawn at random from all others.
 */
public final class Referrals {
  /**
   * While the small model answers nothing alone, a person judges its requests anyway: judging this
   * share of them blind costs no more, and brings the certificate nearer.
   */
  static final double LEARNING_SHARE = 0.25;

  private Referrals() {}

  /** The review item of an outcome, or null when nobody is asked. */
  public static @Nullable Referral of(
      Request request, Outcome<?> outcome, OpenFeature.State state, Feature feature, Clock clock) {
    if (isDecided(request, outcome) && outcome instanceof Answered<?> answered) {
      String id = "v" + outcome.id().substring(1);
      return new Referral(id, answered.value(), Cause.POLICY, "the asker's own plan", null);
    }
    boolean deferred = outcome instanceof Deferred<?>;
    if (!feature.reviewed() || !deferred && !(outcome instanceof Answered<?>)) {
      return null;
    }
    boolean audit =
        feature.unattended() && drawn(outcome.id(), share(feature, deferred && state.learning()));
    if (!deferred && !audit) {
      return null;
    }
    Duration wait = feature.review().due();
    Instant due = wait == null ? null : clock.instant().plus(wait);
    String id = "v" + outcome.id().substring(1);
    Object proposal = outcome instanceof Deferred<?> d ? d.proposal() : null;
    if (audit) {
      return new Referral(id, proposal, Cause.AUDIT, "drawn at random", due);
    }
    Step last = telling(outcome.trace().steps());
    return new Referral(id, proposal, cause(feature, last), reason(feature, last), due);
  }

  /** Whether whoever asked said themselves what is right: that is a verdict. */
  public static boolean isDecided(Request request, Outcome<?> outcome) {
    return request.plan() != null && outcome instanceof Answered<?>;
  }

  /**
   * Whether an audit is drawn. The id's random part decides, so that nothing in a request can, and
   * the draw can be checked later.
   */
  static boolean drawn(String id, double share) {
    long draw = Long.parseUnsignedLong(Digest.of("audit:" + id).substring(0, 13), 16);
    return draw < share * (1L << 52);
  }

  private static double share(Feature feature, boolean learning) {
    double declared = feature.review().audits();
    return learning && declared > 0 ? Math.max(declared, LEARNING_SHARE) : declared;
  }

  /** The step that says most: the last proposal, else the last thing that was tried. */
  private static @Nullable Step telling(List<Step> steps) {
    Step last = steps.isEmpty() ? null : steps.getLast();
    for (Step step : steps) {
      boolean proposed = step.result() == Result.PROPOSED || refused(step);
      last = proposed ? step : last;
    }
    return last;
  }

  private static Cause cause(Feature feature, @Nullable Step step) {
    if (feature.stage() == Stage.ASSIST) {
      return Cause.POLICY;
    }
    if (step == null) {
      return Cause.NO_PROPOSAL;
    }
    if (refused(step)) {
      return Cause.FAILED_CHECK;
    }
    if (step.result() != Result.PROPOSED) {
      return Cause.NO_PROPOSAL;
    }
    return feature.unattended() ? Cause.LOW_MARGIN : Cause.POLICY;
  }

  private static String reason(Feature feature, @Nullable Step step) {
    if (feature.stage() == Stage.ASSIST) {
      return "stage assist: a person decides everything";
    }
    String said = step == null ? null : step.reason();
    return said == null ? "no rung had anything to say" : said;
  }

  /** A rung that abstained with a score had proposed something that a verifier refused. */
  private static boolean refused(Step step) {
    return step.result() == Result.ABSTAINED && step.score() != null;
  }
}
