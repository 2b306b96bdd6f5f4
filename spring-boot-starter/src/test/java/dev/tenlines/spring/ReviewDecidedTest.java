package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.test.TestClock;
import dev.tenlines.webhook.DecidedReview;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

class ReviewDecidedTest {
  @TempDir Path directory;

  @Test
  void verdict_isPublishedWhenItCanNoLongerBeUndone() {
    application()
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          Listener listener = context.getBean(Listener.class);
          Deferred<?> deferred = (Deferred<?>) tenlines.ask("triage", "Where is it?");

          decide(tenlines, deferred, new Verdict.Corrected("card_arrival"));
          tenlines.tend();
          assertThat(listener.heard).isEmpty();
          context.getBean(TestClock.class).advance(ReviewQueue.UNDO);

          DecidedReview review = listener.next();
          assertThat(review.feature()).isEqualTo("triage");
          assertThat(review.request()).isEqualTo(deferred.id());
          assertThat(review.review()).isEqualTo(deferred.review());
          assertThat(review.value()).isEqualTo("card_arrival");
          assertThat(review.decision()).isEqualTo("corrected");
        });
  }

  @Test
  void rejection_isPublishedWithItsReason() {
    application()
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          Deferred<?> deferred = (Deferred<?>) tenlines.ask("triage", "asdf");

          decide(tenlines, deferred, new Verdict.Rejected("not understandable"));
          context.getBean(TestClock.class).advance(ReviewQueue.UNDO);

          DecidedReview review = context.getBean(Listener.class).next();
          assertThat(review.value()).isNull();
          assertThat(review.reason()).isEqualTo("not understandable");
        });
  }

  @Test
  void undoneVerdict_isNeverPublished() {
    application()
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          Deferred<?> deferred = (Deferred<?>) tenlines.ask("triage", "Where is it?");

          decide(tenlines, deferred, new Verdict.Corrected("card_arrival"));
          tenlines.reviews().undo(Request.SINGLE_TENANT, deferred.review(), "ann");
          context.getBean(TestClock.class).advance(Duration.ofHours(1));
          tenlines.tend();

          assertThat(context.getBean(Listener.class).heard).isEmpty();
        });
  }

  @Test
  void listenerThatThrows_isToldAgain() {
    application()
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          TestClock clock = context.getBean(TestClock.class);
          Listener listener = context.getBean(Listener.class);
          listener.failures.set(1);
          Deferred<?> deferred = (Deferred<?>) tenlines.ask("triage", "Where is it?");

          decide(tenlines, deferred, new Verdict.Corrected("lost_card"));
          clock.advance(ReviewQueue.UNDO);
          DecidedReview first = listener.tried();
          clock.advance(Duration.ofSeconds(30));

          DecidedReview again = listener.next();
          assertThat(again).isEqualTo(first);
          assertThat(again.message()).isEqualTo(first.message());
        });
  }

  private ApplicationContextRunner application() {
    return Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withUserConfiguration(Listener.class);
  }

  private static void decide(Tenlines tenlines, Deferred<?> deferred, Verdict verdict) {
    assertThat(
            tenlines
                .reviews()
                .decide(Request.SINGLE_TENANT, deferred.review(), "ann", null, verdict))
        .isInstanceOf(Decision.Done.class);
  }

  @Configuration(proxyBeanMethods = false)
  static class Listener {
    final BlockingQueue<DecidedReview> tried = new LinkedBlockingQueue<>();
    final BlockingQueue<DecidedReview> heard = new LinkedBlockingQueue<>();
    final AtomicInteger failures = new AtomicInteger();

    @Bean
    TestClock clock() {
      return new TestClock();
    }

    @EventListener
    void decided(ReviewDecided event) {
      tried.add(event.review());
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("not now");
      }
      heard.add(event.review());
    }

    DecidedReview next() throws InterruptedException {
      return heard.poll(20, TimeUnit.SECONDS);
    }

    DecidedReview tried() throws InterruptedException {
      return tried.poll(20, TimeUnit.SECONDS);
    }
  }
}
