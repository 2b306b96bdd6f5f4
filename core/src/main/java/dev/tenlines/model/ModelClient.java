package dev.tenlines.model;

import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.Ledger.Hold;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Price;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.cost.Reservation;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Failed;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Forecast;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.model.Provider.Call;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.privacy.KnownForms;
import dev.tenlines.privacy.Recogniser;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Asks one model, with everything around it: money held before each call and settled after, limits,
 * a breaker, and retries that fit into what is left of the deadline. Once the caller has seen a
 * piece of an answer, nothing is begun anew.
 */
public final class ModelClient {
  private static final int MOST_ATTEMPTS = 3;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(250);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(8);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final ModelSettings model;
  private final Provider provider;
  private final Ledger ledger;
  private final PriceFile prices;
  private final Transcripts transcripts;
  private final Clock clock;
  private final Recogniser recogniser;
  private final Breaker breaker;
  private final Quota quota;
  private final RetryBudget retries = new RetryBudget();
  private final AtomicLong usualMillis = new AtomicLong();
  private final RandomGenerator jitter;

  /** A client for one model. */
  public ModelClient(
      ModelSettings model,
      Provider provider,
      Ledger ledger,
      PriceFile prices,
      Transcripts transcripts,
      Clock clock) {
    this(model, provider, ledger, prices, transcripts, clock, new KnownForms());
  }

  ModelClient(
      ModelSettings model,
      Provider provider,
      Ledger ledger,
      PriceFile prices,
      Transcripts transcripts,
      Clock clock,
      Recogniser recogniser) {
    this.recogniser = recogniser;
    this.model = model;
    this.provider = provider;
    this.ledger = ledger;
    this.prices = prices;
    this.transcripts = transcripts;
    this.clock = clock;
    Clock onward = new Onward(clock);
    this.breaker = new Breaker(model.name(), model.limits().firstByte().dividedBy(2), onward);
    this.quota = new Quota(model.limits(), onward);
    this.jitter = RandomGeneratorFactory.of("L64X128MixRandom").create(model.name().hashCode());
  }

  /**
   * What came of asking.
   *
   * @param charge what all attempts together cost, as far as there is a price
   * @param attempts how many calls were sent
   */
  public record Asked(Reply reply, Money charge, int attempts) {
    /**
     * What an attempt comes to when there is no whole reply.
     *
     * @param before what earlier questions of the same attempt cost
     */
    public <V> Attempt<V> broken(Money before) {
      Money both = before.plus(charge);
      if (!(reply instanceof Broken broken)) {
        return new Failed<>("no reply", both);
      }
      return broken.failure() == Failure.OVER_BUDGET
          ? new Abstained<>(Failure.OVER_BUDGET.name(), both)
          : new Failed<>(broken.failure() + ": " + broken.detail(), both);
    }
  }

  public ModelSettings model() {
    return model;
  }

  /** How long a call usually takes, from those before; nothing before the first. */
  public Duration usual() {
    return Duration.ofMillis(usualMillis.get());
  }

  /** {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
  public String breakerState() {
    return breaker.state();
  }

  /** The most that questions cost together, each asked once; null where there is no price. */
  public @Nullable Money most(List<Prompt> prompts) {
    Price price = price();
    Money sum = Money.ZERO;
    for (Prompt prompt : prompts) {
      Money most = most(prompt, price);
      if (most == null) {
        return null;
      }
      sum = sum.plus(most);
    }
    return sum;
  }

  /**
   * Money held for several questions before the first is asked. Closing it gives back what no
   * question took.
   *
   * @param refused why it is not held, or null
   */
  public record Held(Ledger ledger, List<Reservation> all, @Nullable String refused)
      implements AutoCloseable {
    public Held {
      all = List.copyOf(all);
    }

    @Override
    public void close() {
      all.forEach(ledger::release); // what was settled before stays settled
    }
  }

  /** Holds the money for questions that will be asked as parts 0, 1, 2 …, all of it or none. */
  public Held hold(List<Prompt> prompts, Ask ask, String rung) {
    Price price = price();
    List<Reservation> all = new ArrayList<>();
    for (int part = 0; part < prompts.size(); part++) {
      String id = id(ask, rung, part, 1);
      Reservation one = reservation(id, prompts.get(part), ask, rung, price);
      if (ledger.hold(one) instanceof Hold.Refused no) {
        all.forEach(ledger::release);
        Forecast whole = new Forecast(prompts.size(), most(prompts));
        String why = Failure.OVER_BUDGET + ": " + whole + "; " + said(no);
        return new Held(ledger, List.of(), why);
      }
      all.add(one);
    }
    return new Held(ledger, all, null);
  }

