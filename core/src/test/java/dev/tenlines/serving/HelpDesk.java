package dev.tenlines.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Models;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A made-up help desk: tickets of four labels come in, one person reviews, and time goes by. */
final class HelpDesk implements AutoCloseable {
  static final String FEATURE = "desk";
  private static final Map<String, String[]> WORDS =
      Map.of(
          "delivery", new String[] {"parcel", "late", "tracking", "courier", "arrive", "shipment"},
          "refund", new String[] {"refund", "return", "money", "exchange", "voucher", "credit"},
          "account", new String[] {"password", "login", "account", "locked", "profile", "email"},
          "product", new String[] {"broken", "size", "colour", "manual", "battery", "fabric"});
  static final List<String> LABELS = List.of("account", "delivery", "product", "refund");
  private static final double HARD = 0.1;

  /** How many desks were opened at a clock: each has its own ids, and the same ones each time. */
  private static final Map<TestClock, Integer> OPENED = new WeakHashMap<>();

  private static final String[] FILLER = {
    "hello", "please", "my", "order", "can", "you", "help", "thanks", "since", "monday", "again"
  };

  final TestClock clock;
  final Map<String, String> truth = new HashMap<>();
  final Tenlines tenlines;
  private final SplittableRandom random = new SplittableRandom(7);
  private double mistakes = 0.03;
  private UnaryOperator<String> people = right -> right;

  private HelpDesk(TenlinesBuilder builder, Feature feature, TestClock clock) {
    this.clock = clock;
    int seed;
    synchronized (OPENED) {
      seed = OPENED.merge(clock, 1, Integer::sum);
    }
    this.tenlines = builder.feature(feature).clock(clock).random(new SplittableRandom(seed)).open();
  }

  static HelpDesk open(Path directory, Feature feature) {
    return open(directory, feature, new TestClock());
  }

  /** The same desk after a restart, or a second server beside it. */
  static HelpDesk open(Path directory, Feature feature, TestClock clock) {
    return new HelpDesk(Tenlines.in(directory), feature, clock);
  }

  /** A promise that few verdicts can certify. */
  static Feature feature() {
    return promising(0.2);
  }

  static Feature promising(double error) {
    return Feature.classify(FEATURE, LABELS.toArray(String[]::new)).withPromise(error, 0.9);
  }

  /** What became of some requests. */
  record Day(List<Outcome<?>> outcomes, int wrong, int reviews) {
    long answered() {
      return outcomes.stream().filter(outcome -> outcome instanceof Answered<?>).count();
    }

    double alone() {
      return (double) answered() / outcomes.size();
    }
  }

  /** Reviewers decide something else from now on than what is right. */
  HelpDesk withPeople(UnaryOperator<String> other) {
    people = other;
    mistakes = 0;
    return this;
  }

  /** A ticket nobody has written before. */
  String ticket() {
    return ticket(LABELS.get(random.nextInt(LABELS.size())));
  }

  String ticket(String label) {
    String other = LABELS.get(random.nextInt(LABELS.size()));
    boolean mixed = random.nextDouble() < HARD;
    StringBuilder text = new StringBuilder("Ticket ").append(random.nextInt(1_000_000));
    for (int w = 0; w < 8; w++) {
      String[] from = w % 2 == 0 ? FILLER : WORDS.get(mixed && w % 4 == 1 ? other : label);
      text.append(' ').append(from[random.nextInt(from.length)]);
    }
    truth.put(text.toString(), label);
    return text.toString();
  }

  Outcome<?> ask(String text) {
    return tenlines.ask(FEATURE, text);
  }

  /** So many requests, all reviewed, and the background work of the day. */
  Day day(int requests) {
    List<Outcome<?>> outcomes = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < requests; i++) {
      String text = ticket();
      Outcome<?> outcome = ask(text);
      outcomes.add(outcome);
      wrong +=
          outcome instanceof Answered<?> answered && !answered.value().equals(truth.get(text))
              ? 1
              : 0;
    }
    int reviews = reviewAll();
    settle();
    return new Day(outcomes, wrong, reviews);
  }

  /** The person decides everything that waits. */
  int reviewAll() {
    List<ReviewItem> open = tenlines.openReviews("default", FEATURE, 1_000);
    for (ReviewItem item : open) {
      assertThat(decide(item)).isInstanceOf(Decision.Done.class);
    }
    return open.size();
  }

  private Decision decide(ReviewItem item) {
    String right = people.apply(truth.getOrDefault(item.input(), LABELS.getFirst()));
    String said =
        random.nextDouble() < mistakes ? LABELS.get(random.nextInt(LABELS.size())) : right;
    Verdict verdict =
        said.isEmpty()
            ? new Verdict.Rejected("none of the labels")
            : said.equals(item.proposal()) ? new Verdict.Approved() : new Verdict.Corrected(said);
    return tenlines.reviews().decide("default", item.id(), "ann", item.version(), verdict);
  }

  /** Verdicts take effect, and the background work is done. */
  void settle() {
    clock.advance(Duration.ofMinutes(2));
    tenlines.tend();
    await();
    clock.advance(Duration.ofMinutes(2));
  }

  /** Waits for a training that runs. */
  void await() {
    if (tenlines.learning(FEATURE).training()) {
      tenlines.train(FEATURE).exceptionally(failed -> null).join();
    }
  }

  /** Days of fifty requests until the small model answers alone. */
  HelpDesk untilOpen() {
    for (int day = 0; day < 40; day++) {
      if (day(50).answered() > 0) {
        return this;
      }
    }
    throw new AssertionError("nothing was answered alone: " + tenlines.learning(FEATURE));
  }

  int serving() {
    var serving = tenlines.learning(FEATURE).serving();
    return serving == null ? 0 : serving.version();
  }

  /** The review item of a request, or null. */
  @Nullable ReviewItem review(Outcome<?> outcome) {
    return tenlines.reviews().find("default", "v" + outcome.id().substring(1));
  }

  List<Models.Version> versions() {
    return tenlines.learning(FEATURE).versions();
  }

  @Override
  public void close() {
    tenlines.close();
  }
}
