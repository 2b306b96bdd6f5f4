package dev.tenlines.serving;

import dev.tenlines.Feature;
import dev.tenlines.Progress;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.learn.Models;
import dev.tenlines.project.Project;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.webhook.Dispatcher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
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
public final class Caretaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
  private static final Duration CLAIM = Duration.ofMinutes(5);
  private static final Duration RENEW = Duration.ofMinutes(1);
  private static final Duration RETRY = Duration.ofMinutes(1);
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
  private final Map<String, Instant> again = new ConcurrentHashMap<>();
  private final Map<String, Long> tooLittle = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Models.@Nullable Version>> trainings =
      new ConcurrentHashMap<>();
  private final Map<String, String> steps = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newScheduledThreadPool(2, threads("tenlines-caretaker"));
  private final ExecutorService trainer =
      Executors.newSingleThreadExecutor(threads("tenlines-trainer"));
  private volatile boolean closing;

  /** Takes the work on; it begins with {@link #start}. */
  public Caretaker(
      Map<String, OpenFeature> features,
      Project project,
      Models models,
      Judgements judgements,
      ReviewQueue reviews,
      Dispatcher dispatcher,
      LazyEmbedder embedder,
      Clock clock,
      String server) {
    this.features = features;
    this.project = project;
    this.models = models;
    this.judgements = judgements;
    this.reviews = reviews;
    this.dispatcher = dispatcher;
    this.embedder = embedder;
    this.clock = clock;
    this.server = server;
  }

  /** Works on its own from now on. */
  public void start() {
    every("tending", this::tend);
    every("delivering", this::deliver);
  }

  /** One round of everything but deliveries; trainings go on behind it. */
  public void tend() {
    features.forEach((name, open) -> quietly("tending " + name, () -> tend(name, open)));
  }

  /** One round of deliveries. */
  public void deliver() {
    dispatcher.round();
  }

  /** Starts a training unless one runs. */
  public CompletableFuture<Models.@Nullable Version> train(String feature, OpenFeature open) {
    return trainings.compute(
        feature,
        (name, running) ->
            running != null && !running.isDone()
                ? running
                : CompletableFuture.supplyAsync(() -> trained(name, open), trainer));
  }

  /** How far a feature has learned. */
  public Learning learning(String feature, OpenFeature open) {
    List<Models.Version> versions = models.versions(feature);
    long judged = judgements.count(feature);
    long wanted = wanted(feature, open, judged, versions);
    CompletableFuture<?> running = trainings.get(feature);
    return new Learning(
        open.state().serving(),
        versions,
        models.shuts(feature),
        judged,
        wanted,
        running != null && !running.isDone(),
        steps.get(feature),
        Forecast.of(open, versions, judged, wanted, tooLittle.containsKey(feature)));
  }

  /**
   * Ends the rounds. A training that runs stops at its next step and is begun again after the next
   * start: verdicts are what lasts. What computes is waited for, since native code must not be cut.
   */
  @Override
  public void close() {
    closing = true;
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
    Instant retry = again.get(name);
    boolean retried = retry != null && !clock.instant().isBefore(retry);
    if (Long.valueOf(judged).equals(seen.get(name)) && !retried) {
      return;
    }
    int shut = training(open).shutBroken();
    if (shut > 0) {
      LOG.warn("Audits have shut {} rungs of feature {}", shut, name);
      open.refresh(models, embedder);
    }
    int tested = new RungTesting(open, judgements, models, clock).run();
    if (tested > 0) {
      LOG.info("Audits have tested {} language models of feature {}", tested, name);
      open.refresh(models, embedder);
    }
    boolean learns = open.plan().used().contains("classifier");
    if (learns && wanted(name, open, judged, models.versions(name)) == 0) {
      if (retry == null || retried) {
        again.remove(name);
        var unused = train(name, open);
      }
    }
    seen.put(name, judged);
  }

  /** Where there was too little to learn from, some more is waited for. */
  private long wanted(String name, OpenFeature open, long judged, List<Models.Version> versions) {
    Long before = tooLittle.get(name);
    long more = before == null ? 0 : before + FeatureTraining.FEWEST_NEW - judged;
    return Math.max(more, training(open).wanted(judged, versions));
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
    if (closing || !claimed(name)) {
      again.put(name, clock.instant().plus(RETRY));
      return null;
    }
    try {
      long judged = judgements.count(name);
      Models.Version version = training(open).run(new Steps(name));
      if (version == null) {
        tooLittle.put(name, judged);
      } else {
        tooLittle.remove(name);
        LOG.info("Trained {} of feature {}: {}", version.rung(), name, version.summary());
      }
      open.refresh(models, embedder);
      return version;
    } catch (CancellationException e) {
      LOG.info("The training of feature {} stops; it is begun again after the next start", name);
      throw e;
    } catch (RuntimeException e) {
      again.put(name, clock.instant().plus(RETRY));
      LOG.error("The training of feature {} failed; it is tried again", name, e);
      throw e;
    } finally {
      steps.remove(name);
      seen.remove(name);
      models.claim(name, server, clock.instant());
    }
  }

  private boolean claimed(String feature) {
    return models.claim(feature, server, clock.instant().plus(CLAIM));
  }

  /** Shows how far a training is, keeps its claim alive, and stops it when all stops. */
  private final class Steps implements Progress {
    private final String feature;
    private Instant renewed = clock.instant();

    private Steps(String feature) {
      this.feature = feature;
    }

    @Override
    public synchronized void at(String what, int done, int total) {
      if (closing) {
        throw new CancellationException("Tenlines is closing");
      }
      steps.put(feature, what + " " + done + " of " + total);
      Instant now = clock.instant();
      if (now.isAfter(renewed.plus(RENEW))) {
        renewed = now;
        if (!claimed(feature)) {
          throw new IllegalStateException("another server has taken the training over");
        }
      }
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
