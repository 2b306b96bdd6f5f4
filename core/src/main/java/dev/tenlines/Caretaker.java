package dev.tenlines;

import dev.tenlines.learn.Learning;
import dev.tenlines.learn.Models;
import dev.tenlines.project.Project;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.webhook.Dispatcher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work nobody waits for: takes up new models, shuts rungs that audits contradict, gives
 * defaults to late reviews, delivers messages, and trains.
 */
final class Caretaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Duration CLAIM = Duration.ofMinutes(30);
  private static final int MOST_EXPIRED = 200;

  private final Map<String, OpenFeature> features;
  private final Project project;
  private final Models models;
  private final Judgements judgements;
  private final ReviewQueue reviews;
  private final Dispatcher dispatcher;
  private final LazyEmbedder embedder;
  private final Clock clock;
  private final String server;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Models.@Nullable Version>> trainings =
      new ConcurrentHashMap<>();
  private final Map<String, String> steps = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newScheduledThreadPool(2, threads("tenlines-caretaker"));
  private final ExecutorService trainer =
      Executors.newSingleThreadExecutor(threads("tenlines-trainer"));

  Caretaker(
      Map<String, OpenFeature> features,
      Project project,
      Stores stores,
      Dispatcher dispatcher,
      LazyEmbedder embedder,
      Clock clock,
      String server) {
    this.features = features;
    this.project = project;
    this.models = stores.models();
    this.judgements = stores.judgements();
    this.reviews = stores.reviews();
    this.dispatcher = dispatcher;
    this.embedder = embedder;
    this.clock = clock;
    this.server = server;
  }

  /** Works on its own from now on. */
  void start() {
    every("tending", this::tend);
    every("delivering", this::deliver);
  }

  /** One round of everything but deliveries; trainings go on behind it. */
  void tend() {
    features.forEach((name, open) -> tend(name, open));
  }

  /** One round of deliveries. */
  void deliver() {
    dispatcher.round();
  }

  /** Starts a training unless one runs. */
  CompletableFuture<Models.@Nullable Version> train(String feature, OpenFeature open) {
    return trainings.compute(
        feature,
        (name, running) ->
            running != null && !running.isDone()
                ? running
                : CompletableFuture.supplyAsync(() -> trained(name, open), trainer));
  }

  Learning learning(String feature, OpenFeature open) {
    List<Models.Version> versions = models.versions(feature);
    long judged = judgements.count(feature);
    long wanted = training(open).wanted(judged, versions);
    CompletableFuture<?> running = trainings.get(feature);
    return new Learning(
        open.state().serving(),
        versions,
        models.shuts(feature),
        judged,
        wanted,
        running != null && !running.isDone(),
        steps.get(feature),
        Forecast.of(open, versions, judged, wanted));
  }

  /** Ends the rounds and waits for a training that runs: native inference must not be cut. */
  @Override
  public void close() {
    rounds.shutdown();
    trainer.shutdown();
    rounds.close();
    trainer.close();
    dispatcher.close();
  }

  private void tend(String name, OpenFeature open) {
    open.refresh(models, embedder);
    expire(open.feature());
    long judged = judgements.count(name);
    Long before = seen.put(name, judged);
    if (before != null && before == judged) {
      return;
    }
    FeatureTraining training = training(open);
    int shut = training.shutBroken();
    if (shut > 0) {
      LOG.warn("Audits have shut {} rungs of feature {}", shut, name);
      open.refresh(models, embedder);
    }
    boolean learns = open.plan().used().contains("classifier");
    if (learns && training.wanted(judged, models.versions(name)) == 0) {
      var unused = train(name, open);
    }
  }

  private void expire(Feature feature) {
    ReviewPolicy policy = feature.review();
    if (policy.due() == null || policy.otherwise().equals(ReviewPolicy.STAY)) {
      return;
    }
    String label = policy.safeLabel();
    Verdict verdict =
        label == null
            ? new Verdict.Rejected("nobody came by the due time")
            : new Verdict.Corrected(label);
    reviews.expire(feature.name(), verdict, MOST_EXPIRED);
  }

  private Models.@Nullable Version trained(String name, OpenFeature open) {
    if (!models.claim(name, server, clock.instant().plus(CLAIM))) {
      return null;
    }
    try {
      Models.Version version =
          training(open)
              .run((what, done, total) -> steps.put(name, what + " " + done + " of " + total));
      open.refresh(models, embedder);
      return version;
    } catch (RuntimeException e) {
      LOG.error("The training of feature {} failed", name, e);
      throw e;
    } finally {
      steps.remove(name);
      models.claim(name, server, clock.instant());
    }
  }

  private FeatureTraining training(OpenFeature open) {
    return new FeatureTraining(open, project, judgements, models, embedder::get, clock);
  }

  private void every(String what, Runnable work) {
    var unused = rounds.scheduleWithFixedDelay(() -> quietly(what, work), 1, 1, TimeUnit.SECONDS);
  }

  /** A round that fails is said and followed by the next one. */
  private static void quietly(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("A round of {} failed; the next one tries again", what, e);
    }
  }

  private static ThreadFactory threads(String name) {
    return work -> Thread.ofPlatform().name(name).daemon().unstarted(work);
  }
}
