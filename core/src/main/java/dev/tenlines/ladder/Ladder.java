package dev.tenlines.ladder;

import dev.tenlines.Evidence;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Request;
import dev.tenlines.Stage;
import dev.tenlines.Trace;
import dev.tenlines.Trace.Result;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Attempt.Absent;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Failed;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.verify.Verifier;
import dev.tenlines.verify.Violation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cascade: asks each rung in order and stops at the first answer that may leave unattended.
 * What nobody may answer goes to a person, or is declined where no person stands at the top.
 *
 * @param <V> the feature's value
 */
public final class Ladder<V> {
  private final Feature feature;
  private final List<Rung<V>> rungs;
  private final List<Verifier<V>> verifiers;
  private final Certificates certificates;
  private final Clock clock;

  public Ladder(
      Feature feature,
      List<Rung<V>> rungs,
      List<Verifier<V>> verifiers,
      Certificates certificates,
      Clock clock) {
    this.feature = feature;
    this.rungs = List.copyOf(rungs);
    this.verifiers = List.copyOf(verifiers);
    this.certificates = certificates;
    this.clock = clock;
  }

  /** The rungs of this ladder, lowest first. */
  public List<Rung<V>> rungs() {
    return rungs;
  }

  /** What asking its rungs is going to take, each by its name, if all are asked. */
  public Map<String, Forecast> forecast(String id, Request request) {
    Deadline deadline = Deadline.in(feature.profile().latencyBudget(), clock);
    Ask ask = new Ask(id, feature.name(), request, deadline, Feed.unwatched());
    Map<String, Forecast> forecasts = new LinkedHashMap<>();
    for (Rung<V> rung : rungs) {
      Forecast forecast = rung.forecast(ask);
      if (forecast != null) {
        forecasts.put(rung.name(), forecast);
      }
    }
    return forecasts;
  }

  /**
   * Climbs until an answer may leave.
   *
   * @param id the request's id; a review item takes its name from it
   * @param feed what the caller sees before the outcome
   */
  public Outcome<V> climb(String id, Request request, Feed feed) {
    Deadline deadline = Deadline.in(feature.profile().latencyBudget(), clock);
    Ask ask = new Ask(id, feature.name(), request, deadline, feed);
    Climb climb = new Climb(id);
    for (Rung<V> rung : rungs) {
      if (deadline.passed()) {
        return climb.end(Reason.TIMEOUT);
      }
      Instant start = clock.instant();
      if (rung.expected().compareTo(deadline.left()) > 0) {
        climb.skip(rung, deadline, start);
        continue;
      }
      Outcome<V> outcome = climb.judge(rung, attempt(rung, ask), request, start);
      if (outcome != null) {
        return outcome;
      }
    }
    return climb.end(deadline.passed() && !climb.heard() ? Reason.TIMEOUT : Reason.NO_ANSWER);
  }

  private Attempt<V> attempt(Rung<V> rung, Ask ask) {
    try {
      return rung.attempt(ask);
    } catch (RuntimeException e) {
      // Whatever a rung throws, the next one may still answer: the cause stands in the trace.
      return new Failed<>(e.toString(), Money.ZERO);
    }
  }

  /** One request's way up: the steps so far and the best proposal so far. */
  private final class Climb {
    private final String id;
    private final Instant start = clock.instant();
    private final List<Trace.Step> steps = new ArrayList<>();
    private @Nullable V proposal;
    private List<Evidence> evidence = List.of();
    private @Nullable Absent<V> absent;
    private @Nullable Answered<V> waiting;

    private Climb(String id) {
      this.id = id;
    }

    /** The rung would not be done in time: its money is better kept. */
    private void skip(Rung<V> rung, Deadline deadline, Instant start) {
      String reason =
          "takes about %d ms, %d ms are left"
              .formatted(rung.expected().toMillis(), deadline.left().toMillis());
      step(rung, Result.SKIPPED, reason, null, Money.ZERO, start);
    }

    /** The outcome if this attempt may end the climb, else null. */
    private @Nullable Outcome<V> judge(
        Rung<V> rung, Attempt<V> attempt, Request request, Instant start) {
      return switch (attempt) {
        case Abstained<V>(String reason, Money charge) ->
            step(rung, Result.ABSTAINED, reason, null, charge, start);
        case Failed<V>(String cause, Money charge) ->
            step(rung, Result.FAILED, cause, null, charge, start);
        case Absent<V> none -> {
          absent = none;
          yield step(rung, Result.ABSTAINED, none.why(), null, none.charge(), start);
        }
        case Unfit<V>(Reason reason, String why, Money charge) -> {
          step(rung, Result.ABSTAINED, why, null, charge, start);
          yield new Declined<>(id, feature.name(), reason, null, trace());
        }
        case Proposed<V> proposed -> weigh(rung, proposed, request, start);
      };
    }

