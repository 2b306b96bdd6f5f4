package dev.tenlines.bench.drill;

import dev.tenlines.Outcome;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.bench.Launch;
import dev.tenlines.bench.drill.Told.Heard;
import dev.tenlines.bench.soak.Question;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.Script;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The clock is set back under load. A process cannot be given another clock from outside, so this
 * one runs here, through the builder, with its background work by hand.
 */
record ClockDrill(Launch launch) implements Drill {
  private static final String TENANT = "default";
  private static final int CALLERS = 4;
  private static final int BETWEEN_STEPS = 40;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(-1),
          Duration.ofHours(-1),
          Duration.ofMinutes(30),
          Duration.ofDays(-2),
          Duration.ofDays(2));

  private static final Duration SOON = Duration.ofSeconds(30);

  /** The breaker's own wait is five seconds. */
  private static final Duration BACK = Duration.ofSeconds(9);

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int FAILURES = 12;

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Findings run() throws Exception {
    SteppingClock clock = new SteppingClock();
    try (Site site = new Site(launch, null)) {
      try (Tenlines tenlines = Tenlines.in(site.project).clock(clock).open()) {
        steps(site, tenlines, clock);
        breaker(site, tenlines, clock);
        // Whatever is due by the latest clock there was is due now.
        clock.step(Duration.ofHours(4));
        drain(site, tenlines);
      }
      site.findings.figure("steps of the clock", STEPS.size() + 1);
      // Calls that are under way when the clock is set ahead are out of time: booked at the most.
      return site.reconciled((long) CALLERS * STEPS.size());
    }
  }

  private static void steps(Site site, Tenlines tenlines, SteppingClock clock)
      throws InterruptedException {
    AtomicLong next = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    long most = (long) (STEPS.size() + 1) * BETWEEN_STEPS;
    for (int i = 0; i < CALLERS; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (long n = next.getAndIncrement(); n < most; n = next.getAndIncrement()) {
                  ask(site, tenlines, n);
                  judge(site, tenlines);
                }
              }));
    }
    for (Duration step : STEPS) {
      site.findings.expect(site.more(BETWEEN_STEPS, SOON), "too few answers before " + step);
      clock.step(step);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    // The same keys again, at another time of day: the same answers.
    for (long n = 0; n < most; n += 7) {
      ask(site, tenlines, n);
    }
  }

  private static void ask(Site site, Tenlines tenlines, long n) {
    Question question = Question.desk(n);
    String key = "clock-" + n;
    Outcome<?> outcome =
        tenlines.ask(question.feature(), Request.of(question.input()).withKey(key));
    long micros = outcome.trace().charge().micros();
    site.told.answered(key, new Heard(outcome.id(), OutcomeJson.kind(outcome), micros));
  }

  private static void judge(Site site, Tenlines tenlines) {
    // Each caller is a person of its own: a person works on one item at a time.
    String person = "person-" + Thread.currentThread().threadId();
    ReviewItem item = tenlines.reviews().take(new Seat(TENANT, person, null, false, false));
    if (item != null) {
      Verdict verdict = new Verdict.Rejected("not for us");
      site.told.judging.add(item.id() + " " + person + " rejected");
      if (tenlines.reviews().decide(TENANT, item.id(), person, null, verdict)
          instanceof Decision.Done) {
        site.told.judged(item.id(), person + " rejected");
      }
    }
  }

  /** The breaker opens, the clock goes back an hour, the provider is well again. */
  private static void breaker(Site site, Tenlines tenlines, SteppingClock clock) {
    site.mock.play(Script.always(Fault.S08));
    long n = 6_000_002; // One of those that come to the model, as every sixth after it.
    for (int i = 0; i < FAILURES; i++) {
      ask(site, tenlines, n);
      n += 6;
    }
    clock.step(Duration.ofHours(-1));
    site.mock.play(Site.PACED);
    long before = site.mock.counts().answered();
    long began = System.nanoTime();
    while (site.mock.counts().answered() == before && System.nanoTime() - began < BACK.toNanos()) {
      ask(site, tenlines, n);
      n += 6;
      LockSupport.parkNanos(LOOK.toNanos());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    site.findings.figure("seconds until a provider that is back is asked", seconds);
    site.findings.expect(
        site.mock.counts().answered() > before,
        "a provider that is back is not asked again, because the clock went back an hour");
  }

  private static void drain(Site site, Tenlines tenlines) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (site.books.waiting() > 0 && System.nanoTime() < end) {
      tenlines.tend();
    }
    site.books.drained();
  }
}