  /**
   * Asks for an answer.
   *
   * @param rung name and version of the rung that asks: charges stand under it
   * @param part which of the rung's questions it is: attempts are named by it, and booked once
   * @param pieces takes the answer as it comes, or null where only the whole is wanted
   */
  public Asked ask(
      Prompt prompt, Ask ask, String rung, int part, @Nullable Consumer<ModelText> pieces) {
    Hiding hiding =
        model.hidePersonalData() ? Hiding.of(prompt, ask.id(), recogniser) : Hiding.nothing(prompt);
    if (hiding == null) {
      String detail = "personal data could not be hidden, so nothing was sent";
      return new Asked(Broken.free(Failure.MISCONFIGURED, detail), Money.ZERO, 0);
    }
    return ask(hiding, ask, rung, part, pieces);
  }

  private Asked ask(
      Hiding hiding, Ask ask, String rung, int part, @Nullable Consumer<ModelText> pieces) {
    Prompt prompt = hiding.prompt();
    Money charge = Money.ZERO;
    Broken last = null;
    for (int attempt = 1; ; attempt++) {
      Broken refused = refused(prompt, ask);
      if (refused != null) {
        // Why the first call failed says more than why there is no second.
        Broken told = last == null || refused.failure() == Failure.CANCELLED ? refused : last;
        return new Asked(told, charge, attempt - 1);
      }
      Price price = price();
      Reservation held = reservation(id(ask, rung, part, attempt), prompt, ask, rung, price);
      if (hold(held) instanceof Hold.Refused no) {
        return new Asked(Broken.free(Failure.OVER_BUDGET, said(no)), charge, attempt - 1);
      }
      if (attempt == 1) {
        retries.earn();
      }
      AtomicBoolean handed = new AtomicBoolean();
      Hiding.Back back = hiding.back(pieces == null ? null : marking(handed, pieces));
      Reply said = send(prompt, ask, back.pieces());
      charge = charge.plus(close(held, said, price));
      transcripts.keep(Told.of(held, prompt, said));
      Reply reply = back.whole(said);
      if (!(reply instanceof Broken broken) || handed.get() || !again(broken, attempt, ask)) {
        return new Asked(reply, charge, attempt);
      }
      last = broken;
    }
  }

  /** Notes that somebody has a piece: begun anew, the text would stand there twice. */
  private static Consumer<ModelText> marking(AtomicBoolean handed, Consumer<ModelText> pieces) {
    return piece -> {
      handed.set(true);
      pieces.accept(piece);
    };
  }

  /** Why no call may go now, or null. Waiting for the account's limit counts as time. */
  private @Nullable Broken refused(Prompt prompt, Ask ask) {
    if (ask.feed().stopped()) {
      return Broken.free(Failure.CANCELLED, "the caller left");
    }
    if (ask.deadline().passed()) {
      return Broken.free(Failure.TIMEOUT, "no time was left to ask");
    }
    Duration wait = quota.take(prompt.tokens() + prompt.mostOutput());
    while (!wait.isZero()) {
      if (wait.compareTo(ask.deadline().left()) >= 0) {
        return Broken.free(
            Failure.OVERLOADED,
            "the account's limit allows a call in " + wait.toMillis() + " ms only");
      }
      pause(wait, ask.feed());
      if (ask.feed().stopped() || Thread.currentThread().isInterrupted()) {
        return Broken.free(Failure.CANCELLED, "the caller left");
      }
      wait = quota.take(prompt.tokens() + prompt.mostOutput());
    }
    return breaker.allows()
        ? null
        : Broken.free(Failure.OVERLOADED, "not asked: too many calls failed just now");
  }

  /** Holds the money; a probe of the breaker that cannot be paid gives its place back. */
  private Hold hold(Reservation held) {
    boolean mayGo = false;
    try {
      Hold hold = ledger.hold(held);
      mayGo = hold instanceof Hold.Held;
      return hold;
    } finally {
      if (!mayGo) {
        breaker.learn(Broken.free(Failure.OVER_BUDGET, ""), Duration.ZERO);
      }
    }
  }