    private @Nullable Outcome<V> weigh(
        Rung<V> rung, Proposed<V> proposed, Request request, Instant start) {
      List<Violation> violations = violations(request, proposed.value());
      if (!violations.isEmpty()) {
        String reason = violations.getFirst().what();
        return step(rung, Result.ABSTAINED, reason, proposed.score(), proposed.charge(), start);
      }
      proposal = proposed.value();
      evidence = proposed.evidence();
      Basis basis = basis(rung, proposed);
      if (basis == null) {
        return step(
            rung,
            Result.PROPOSED,
            shut(rung, proposed),
            proposed.score(),
            proposed.charge(),
            start);
      }
      if (rung.waits()) {
        waiting = answered(rung, proposed, basis);
        String reason = "waits for the rungs above";
        return step(rung, Result.PROPOSED, reason, proposed.score(), proposed.charge(), start);
      }
      if (isWatched(request)) {
        // This would have been the answer: what higher rungs would say is neither needed nor paid
        // for.
        String stage = "stage " + feature.stage().name().toLowerCase(Locale.ROOT);
        step(rung, Result.PROPOSED, stage, proposed.score(), proposed.charge(), start);
        return end(Reason.NO_ANSWER);
      }
      step(rung, Result.ANSWERED, null, proposed.score(), proposed.charge(), start);
      return answered(rung, proposed, basis);
    }

    private Answered<V> answered(Rung<V> rung, Proposed<V> proposed, Basis basis) {
      return new Answered<>(
          id,
          feature.name(),
          proposed.value(),
          rung.id(),
          basis,
          proposed.probability(),
          proposed.evidence(),
          trace());
    }

    private @Nullable Outcome<V> step(
        Rung<V> rung,
        Result result,
        @Nullable String reason,
        @Nullable Double score,
        Money charge,
        Instant start) {
      Duration took = since(start);
      steps.add(new Trace.Step(rung.id(), result, reason, score, charge, took));
      return null;
    }

    /** Whether the last rung was asked and had nothing to say, however long that took. */
    private boolean heard() {
      return !steps.isEmpty() && steps.getLast().result() == Result.ABSTAINED;
    }

    /** The climb ends without an answer, unless one waited for better ones. */
    private Outcome<V> end(Reason reason) {
      if (waiting != null && feature.stage() == Stage.AUTO) {
        return waiting.after(trace());
      }
      if (feature.stage() == Stage.SHADOW) {
        return new Declined<>(id, feature.name(), Reason.SHADOW, shown(), trace());
      }
      if (feature.reviewed()) {
        List<Evidence> support = proposal == null && absent != null ? absent.evidence() : evidence;
        return new Deferred<>(
            id, feature.name(), "v" + id.substring(1), proposal, support, trace());
      }
      if (reason == Reason.NO_ANSWER && steps.stream().anyMatch(Climb::poor)) {
        return new Declined<>(id, feature.name(), Reason.OVER_BUDGET, shown(), trace());
      }
      if (reason == Reason.NO_ANSWER && proposal != null && feature.kind().task().asksTheAsker()) {
        return new Declined<>(id, feature.name(), Reason.UNCONFIRMED, proposal, trace());
      }
      return reason == Reason.NO_ANSWER && absent != null
          ? new Declined<>(id, feature.name(), absent.reason(), absent.nearest(), trace())
          : new Declined<>(id, feature.name(), reason, shown(), trace());
    }

    /** A plan that the asker chose needs no second word. */
    private boolean isWatched(Request request) {
      return feature.stage() == Stage.SHADOW
          || feature.stage() == Stage.ASSIST && request.plan() == null;
    }

    /** The best proposal, else what comes nearest to one. */
    private @Nullable V shown() {
      return proposal == null && absent != null ? absent.nearest() : proposal;
    }

    private static boolean poor(Trace.Step step) {
      return step.reason() != null && step.reason().startsWith(Reason.OVER_BUDGET.name());
    }

    private Trace trace() {
      return new Trace(steps, since(start));
    }
  }

  /**
   * In microseconds, as the record keeps it: an outcome read back equals the one that was given.
   */
  private Duration since(Instant start) {
    return Duration.between(start, clock.instant()).truncatedTo(ChronoUnit.MICROS);
  }

  private List<Violation> violations(Request request, V value) {
    return verifiers.stream().flatMap(v -> v.verify(request, value).stream()).toList();
  }

  private @Nullable Basis basis(Rung<V> rung, Proposed<V> proposed) {
    if (!feature.unattended()) {
      return null;
    }
    if (proposed.basis() != null) {
      return proposed.basis();
    }
    Certificate open = certificates.admitting(rung.id(), proposed.group(), proposed.score());
    return open == null ? null : new Basis.Certified(open.id());
  }

  private String shut(Rung<V> rung, Proposed<V> proposed) {
    if (!feature.unattended()) {
      return "a person decides every " + feature.kind().word();
    }
    Certificate certificate = certificates.of(rung.id(), proposed.group());
    if (certificate == null) {
      String doubt = rung.doubt(proposed.value());
      return doubt == null ? "no certificate" : doubt;
    }
    return certificate.open()
        ? "score %.3f below the certified %.3f".formatted(proposed.score(), certificate.threshold())
        : "certificate missing %d clean labels".formatted(certificate.missing());
  }
}
