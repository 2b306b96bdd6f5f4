package dev.tenlines.serving;

import static java.util.stream.Collectors.toSet;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Progress;
import dev.tenlines.classify.Calibration;
import dev.tenlines.classify.Challenger;
import dev.tenlines.classify.ClassifierRung;
import dev.tenlines.learn.AuditMonitor;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.ExampleFile;
import dev.tenlines.learn.ModelFile;
import dev.tenlines.learn.Models;
import dev.tenlines.learn.VectorFile;
import dev.tenlines.project.Project;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  static final int FEWEST_NEW = 25;
  private static final int FIRST = 40;

  /** How many further verdicts it takes until the next training starts. */
  long wanted(long judged, List<Models.Version> versions) {
    long last = lastJudged(versions);
    return Math.max(0, step(last, versions) - (judged - last));
  }

  private long step(long last, List<Models.Version> versions) {
    Models.Version newest = versions.isEmpty() ? null : versions.getFirst();
    if (newest != null && !newest.certificates().keep(newest.rung(), open.feature().promise())) {
      // Tested for another promise: what was learned so far can be tested for this one at once.
      return 0;
    }
    long known = ExampleFile.count(project.examples(open.feature().name())) + last;
    return known == 0 ? FIRST : Math.max(FEWEST_NEW, known / 10);
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
    Calibration.Below below = open.below();
    Cohort cohort =
        Cohort.of(
            feature,
            below.answers(feature),
            judged,
            models.versions(feature.name()),
            models.shuts(feature.name()),
            open.chance());
    List<Example> train = new ArrayList<>(ExampleFile.read(project.examples(feature.name())));
    Set<String> certifying = cohort.audits().stream().map(Example::text).collect(toSet());
    // A trial may have been run on an export of these very verdicts.
    train.removeIf(
        row -> !feature.labels().containsKey(row.label()) || certifying.contains(row.text()));
    train.addAll(cohort.train());
    Challenger.Test test =
        new Challenger.Test(cohort.audits(), below, cohort.delta(), open.state().open());
    Embedder found = embedder.get();
    try (VectorFile vectors =
        found == null ? null : VectorFile.open(project.vectors(feature.name()), found)) {
      Challenger challenger = Challenger.of(feature, train, test, vectors, progress, clock);
      return challenger == null ? null : kept(challenger, cohort, judged.size(), vectors);
    }
  }

  private Models.Version kept(
      Challenger challenger, Cohort cohort, int judged, @Nullable Embedder vectors) {
    Challenger.Result champion = champion(cohort.audits(), vectors);
    boolean serve = earns(challenger, champion);
    TrainingSummary summary =
        new TrainingSummary(
            judged,
            challenger.audits(),
            challenger.accuracy(),
            challenger.coverage(),
            champion == null ? null : champion.alone(),
            serve,
            challenger.tested(),
            cohort.from(),
            challenger.needed());
    return models.add(
        new Models.Draft(
            open.feature().name(),
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
    List<Certificate> watched =
        open.state().certificates().all().stream()
            .filter(c -> c.kind() == Certificate.Kind.ERROR && c.open())
            .toList();
    if (watched.isEmpty()) {
      return 0;
    }
    List<Judgement> audits = judgements.audits(feature.name());
    int shut = 0;
    for (Certificate certificate : watched) {
      List<Judgement> own = audits.stream().filter(a -> rests(a, certificate)).toList();
      int errors = (int) own.stream().filter(this::wrong).count();
      if (AuditMonitor.broken(own.size(), errors, certificate.promised())) {
        models.shut(
            new Models.Shut(
                feature.name(),
                certificate.rung(),
                certificate.group(),
                own.size(),
                errors,
                certificate.promised(),
                clock.instant()));
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

  private boolean wrong(Judgement audit) {
    return audit.outcome() instanceof Answered<?> answered
        && !open.feature().isRight(answered.value(), audit.value());
  }

  /** How the model that serves does on the same audits; it was trained on none of them. */
  private Challenger.@Nullable Result champion(List<Example> audits, @Nullable Embedder vectors) {
    OpenFeature.State state = open.state();
    Models.Version serving = state.serving();
    if (state.classifier() == null || serving == null) {
      return null;
    }
    Classifier classifier = state.classifier().over(vectors);
    Certificates certificates = state.certificates();
    ClassifierRung rung =
        new ClassifierRung(open.feature(), classifier, serving.version(), certificates);
    return Challenger.Result.of(rung, certificates, audits);
  }

  /**
   * Only a certificate takes the place of a certificate. While the one that serves answers nothing
   * alone, better guesses for the reviewers are enough: no promise is touched.
   */
  private boolean earns(Challenger challenger, Challenger.@Nullable Result champion) {
    if (champion == null) {
      return true;
    }
    boolean certified = Challenger.open(challenger.certificates());
    return open.state().open()
        ? certified && challenger.coverage() >= champion.alone()
        : certified || challenger.accuracy() >= champion.right();
  }
}
