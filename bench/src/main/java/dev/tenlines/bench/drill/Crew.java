package dev.tenlines.bench.drill;

import dev.tenlines.bench.soak.Caller;
import dev.tenlines.bench.soak.Caller.Said;
import dev.tenlines.bench.soak.Judging;
import dev.tenlines.bench.soak.Question;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Careful clients and a reviewer: what nobody answered they send again, under the same key, until
 * somebody does.
 */
final class Crew implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final long AGAIN = Duration.ofMillis(100).toNanos();
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
  private static final long THOUGHT = Duration.ofMillis(30).toNanos();

  private final HttpClient http = Caller.of(0, "").http();
  private final String name;
  private final String key;
  private final String reviewerKey;
  private final Told told;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();
  private volatile int port;
  private volatile boolean ended;
  private volatile long end = Long.MAX_VALUE;

  private Crew(String name, int port, String key, String reviewerKey, Told told) {
    this.name = name;
    this.port = port;
    this.key = key;
    this.reviewerKey = reviewerKey;
    this.told = told;
  }

  /**
   * Starts to work.
   *
   * @param name of the crew, and of its reviewer
   */
  static Crew at(String name, int port, String key, String reviewerKey, Told told) {
    Crew crew = new Crew(name, port, key, reviewerKey, told);
    for (int i = 0; i < CLIENTS; i++) {
      crew.threads.add(Thread.ofPlatform().start(crew::askOn));
    }
    crew.threads.add(Thread.ofPlatform().start(crew::reviewOn));
    return crew;
  }

  /** From now on calls go there. */
  void turnTo(int other) {
    port = other;
  }

  /** The longest that an answer took since this was asked last, in milliseconds. */
  double longest() {
    return longest.getAndSet(0) / 1e6;
  }

  private void askOn() {
    while (!ended) {
      long number = next.getAndIncrement();
      String idempotent = name + "-" + number;
      Question question = Question.desk(number);
      boolean asked = false;
      // Whoever asked and heard nothing asks on: it ends when every call was answered.
      while (!asked) {
        Said said = new Caller(http, port, key).ask(question, idempotent);
        longest.accumulateAndGet(said.nanos(), Math::max);
        asked = !again(said, "asking " + question.feature());
        if (said.acknowledged()) {
          told.answered(idempotent, said);
        }
      }
    }
  }

  private void reviewOn() {
    while (!ended) {
      Said item = new Caller(http, port, reviewerKey).take();
      if (item.status() == 201) {
        judge(item.body());
      } else if (!again(item, "taking a review")) {
        LockSupport.parkNanos(THOUGHT);
      }
    }
  }

  private void judge(JsonNode item) {
    String review = item.path("id").asString();
    String what = name + " " + Judging.decision(item);
    told.judging.add(review + " " + what);
    boolean judged = false;
    while (!judged) {
      Said said = new Caller(http, port, reviewerKey).decide(review, Judging.verdict(item));
      judged = !again(said, "deciding " + review);
      if (said.acknowledged()) {
        told.judged(review, what);
      }
    }
    LockSupport.parkNanos(THOUGHT);
  }

  /** Whether it has to be sent again, after a short wait. */
  private boolean again(Said said, String what) {
    if (said.failed()) {
      told.failed(said);
      if (ended && System.nanoTime() > end) {
        told.wrong(what + ", until patience ended", said);
        return false;
      }
      LockSupport.parkNanos(AGAIN);
      return true;
    }
    if (said.status() >= 400) {
      told.wrong(what, said);
    }
    return false;
  }

  /** Waits until every call that was begun has its answer, or much too long. */
  @Override
  public void close() {
    end = System.nanoTime() + PATIENCE;
    ended = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
