package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Parts;
import dev.tenlines.Plan;
import dev.tenlines.Request;
import dev.tenlines.Task;
import dev.tenlines.classify.Calibration;
import dev.tenlines.classify.Challenger;
import dev.tenlines.ladder.CacheKey;
import dev.tenlines.ladder.Ladder;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.ModelFile;
import dev.tenlines.learn.Models;
import dev.tenlines.rules.Rules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature ready to be asked. What serves can be exchanged while it is asked: each request climbs
 * the ladder that stood when it came.
 */
public final class OpenFeature {
  private static final double LEAST_CHANCE = 1e-9;
  private static final List<String> FREE = List.of("rules@", "curated@", "cache@");

  private final Parts parts;
  private final Plan plan;
  private final Clock clock;
  private volatile State state;

  /** What may be exchanged. */
  public record State(
      Models.@Nullable Version serving,
      @Nullable Classifier classifier,
      List<Models.Shut> shuts,
      List<Models.Test> tests,
      Certificates certificates,
      Ladder<?> ladder,
      @Nullable CacheKey cacheKey,
      boolean learns) {

    /** Whether the small model answers anything alone. */
    public boolean open() {
      return Challenger.open(certificates);
    }

    /** Whether people judge anyway what a rung would have to be judged on. */
    public boolean learning() {
      return learns
          && !open()
          && !certificates.all().stream().anyMatch(c -> isTested(c.rung()) && c.open());
    }
  }

  /** Opens a feature that nothing serves yet: {@link #refresh} brings its model. */
  public OpenFeature(Parts parts, Clock clock) {
    this.parts = parts;
    this.plan = Plan.of(parts.feature());
    this.clock = clock;
    this.state = state(null, null, List.of(), List.of());
  }

  public Feature feature() {
    return parts.feature();
  }

  public Plan plan() {
    return plan;
  }

  public Rules rules() {
    return parts.rules();
  }

  public State state() {
    return state;
  }

  /** Brings what serves up to what the store says; one at a time, so that the newest stands. */
  public synchronized void refresh(Models models, LazyEmbedder embedder) {
    Models.Version serving = models.serving(feature().name());
    List<Models.Shut> shuts = models.shuts(feature().name());
    List<Models.Test> tests = models.tests(feature().name());
    State now = state;
    boolean same =
        serving == null
            ? now.serving() == null
            : now.serving() != null && now.serving().version() == serving.version();
    if (same && shuts.size() == now.shuts().size() && tests.size() == now.tests().size()) {
      return;
    }
    Classifier classifier =
        same ? now.classifier() : serving == null ? null : read(serving, models, embedder);
    state = state(serving, classifier, shuts, tests);
  }

  /** Where an answer to a request is found again as things stand, or null where none are kept. */
  public static @Nullable String cacheKey(State then, Request request) {
    return then.cacheKey() == null ? null : then.cacheKey().of(request);
  }

  /**
   * Where an answer is kept. Rules and people's own answers cost nothing, and a cached answer has
   * its key already: only the rungs between are kept. Where the key has changed since the climb
   * began, nobody knows of which documents the answer was made.
   *
   * @param before the key when the climb began
   */
  public static @Nullable String cacheKey(
      State then, Request request, Outcome<?> outcome, @Nullable String before) {
    return before != null
            && outcome instanceof Answered<?> answered
            && FREE.stream().noneMatch(answered.rung()::startsWith)
            && before.equals(cacheKey(then, request))
        ? before
        : null;
  }

  private static Classifier read(Models.Version version, Models models, LazyEmbedder embedder) {
    Path name = Path.of(version.feature(), Integer.toString(version.version()));
    return ModelFile.read(models.bytes(version.feature(), version.version()), name, embedder.get());
  }

  private State state(
      Models.@Nullable Version serving,
      @Nullable Classifier classifier,
      List<Models.Shut> shuts,
      List<Models.Test> tests) {
    Certificates certificates = certificates(serving, shuts, tests);
    int version = serving == null ? 0 : serving.version();
    Task.Ready<?> ready =
        feature().kind().task().open(parts.serving(classifier, version, certificates));
    return new State(
        serving,
        classifier,
        shuts,
        tests,
        certificates,
        ladder(ready, certificates),
        ready.cacheKey(),
        plan.used().stream().anyMatch(OpenFeature::isLearnt));
  }

  private <V> Ladder<V> ladder(Task.Ready<V> ready, Certificates certificates) {
    return new Ladder<>(feature(), ready.rungs(), ready.verifiers(), certificates, clock);
  }

  /** What counts: not what audits have shut, and not what was tested for another promise. */
  private Certificates certificates(
      Models.@Nullable Version serving, List<Models.Shut> shuts, List<Models.Test> tests) {
    Certificates all = serving == null ? Certificates.NONE : serving.certificates();
    // The newest test of a rung version counts, also beside what a trial had shown of it.
    for (Models.Test test : tests.reversed()) {
      all = all.instead(test.rung(), test.certificates());
    }
    all = all.without(shuts);
    for (String rung : all.rungs()) {
      boolean tested = isTested(rung) || serving != null && rung.equals(serving.rung());
      if (tested && !all.keep(rung, feature().promise())) {
        all = all.shut(rung);
      }
    }
    return all;
  }

  /**
   * The chance of a broken promise that each rung that learns or is tested here may spend: what the
   * rules left, in equal parts.
   */
  double chance() {
    long rungs =
        plan.used().stream().filter(name -> name.equals("classifier") || isTested(name)).count();
    double left = 1 - feature().promise().confidence() - below().delta();
    return Math.max(LEAST_CHANCE, left) / Math.max(1, rungs);
  }

  /** The rules keep the certificates they came with, and what they spent stays spent. */
  Calibration.Below below() {
    String rung = "rules@" + rules().version();
    List<Certificate> own =
        state.certificates().all().stream().filter(c -> c.rung().equals(rung)).toList();
    Models.Version serving = state.serving();
    double delta =
        serving == null
            ? 0
            : serving.certificates().all().stream()
                .filter(c -> c.rung().equals(rung) && c.open())
                .mapToDouble(c -> 1 - c.confidence())
                .max()
                .orElse(0);
    return new Calibration.Below(rules(), own, delta);
  }

  /**
   * Whether a rung of this name or id is not trained on verdicts here but tested on them: language
   * models, and what finds answers in documents.
   */
  static boolean isTested(String rung) {
    return rung.startsWith("model:") || rung.equals("passages") || rung.startsWith("passages@");
  }

  /** Whether a rung of this name answers nothing alone before people have judged enough of it. */
  private static boolean isLearnt(String rung) {
    return rung.equals("classifier") || rung.startsWith("model:");
  }

  /** Whether a rung may answer what falls under the general promise. */
  static boolean answers(Certificates certificates, String rung) {
    Certificate general = certificates.of(rung, "");
    return general != null && general.open();
  }
}