  private static String id(Ask ask, String rung, int part, int attempt) {
    return ask.id() + "/" + rung + "/" + part + "." + attempt;
  }

  private @Nullable Money most(Prompt prompt, @Nullable Price price) {
    return model.free()
        ? Money.ZERO
        : price == null ? null : price.most(prompt.tokens(), prompt.mostOutput());
  }

  private Reservation reservation(
      String id, Prompt prompt, Ask ask, String rung, @Nullable Price price) {
    return new Reservation(
        id,
        ask.id(),
        ask.request().tenant(),
        ask.feature(),
        rung,
        model.model(),
        ask.request().caller(),
        most(prompt, price));
  }

  private Reply send(Prompt prompt, Ask ask, @Nullable Consumer<ModelText> pieces) {
    // Not by the clock: one call during which it is set ahead would make the model look too slow
    // for
    // any deadline, so that it would never be asked again.
    long start = System.nanoTime();
    Reply reply;
    try {
      reply = provider.send(prompt, new Call(ask.deadline().left(), pieces, ask.feed()::onStop));
    } catch (RuntimeException e) {
      // A provider of the application's own may throw anything; it must not take the climb along.
      reply = Broken.used(Failure.INVALID, e.toString(), Usage.of(prompt.tokens(), 0).guessed());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    breaker.learn(reply, took);
    if (reply instanceof Reply.Whole) {
      usualMillis.updateAndGet(
          before -> before == 0 ? took.toMillis() : (before * 7 + took.toMillis()) / 8);
    }
    return reply;
  }

  /** Books what the call cost, or gives the money back where it cost nothing. */
  private Money close(Reservation held, Reply reply, @Nullable Price price) {
    if (reply instanceof Broken broken && !broken.costs()) {
      ledger.release(held);
      return Money.ZERO;
    }
    Charge charge =
        model.free()
            ? new Charge(reply.usage(), Money.ZERO, reply.usage().estimated())
            : Charge.of(reply.usage(), price(reply, price));
    ledger.settle(held, charge);
    return charge.spent() == null ? Money.ZERO : charge.spent();
  }

  /** A provider may answer with another model than the one asked for: its price counts. */
  private @Nullable Price price(Reply reply, @Nullable Price asked) {
    if (reply instanceof Reply.Whole whole && !whole.model().equals(model.model())) {
      Price answered = price(whole.model());
      return answered == null ? asked : answered;
    }
    return asked;
  }

  private @Nullable Price price() {
    return price(model.model());
  }

  private @Nullable Price price(String name) {
    return prices
        .prices()
        .of(model.dialect().name().toLowerCase(Locale.ROOT), name, clock.instant());
  }

  /** Waits for the next attempt; false where there is none. */
  private boolean again(Broken broken, int attempt, Ask ask) {
    Feed feed = ask.feed();
    if (!broken.again() || attempt >= MOST_ATTEMPTS || feed.shown() || feed.stopped()) {
      return false;
    }
    Duration wait = backoff(attempt);
    if (broken.retryAfter() != null && broken.retryAfter().compareTo(wait) > 0) {
      wait = broken.retryAfter();
    }
    Duration likely = wait.plus(usual());
    if (wait.compareTo(LONGEST_WAIT) > 0
        || likely.compareTo(ask.deadline().left()) >= 0
        || !retries.spend()) {
      return false;
    }
    pause(wait, feed);
    return !feed.stopped() && !Thread.currentThread().isInterrupted();
  }

  /** Full jitter: anything up to a bound that doubles, so that clients do not come in waves. */
  private Duration backoff(int attempt) {
    long bound = Math.min(FIRST_BACKOFF.toMillis() << (attempt - 1), LONGEST_BACKOFF.toMillis());
    synchronized (jitter) {
      return Duration.ofMillis(jitter.nextLong(bound + 1));
    }
  }

  private static void pause(Duration wait, Feed feed) {
    CountDownLatch left = new CountDownLatch(1);
    Feed.Watch watch = feed.onStop(left::countDown);
    try {
      var unused = left.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watch.close();
    }
  }

  private static String said(Hold.Refused no) {
    return no.unpriced()
        ? "the model has no known price, and the budget (" + no.budget().scope() + ") can stop"
        : "the budget (" + no.budget().scope() + ") is used up";
  }
}
