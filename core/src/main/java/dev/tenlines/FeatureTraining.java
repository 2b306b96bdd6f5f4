package dev.tenlines;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.classify.Calibration;
import dev.tenlines.classify.Challenger;
import dev.tenlines.classify.ClassifierRung;
import dev.tenlines.learn.AuditMonitor;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.ExampleFile;
import dev.tenlines.learn.ModelFile;
import dev.tenlines.learn.Models;
import dev.tenlines.learn.TrainingSummary;
import dev.tenlines.project.Project;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a feature's verdicts into a challenger, and lets it serve if it has earned the place.
 * Audits, drawn at random and judged blind, certify; everything else trains.
 */
record FeatureTraining(
    OpenFeature open,
    Project project,
    Judgements judgements,
    Models models,
    Supplier<@Nullable Embedder> embedder,
    Clock clock) {
  static final String FROM_VERDICTS = "verdicts";
  private static final int FIRST = 40;
  private static final int FEWEST_NEW = 25;

  /** How many further verdicts it takes until the next training starts. */
  long wanted(long judged, List<Models.Version> versions) {
    long base = ExampleFile.count(project.examples(open.feature().name()));
    long last = lastJudged(versions);
    long known = base + last;
    long step = known == 0 ? FIRST : Math.max(FEWEST_NEW, known / 10);
    return Math.max(0, step - (judged - last));
  }

  private static long lastJudged(List<Models.Version> versions) {
    return versions.stream()
        .mapToLong(v -> TrainingSummary.parse(v.summary()).judged())
        .max()
        .orElse(0);
  }

  /**
   * Trains, tests, and installs or keeps the challenger.
   *
   * @return the new version, or null when there is too little to learn from
   */
  Models.@Nullable Version run(Progress progress) {
    Feature feature = open.feature();
    List<Judgement> judged = judgements.all(feature.name());
    List<Models.Version> versions = models.versions(feature.name());
    Calibration.Below below = below();
    double budget = 1 - feature.promise().confidence() - below.delta();
    Cohort cohort = Cohort.of(feature, judged, versions, budget);
    List<Example> train = new ArrayList<>(ExampleFile.read(project.examples(feature.name())));
    train.addAll(cohort.train());
    Challenger challenger =
        Challenger.of(
            feature,
            train,
            cohort.audits(),
            below,
            cohort.delta(),
            embedder.get(),
            progress,
            clock);
    if (challenger == null) {
      return null;
    }
    Champion champion = champion(cohort.audits());
    boolean serve = earns(challenger, champion);
    TrainingSummary summary =
        new TrainingSummary(
            judged.size(),
            challenger.audits(),
            challenger.accuracy(),
            challenger.coverage(),
            champion == null ? null : champion.coverage(),
            serve);
    return models.add(
        new Models.Draft(
            feature.name(),
            FROM_VERDICTS,
            challenger.examples(),
            challenger.certificates(),
            summary.json()),
        ModelFile.bytes(challenger.classifier()),
        serve);
  }

  /**
   * Shuts every rung whose audits contradict its promise.
   *
   * @return how many were shut
   */
  int shutBroken() {
    Feature feature = open.feature();
    OpenFeature.State state = open.state();
    List<Judgement> audits = judgements.audits(feature.name());
    int shut = 0;
    for (Certificate certificate : state.certificates().all()) {
      if (certificate.kind() != Certificate.Kind.ERROR || !certificate.open()) {
        continue;
      }
      List<Judgement> own = audits.stream().filter(a -> rests(a, certificate)).toList();
      int errors = (int) own.stream().filter(FeatureTraining::wrong).count();
      if (AuditMonitor.broken(own.size(), errors, certificate.promised())) {
        Instant now = clock.instant();
        models.shut(
            new Models.Shut(
                feature.name(),
                certificate.rung(),
                certificate.group(),
                own.size(),
                errors,
                certificate.promised(),
                now));
        shut++;
      }
    }
    return shut;
  }

  /** An answer rests on a certificate also when the cache repeated it. */
  private static boolean rests(Judgement audit, Certificate certificate) {
    return audit.outcome() instanceof Answered<?> answered
        && answered.basis() instanceof Basis.Certified(String id)
        && id.equals(certificate.id());
  }

  private static boolean wrong(Judgement audit) {
    return audit.outcome() instanceof Answered<?> answered
        && !answered.value().equals(audit.value());
  }

  /** The rules keep the certificates they came with. */
  private Calibration.Below below() {
    List<Certificate> own =
        open.state().certificates().all().stream()
            .filter(c -> c.rung().equals("rules@" + open.rules().version()))
            .toList();
    double delta =
        own.stream().filter(Certificate::open).mapToDouble(c -> 1 - c.confidence()).max().orElse(0);
    return new Calibration.Below(open.rules(), own, delta);
  }

  /** The model that serves, seen on the same audits. */
  private record Champion(boolean open, double accuracy, double coverage) {}

  private @Nullable Champion champion(List<Example> audits) {
    OpenFeature.State state = open.state();
    Classifier classifier = state.classifier();
    Models.Version serving = state.serving();
    if (classifier == null || serving == null) {
      return null;
    }
    Certificates certificates = state.certificates();
    ClassifierRung rung =
        new ClassifierRung(open.feature(), classifier, serving.version(), certificates);
    return new Champion(
        state.open(),
        Challenger.accuracy(classifier, audits),
        Challenger.coverage(rung, certificates, audits));
  }

  /**
   * Only a certificate takes the place of a certificate. While the one that serves answers nothing
   * alone, better guesses for the reviewers are enough: no promise is touched.
   */
  private static boolean earns(Challenger challenger, @Nullable Champion champion) {
    if (champion == null) {
      return true;
    }
    boolean open = Challenger.open(challenger.certificates());
    return champion.open()
        ? open && challenger.coverage() >= champion.coverage()
        : open || challenger.accuracy() >= champion.accuracy();
  }

  /**
   * Which judged rows train and which certify.
   *
   * @param delta the chance of a broken promise that this attempt may spend
   */
  record Cohort(List<Example> train, List<Example> audits, double delta) {
    /** Of a request that a person rejected: whatever a model says of it is wrong. */
    private static final String NO_LABEL = "";

    /**
     * Audits that no model was chosen by certify alone if there are plenty; else all audits certify
     * and none trains. Attempts on the same audits share the chance: the k-th spends 6 / (pi k)^2
     * of it, so that all of them together spend no more than there is.
     */
    static Cohort of(
        Feature feature, List<Judgement> judged, List<Models.Version> versions, double budget) {
      List<Models.Version> own =
          versions.stream().filter(v -> v.origin().equals(FROM_VERDICTS)).toList();
      Instant since =
          own.stream()
              .filter(Models.Version::serving)
              .map(Models.Version::created)
              .findFirst()
              .orElse(Instant.EPOCH);
      int plenty = 2 * Binomial.draws(1, feature.promise().error(), budget);
      long fresh = judged.stream().filter(j -> j.audit() && j.at().isAfter(since)).count();
      Instant from = fresh >= plenty ? since : Instant.EPOCH;
      long attempt = 1 + own.stream().filter(v -> v.created().isAfter(from)).count();
      List<Example> train = new ArrayList<>();
      List<Example> audits = new ArrayList<>();
      for (Judgement row : judged) {
        Object right = row.value() == null ? feature.none() : row.value();
        if (row.audit() && row.at().isAfter(from)) {
          audits.add(example(row, right == null ? NO_LABEL : right));
        } else if (right != null) {
          train.add(example(row, right));
        }
      }
      return new Cohort(train, audits, budget * 6 / (Math.PI * Math.PI * attempt * attempt));
    }

    private static Example example(Judgement row, Object label) {
      return new Example(row.request().input(), label.toString(), row.request().fields());
    }
  }
}
