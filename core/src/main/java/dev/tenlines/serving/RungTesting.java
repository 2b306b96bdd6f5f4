package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Trace.Result;
import dev.tenlines.Trace.Step;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Certifier;
import dev.tenlines.learn.Certifier.Judged;
import dev.tenlines.learn.Models;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts a feature's language models to the test, each on audits of its own proposals.
 *
 * <p>Such a rung is not trained here, so all its audits certify. Its version holds the small
 * model's: a training changes what is left to it and how it is scored, and voids its certificate.
 * Of several that proposed, the outcome keeps the last one's proposal, so that one can be tested.
 */
record RungTesting(OpenFeature open, Judgements judgements, Models models, Clock clock) {
  /** A test that was not passed is made again when there are so many times the audits. */
  private static final double MORE = 1.5;

  /**
   * Tests every rung whose audits may suffice.
   *
   * @return how many were tested
   */
  int run() {
    Feature feature = open.feature();
    List<Rung<?>> rungs =
        open.state().ladder().rungs().stream()
            .<Rung<?>>map(rung -> rung)
            .filter(rung -> OpenFeature.isTested(rung.name()))
            .toList();
    boolean guarded =
        feature.promise().labels().values().stream().anyMatch(own -> own.missed() != null);
    // That a label is not missed takes rows of the label, whatever rung was asked about them.
    if (rungs.isEmpty() || guarded || !feature.unattended()) {
      return 0;
    }
    Instant since = since();
    List<Judgement> audits =
        judgements.audits(feature.name()).stream()
            .filter(audit -> audit.at().isAfter(since))
            .toList();
    return (int) rungs.stream().filter(rung -> test(rung, audits)).count();
  }

  private boolean test(Rung<?> rung, List<Judgement> audits) {
    Feature feature = open.feature();
    List<Models.Test> tests =
        models.tests(feature.name()).stream()
            .filter(test -> test.rung().startsWith(rung.name() + "@"))
            .toList();
    boolean shut = open.state().shuts().stream().anyMatch(one -> one.rung().equals(rung.id()));
    if (shut || OpenFeature.answers(open.state().certificates(), rung.id())) {
      return false;
    }
    List<Judged> own =
        audits.stream().map(audit -> judged(rung.id(), audit)).filter(Objects::nonNull).toList();
    double delta = Cohort.share(tests.size() + 1) * open.chance();
    int before =
        tests.stream()
            .filter(test -> test.rung().equals(rung.id()))
            .mapToInt(Models.Test::audits)
            .max()
            .orElse(0);
    int least = Binomial.draws(0, feature.promise().error(), delta);
    if (own.size() < Math.max(least, MORE * before)) {
      return false;
    }
    Instant now = clock.instant();
    String source = own.size() + " audits of its proposals";
    Certificates certificates =
        new Certificates(
            new Certifier(rung.id(), feature.promise(), delta, now, source).errors(own));
    models.tested(feature.name(), new Models.Test(rung.id(), own.size(), certificates, now));
    return true;
  }

  /** Once audits shut a rung below, other requests are left over and drawn at another share. */
  private Instant since() {
    return open.state().shuts().stream()
        .map(Models.Shut::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /** What the rung proposed and what a person said, or null where it was not this rung's. */
  private @Nullable Judged judged(String rung, Judgement audit) {
    Step last = null;
    boolean ruled = !open.plan().used().contains("rules");
    String rules = rules();
    for (Step step : audit.outcome().trace().steps()) {
      boolean proposed = step.result() == Result.PROPOSED || step.result() == Result.ANSWERED;
      last = proposed ? step : last;
      ruled |= step.rung().equals(rules);
    }
    Object proposed = proposed(audit.outcome());
    if (last == null
        || !ruled
        || !last.rung().equals(rung)
        || last.score() == null
        || proposed == null) {
      return null;
    }
    String right = audit.value() == null ? Cohort.NO_LABEL : audit.value().toString();
    boolean same = open.feature().isRight(proposed, audit.value());
    return new Judged(proposed.toString(), same ? proposed.toString() : right, last.score());
  }

  /** What the rules are now: audits of what other rules left say nothing about today. */
  private String rules() {
    return open.state().ladder().rungs().stream()
        .filter(rung -> rung.name().equals("rules"))
        .map(Rung::id)
        .findFirst()
        .orElse("");
  }

  private static @Nullable Object proposed(Outcome<Object> outcome) {
    return switch (outcome) {
      case Answered<Object> answered -> answered.value();
      case Deferred<Object> deferred -> deferred.proposal();
      default -> null;
    };
  }
}
