package dev.tenlines.kill;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Profile;
import dev.tenlines.Request;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Reservation;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import dev.tenlines.webhook.Outbox.State;
import dev.tenlines.webhook.Webhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A server under load until somebody kills it. It says on standard output what it is about to ask
 * for and what it was acknowledged; each line ends with a dot, so that a cut one is known.
 */
final class KilledServer {
  static final String FEATURE = "triage";
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final Money CHARGE = Money.of("0.000120", "USD");

  /** The fast clock would end a climb of the usual two seconds after twenty milliseconds. */
  private static final Profile PATIENT =
      new Profile(true, Profile.Rule.PARTIAL, null, null, Duration.ofHours(1), null);

  private static final String TENANT = "default";
  private static final int EACH = 3;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Tenlines tenlines;
  private final String life;

  private KilledServer(Tenlines tenlines, String life) {
    this.tenlines = tenlines;
    this.life = life;
  }

  /**
   * Takes directory, database or {@code -}, hook, start of the clock, life, file of pending calls.
   */
  public static void main(String[] arguments) throws Exception {
    PaidRung paid = new PaidRung();
    TenlinesBuilder builder =
        Tenlines.in(Path.of(arguments[0]))
            .feature(
                Feature.classify(FEATURE, "delivery", "returns")
                    .withRungs("model:paid", "review")
                    .withProfile(PATIENT)
                    .withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0.3, List.of())))
            .rung("model:paid", paid)
            .webhook(new Webhook(arguments[2], SECRET, List.of()))
            .clock(new FastClock(Instant.parse(arguments[3])));
    if (!arguments[1].equals("-")) {
      builder.database(arguments[1], null, null);
    }
    try (Tenlines tenlines = builder.open()) {
      paid.ledger = tenlines.ledger();
      KilledServer server = new KilledServer(tenlines, arguments[4]);
      say("open");
      server.repeat(Path.of(arguments[5]));
      if (arguments[4].equals("last")) {
        server.drain();
      } else {
        server.work();
      }
    } catch (RuntimeException e) {
      say("failed " + e.toString().replaceAll("\\s+", "_"));
      throw e;
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line + " .");
    System.out.flush();
  }

  /** Calls that nobody answered in the last life are made again, as a careful caller does. */
  private void repeat(Path pending) throws IOException {
    for (String line : Files.readAllLines(pending)) {
      String[] words = line.split(" ");
      if (words[0].equals("ask")) {
        ask(words[1]);
      } else {
        ReviewItem item = tenlines.reviews().find(TENANT, words[1]);
        if (item != null) {
          judge(item, words[2]);
        }
      }
    }
  }

  private void work() throws Exception {
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        int number = i;
        all.add(threads.submit(() -> askOn(number)));
        all.add(threads.submit(() -> judgeOn("person-" + number)));
      }
      all.add(threads.submit(this::tendOn));
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private void askOn(int number) {
    for (int i = 0; ; i++) {
      ask(life + "-" + number + "-" + i);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void ask(String key) {
    say("asking " + key);
    Outcome<?> outcome = tenlines.ask(FEATURE, Request.of("Text of " + key).withKey(key));
    say("asked " + key + " " + outcome.id());
  }

  private void judgeOn(String person) {
    while (true) {
      ReviewItem item = tenlines.reviews().take(new Seat(TENANT, person, null, false, false));
      if (item != null) {
        judge(item, person);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void judge(ReviewItem item, String person) {
    say("judging " + item.id() + " " + person);
    boolean done =
        tenlines.reviews().decide(TENANT, item.id(), person, null, verdict(item)) instanceof Done;
    say((done ? "judged " : "refused ") + item.id() + " " + person);
  }

  /** Always the same for one item, so that the call can be repeated. */
  private static Verdict verdict(ReviewItem item) {
    return switch (Math.floorMod(item.id().hashCode(), 4)) {
      case 0 -> item.blind() ? new Verdict.Corrected("delivery") : new Verdict.Approved();
      case 1 -> new Verdict.Rejected("spam");
      case 2 -> new Verdict.Corrected("delivery");
      default -> new Verdict.Corrected("returns");
    };
  }

  private void tendOn() {
    while (true) {
      tenlines.tend();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Delivers until nothing waits. */
  private void drain() {
    while (tenlines.outbox().list(TENANT, Integer.MAX_VALUE).stream()
        .anyMatch(delivery -> delivery.state() == State.WAITING)) {
      tenlines.tend();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    say("drained");
  }

  /**
   * Calls a model for each text, and says so: money is held before, and settled after. It answers
   * every second text, and proposes for the others; each costs the same.
   */
  private static final class PaidRung implements Rung<String> {
    private volatile @Nullable Ledger ledger;

    @Override
    public String name() {
      return "model:paid";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Attempt<String> attempt(Ask ask) {
      call(
          new Reservation(
              ask.id() + "/1",
              ask.id(),
              TENANT,
              FEATURE,
              id(),
              "gpt-6-luna",
              null,
              CHARGE.times(2)));
      boolean sure = ask.input().hashCode() % 2 == 0;
      @Nullable Basis basis = sure ? new Basis.Construction() : null;
      return new Proposed<>("delivery", 1, null, "", basis, List.of(), CHARGE);
    }

    private void call(Reservation attempt) {
      Ledger open = Objects.requireNonNull(ledger);
      say("holding " + attempt.attempt());
      open.hold(attempt);
      say("called " + attempt.attempt());
      open.settle(attempt, new Charge(Usage.of(500, 50), CHARGE, false));
    }
  }
}
