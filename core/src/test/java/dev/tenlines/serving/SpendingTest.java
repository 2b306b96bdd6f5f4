package dev.tenlines.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.FixedSequence;
import dev.tenlines.learn.FixedSequence.Cut;
import dev.tenlines.learn.FixedSequence.Scored;
import dev.tenlines.learn.Models;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The whole procedure over many features with models of known error: audits gather, models are
 * trained and tested on the cohort again and again, and now and then a certificate is issued. How
 * often does any of them break its promise?
 */
class SpendingTest {
  private static final int RUNS = 1_000;
  private static final int TRAININGS = 6;
  private static final double PROMISED = 0.1;
  private static final double CONFIDENCE = 0.9;
  private static final Feature FEATURE =
      Feature.classify("desk", "a", "b").withPromise(PROMISED, CONFIDENCE);
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void anyCertificateBreaksItsPromise_noMoreOftenThanAllowed() {
    // A model that is just worse than promised wherever it is cut: each certificate is a mistake.
    int worst = broken(new Model(1.02 * PROMISED, 0));
    // Errors that grow with doubt, so that the cut decides; another curve for each training.
    int usual = broken(null);

    System.out.printf(
        "broken promises in %d runs of %d trainings: %d where every certificate is wrong, %d else%n",
        RUNS, TRAININGS, worst, usual);
    int most = (int) Math.floor((1 - CONFIDENCE) * RUNS) + slack();
    assertThat(worst).isLessThanOrEqualTo(most);
    assertThat(usual).isLessThanOrEqualTo(most);
    assertThat(worst + usual).as("a test that never errs tests nothing").isPositive();
  }

  /** What chance alone adds in one of a thousand such tests. */
  private static int slack() {
    int over = 0;
    double allowed = 1 - CONFIDENCE;
    while (1 - Binomial.atMost((int) (allowed * RUNS) + over, RUNS, allowed) > 0.001) {
      over++;
    }
    return over;
  }

  private static int broken(Model fixed) {
    int broken = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      broken += new Run(seed).breaks(fixed) ? 1 : 0;
    }
    return broken;
  }

  /** A model whose error at a place from sure (0) to unsure (1) is error (skew + 1) place^skew. */
  private record Model(double error, double skew) {
    boolean wrong(double place, double luck) {
      return luck < error * (skew + 1) * Math.pow(place, skew);
    }

    /** The true error of all that is answered up to a place. */
    double risk(double place) {
      return error * Math.pow(place, skew);
    }
  }

  /** One feature's life. */
  private static final class Run {
    private final SplittableRandom random;
    private final List<Judgement> judged = new ArrayList<>();
    private final List<Models.Version> versions = new ArrayList<>();
    private double coverage;

    private Run(long seed) {
      random = new SplittableRandom(seed);
    }

    private boolean breaks(Model fixed) {
      boolean broken = false;
      for (int training = 1; training <= TRAININGS; training++) {
        judge(training, 25 + random.nextInt(150));
        Cohort cohort = Cohort.of(FEATURE, r -> false, judged, versions, List.of(), 1 - CONFIDENCE);
        Model model =
            fixed != null
                ? fixed
                : new Model(0.08 + 0.12 * random.nextDouble(), random.nextInt(1, 5));
        Cut cut = FixedSequence.test(scored(cohort, model), PROMISED, cohort.delta());
        double alone = cut.rows() == 0 ? 0 : 1 - cut.threshold();
        broken |= alone > 0 && model.risk(alone) > PROMISED;
        keep(training, cohort, alone);
      }
      return broken;
    }

    /** An audit's place and luck stand in its text: all models meet the same rows. */
    private void judge(int day, int rows) {
      for (int i = 0; i < rows; i++) {
        String text = random.nextDouble() + " " + random.nextDouble();
        String id = "r_" + judged.size();
        Outcome<Object> outcome =
            new Deferred<>(id, "desk", "v", null, new Trace(List.of(), Duration.ZERO));
        judged.add(new Judgement(Request.of(text), outcome, "a", true, time(day).minusSeconds(1)));
      }
    }

    private static List<Scored> scored(Cohort cohort, Model model) {
      return cohort.audits().stream()
          .map(row -> {
            String[] drawn = row.text().split(" ");
            double place = Double.parseDouble(drawn[0]);
            return new Scored(1 - place, model.wrong(place, Double.parseDouble(drawn[1])));
          })
          .toList();
    }

    /** The challenger serves if it answers more; that moves the cohort on. */
    private void keep(int day, Cohort cohort, double alone) {
      boolean serve = versions.isEmpty() || alone >= coverage;
      coverage = serve ? alone : coverage;
      if (serve) {
        versions.replaceAll(v -> version(v.version(), v.summary(), false, v.created()));
      }
      TrainingSummary summary =
          new TrainingSummary(0, 0, 0, alone, null, serve, true, cohort.from(), null);
      versions.addFirst(version(versions.size() + 1, summary.json(), serve, time(day)));
    }

    private static Models.Version version(
        int number, String summary, boolean serving, Instant created) {
      return new Models.Version(
          "desk",
          number,
          FeatureTraining.FROM_VERDICTS,
          0,
          Certificates.NONE,
          summary,
          serving,
          created);
    }

    private static Instant time(int day) {
      return START.plus(Duration.ofDays(day));
    }
  }
}
