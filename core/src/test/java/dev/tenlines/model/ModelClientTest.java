package dev.tenlines.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Budget.Window;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.mock.Counts;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.model.Books.Row;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.ModelSettings.Limits;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.Whole;
import dev.tenlines.model.wire.HttpProvider;
import dev.tenlines.project.Project;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client does around each call: money, retries, the breaker, limits, and leaving. */
class ModelClientTest {
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path directory;
  private final TestClock clock = new TestClock();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  private Books books(Clock time, Budget... budgets) {
    Books books = new Books(directory, time, budgets);
    open.add(books);
    return books;
  }

  private Lab lab(Dialect dialect, Script script, Limits limits, Books books, Clock time) {
    Lab lab = new Lab(dialect, script, limits, books, time);
    open.add(lab);
    return lab;
  }

  private Lab lab(Script script, Books books, Clock time) {
    return lab(Dialect.OPENAI, script, Lab.LONG, books, time);
  }

  private static Failure failure(Asked asked) {
    return ((Broken) asked.reply()).failure();
  }

  @ParameterizedTest
  @EnumSource
  void aGoodAnswer_isBookedAtWhatTheProviderCounted(Dialect dialect) {
    Books books = books(clock);
    Lab lab = lab(dialect, Script.answers().thinking(6), Lab.LONG, books, clock);

    Asked whole = lab.ask("r_whole", TIME);
    Asked streamed = lab.ask("r_stream", TIME, piece -> {});

    assertThat(List.of(whole, streamed))
        .allSatisfy(asked -> {
          assertThat(asked.attempts()).isOne();
          assertThat(((Whole) asked.reply()).text().toVerify()).isEqualTo(Lab.ANSWER);
        });
    Counts counts = lab.mock().counts();
    List<Row> rows = books.rows("r_");
    assertThat(rows).hasSize(2).noneMatch(Row::estimated);
    assertThat(rows.stream().mapToLong(Row::input).sum()).isEqualTo(counts.input());
    assertThat(rows.stream().mapToLong(Row::output).sum()).isEqualTo(counts.output());
    assertThat(rows.stream().mapToLong(Row::micros).sum())
        .isEqualTo(counts.input() + 5 * counts.output())
        .isEqualTo(whole.charge().plus(streamed.charge()).micros());
    assertThat(books.holds("r_")).isZero();
  }

  @Test
  void aClockThatIsSetAheadDuringACall_doesNotMakeTheModelSlow() throws Exception {
    Script ahead =
        Script.answers(request -> {
          clock.advance(Duration.ofDays(2));
          return Lab.ANSWER;
        });
    Lab lab = lab(ahead, books(clock), clock);

    lab.ask("r_ahead", TIME);

    assertThat(lab.client().usual()).isLessThan(TIME);
  }

  @Test
  void aPassingFault_isRetried_andOnlyTheAnswerIsPaid() {
    Books books = books(clock);
    Lab lab = lab(Script.faults(Fault.S08, Fault.S07), books, clock);

    Asked asked = lab.ask("r_1", TIME);

    assertThat(asked.reply()).isInstanceOf(Whole.class);
    assertThat(asked.attempts()).isEqualTo(3);
    assertThat(books.rows("r_1")).hasSize(1);
  }

  @Test
  void anyFault_isAskedThreeTimesAtMost() {
    Lab lab = lab(Script.always(Fault.S08), books(clock), clock);

    assertThat(lab.ask("r_1", TIME).attempts()).isEqualTo(3);
    assertThat(lab.mock().counts().requests()).isEqualTo(3);
  }

  @Test
  void aWaitThatTheProviderAsksFor_isKept() {
    Lab lab =
        lab(
            Script.faults(Fault.S01).retryAfter(Duration.ofSeconds(1)),
            books(Clock.systemUTC()),
            Clock.systemUTC());
    long start = System.nanoTime();

    Asked asked = lab.ask("r_1", TIME);

    assertThat(asked.reply()).isInstanceOf(Whole.class);
    assertThat(asked.attempts()).isEqualTo(2);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aWaitThatDoesNotFitTheDeadline_endsTheCallAtOnce() {
    Lab lab = lab(Script.always(Fault.S01).retryAfter(Duration.ofSeconds(30)), books(clock), clock);

    Asked asked = lab.ask("r_1", TIME);

    assertThat(asked.attempts()).isOne();
    assertThat(((Broken) asked.reply()).retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aWaitOfMinutes_isNotWaitedFor_howeverMuchTimeThereIs() {
    Lab lab = lab(Script.always(Fault.S01).retryAfter(Duration.ofMinutes(30)), books(clock), clock);

    assertThat(lab.ask("r_1", Duration.ofHours(9)).attempts()).isOne();
  }

  @Test
  void anAccountWithoutMoney_isAskedOnce_andThenLeftAlone() {
    Lab lab = lab(Script.faults(Fault.S06), books(clock), clock);

    assertThat(failure(lab.ask("r_1", TIME))).isEqualTo(Failure.EXHAUSTED);
    assertThat(failure(lab.ask("r_2", TIME))).isEqualTo(Failure.OVERLOADED);
    assertThat(lab.mock().counts().requests()).isOne();

    clock.advance(Duration.ofMinutes(2));
    assertThat(lab.ask("r_3", TIME).reply()).isInstanceOf(Whole.class);
  }

  @Test
  void whereNoTimeIsLeft_nothingIsSent() {
    Lab lab = lab(Script.answers(), books(clock), clock);

    assertThat(failure(lab.ask("r_1", Duration.ZERO))).isEqualTo(Failure.TIMEOUT);
    assertThat(lab.mock().counts().requests()).isZero();
  }

  @Test
  void retries_neverMultiplyTheLoadOfABrownOut() throws Exception {
    int requests = 200;
    Lab lab = lab(Script.sometimes(Fault.S08, 0.3, 7), books(clock), clock);

    List<Asked> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Asked>> asked = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        String id = "r_" + i;
        asked.add(threads.submit(() -> lab.ask(id, TIME)));
      }
      for (Future<Asked> one : asked) {
        all.add(one.get());
      }
    }

    long calls = lab.mock().counts().requests();
    assertThat(calls).isLessThanOrEqualTo(requests * 12 / 10 + 10);
    assertThat(all.stream().mapToLong(Asked::attempts).sum()).isEqualTo(calls);
  }

  @Test
  void inAnOutage_theBreakerOpens_andItClosesAfterwards() {
    Lab lab = lab(Script.always(Fault.S07), books(clock), clock);

    lab.ask("r_1", TIME);
    lab.ask("r_2", TIME);
    assertThat(lab.client().breakerState()).isEqualTo("OPEN");
    long calls = lab.mock().counts().requests();
    assertThat(calls).isLessThanOrEqualTo(6);
    assertThat(failure(lab.ask("r_3", TIME))).isEqualTo(Failure.OVERLOADED);
    assertThat(lab.mock().counts().requests()).isEqualTo(calls);

    lab.mock().play(Script.answers());
    clock.advance(Duration.ofSeconds(6));
    assertThat(lab.ask("r_4", TIME).reply()).isInstanceOf(Whole.class);
    assertThat(lab.client().breakerState()).isEqualTo("HALF_OPEN");
    assertThat(lab.ask("r_5", TIME).reply()).isInstanceOf(Whole.class);
    assertThat(lab.client().breakerState()).isEqualTo("CLOSED");
  }

  @Test
  void aProbeWhoseCallerLeaves_orThatNobodyPays_givesItsPlaceBack() throws Exception {
    Budget poor = new Budget(null, null, "poor", Window.DAY, null, Money.parse("0.000001 USD"));
    Books books = books(clock, poor);
    Lab lab = lab(Script.always(Fault.S07), books, clock);
    lab.ask("r_1", TIME);
    lab.ask("r_2", TIME);
    clock.advance(Duration.ofSeconds(6));

    lab.mock().play(Script.always(Fault.C08));
    for (int i = 0; i < 3; i++) {
      assertThat(failure(leave(lab, "r_left" + i))).isEqualTo(Failure.CANCELLED);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(failure(askBy(lab, "poor", "r_poor" + i))).isEqualTo(Failure.OVER_BUDGET);
    }

    lab.mock().play(Script.answers());
    assertThat(lab.ask("r_3", TIME).reply()).isInstanceOf(Whole.class);
    assertThat(lab.ask("r_4", TIME).reply()).isInstanceOf(Whole.class);
    assertThat(lab.client().breakerState()).isEqualTo("CLOSED");
  }

  private Asked askBy(Lab lab, String caller, String id) {
    Ask ask = lab.request(id, TIME, Feed.unwatched());
    Ask by = new Ask(id, "triage", ask.request().by(caller), ask.deadline(), ask.feed());
    return lab.client().ask(Lab.PROMPT, by, "model:m@1", 1, null);
  }

  /** Asks, and leaves as soon as the provider has the request. */
  private Asked leave(Lab lab, String id) throws Exception {
    Feed feed = Feed.unwatched();
    long before = lab.mock().counts().requests();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Asked> asked =
          threads.submit(() ->
              lab.client().ask(Lab.PROMPT, lab.request(id, TIME, feed), "model:m@1", 1, null));
      lab.mock().await(counts -> counts.requests() > before, SOON);
      feed.stop();
      return asked.get();
    }
  }

  @Test
  void leavingBeforeTheAnswerBegins_closesTheConnection_andBooksThePrompt() throws Exception {
    Books books = books(clock);
    Lab lab = lab(Script.always(Fault.C08), books, clock);

    assertThat(failure(leave(lab, "r_1"))).isEqualTo(Failure.CANCELLED);

    assertThat(lab.mock().await(counts -> counts.cancelled() == 1, SOON)).isTrue();
    assertThat(books.rows("r_1")).hasSize(1).allMatch(Row::estimated);
    assertThat(books.holds("r_1")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void leavingInTheMiddle_closesTheConnection_andBooksWhatCame(Dialect dialect) throws Exception {
    Books books = books(clock);
    Script slow = Script.answers(r -> "word ".repeat(2000)).paced(Duration.ofMillis(5), 0);
    Lab lab = lab(dialect, slow, Lab.LONG, books, clock);
    Feed feed = Feed.unwatched();
    List<ModelText> pieces = new ArrayList<>();

    Asked asked =
        lab.client()
            .ask(
                Prompt.of("", "Where is my parcel?", null, 5000),
                lab.request("r_1", TIME, feed),
                "model:m@1",
                1,
                piece -> {
                  pieces.add(piece);
                  if (pieces.size() == 5) {
                    feed.stop();
                  }
                });

    assertThat(failure(asked)).isEqualTo(Failure.CANCELLED);
    assertThat(lab.mock().await(counts -> counts.cancelled() == 1, SOON)).isTrue();
    Row row = books.rows("r_1").getFirst();
    assertThat(row.estimated()).isTrue();
    assertThat(row.output()).isGreaterThanOrEqualTo(5);
    assertThat(row.input()).isPositive();
    assertThat(lab.mock().counts().output()).as("the provider stopped").isLessThan(1000);
  }

  @Test
  void whoHasLeftBefore_isNotAskedFor() {
    Lab lab = lab(Script.answers(), books(clock), clock);
    Feed feed = Feed.unwatched();
    feed.stop();

    Asked asked =
        lab.client().ask(Lab.PROMPT, lab.request("r_1", TIME, feed), "model:m@1", 1, null);

    assertThat(failure(asked)).isEqualTo(Failure.CANCELLED);
    assertThat(lab.mock().counts().requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void onceAPieceWasShown_nothingIsBegunAnew(Dialect dialect) {
    Lab lab = lab(dialect, Script.faults(Fault.E02), Lab.LONG, books(clock), clock);
    StringBuilder shown = new StringBuilder();

    Asked asked = lab.ask("r_1", TIME, piece -> shown.append(piece.toVerify()));

    assertThat(asked.reply()).isInstanceOf(Broken.class);
    assertThat(asked.attempts()).isOne();
    assertThat(Lab.ANSWER).startsWith(shown.toString());
    assertThat(shown).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void beforeAnyPiece_aBrokenStreamIsBegunAnew(Dialect dialect) {
    Lab lab = lab(dialect, Script.faults(Fault.E01), Lab.LONG, books(clock), clock);
    StringBuilder shown = new StringBuilder();

    Asked asked = lab.ask("r_1", TIME, piece -> shown.append(piece.toVerify()));

    assertThat(asked.attempts()).isEqualTo(2);
    assertThat(shown).hasToString(Lab.ANSWER);
  }

  @Test
  void aBudgetThatIsUsedUp_refusesBeforeAnythingIsSent() {
    Budget day = new Budget(null, null, null, Window.DAY, null, Money.parse("0.000010 USD"));
    Lab lab = lab(Script.answers(), books(clock, day), clock);

    Asked asked = lab.ask("r_1", TIME);

    assertThat(failure(asked)).isEqualTo(Failure.OVER_BUDGET);
    assertThat(asked.attempts()).isZero();
    assertThat(lab.mock().counts().requests()).isZero();
  }

  @Test
  void theAccountsLimit_isWaitedFor_orToldAtOnce() {
    Limits few =
        new Limits(
            Lab.LONG.connect(), Lab.LONG.firstByte(), Lab.LONG.idle(), Lab.LONG.total(), 1, null);
    Lab lab = lab(Dialect.OPENAI, Script.answers(), few, books(clock), clock);
    assertThat(lab.ask("r_1", TIME).reply()).isInstanceOf(Whole.class);

    Asked second = lab.ask("r_2", TIME);
    assertThat(failure(second)).isEqualTo(Failure.OVERLOADED);
    assertThat(second.attempts()).isZero();

    clock.advance(Duration.ofMinutes(1));
    assertThat(lab.ask("r_3", TIME).reply()).isInstanceOf(Whole.class);
    assertThat(lab.mock().counts().requests()).isEqualTo(2);
  }

  @Test
  void tokensOfAMinute_areSpreadOverIt() {
    Clock time = Clock.systemUTC();
    int most = (int) Lab.PROMPT.tokens() + Lab.PROMPT.mostOutput();
    Limits tight =
        new Limits(
            Lab.LONG.connect(),
            Lab.LONG.firstByte(),
            Lab.LONG.idle(),
            Lab.LONG.total(),
            null,
            most * 60);
    Lab lab = lab(Dialect.OPENAI, Script.answers(), tight, books(time), time);

    for (int i = 0; i < 61; i++) {
      assertThat(lab.ask("r_" + i, TIME).reply()).isInstanceOf(Whole.class);
    }
    assertThat(lab.mock().counts().answered()).isEqualTo(61);
  }

  @Test
  void anotherPrice_countsFromTheNextCallOn() throws Exception {
    Books books = books(clock);
    Lab lab = lab(Script.answers(), books, clock);
    Money before = lab.ask("r_1", TIME).charge();

    Path file = directory.resolve("prices.yaml");
    Project.write(
        file,
        """
        prices:
          - { provider: openai, model: some-model, input: 3, output: 15, source: test }
        """);
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    clock.advance(Duration.ofSeconds(2));

    assertThat(lab.ask("r_2", TIME).charge()).isEqualTo(before.times(3));
    assertThat(books.rows("r_").stream().map(Row::price).distinct()).hasSize(2);
  }

  @Test
  void aKeyThatCannotBeSent_isTold_andNotShown() {
    Books books = books(clock);
    Lab lab = lab(Script.answers(), books, clock);
    ModelSettings good = lab.model();
    ModelSettings bad =
        new ModelSettings(
            "m", good.dialect(), good.baseUrl(), "m", "sk-secret\n", null, true, false, Lab.LONG);
    HttpProvider provider = new HttpProvider(bad, clock);
    open.add(provider);

    Broken broken =
        (Broken)
            new ModelClient(bad, provider, books.ledger(), books.prices(), Transcripts.NONE, clock)
                .ask(Lab.PROMPT, lab.request("r_1", TIME, Feed.unwatched()), "model:m@1", 1, null)
                .reply();

    assertThat(broken.failure()).isEqualTo(Failure.MISCONFIGURED);
    assertThat(broken.detail()).doesNotContain("secret");
    assertThat(books.rows("r_1")).isEmpty();
  }

  @Test
  void aProviderOfTheApplication_mayThrow_andItsHoldIsClosed() {
    Books books = books(clock);
    ModelSettings model =
        new ModelSettings(
            "m", Dialect.OPENAI, URI.create("bean:m"), "m", null, null, true, false, Lab.LONG);
    ModelClient client =
        new ModelClient(
            model,
            (prompt, call) -> {
              throw new IllegalStateException("no");
            },
            books.ledger(),
            books.prices(),
            Transcripts.NONE,
            clock);
    Ask ask =
        new Ask(
            "r_1",
            "triage",
            dev.tenlines.Request.of("x"),
            Deadline.in(TIME, clock),
            Feed.unwatched());

    assertThat(failure(client.ask(Lab.PROMPT, ask, "model:m@1", 1, null)))
        .isEqualTo(Failure.INVALID);
    assertThat(books.holds("r_")).isZero();
  }

  @Test
  void aRedirect_isNotFollowedWithTheKey() {
    Lab lab = lab(Script.always(Fault.S16), books(clock), clock);

    assertThat(failure(lab.ask("r_1", TIME))).isEqualTo(Failure.MISCONFIGURED);

    Optional<Received> other =
        lab.mock().received().stream()
            .filter(received -> received.headers().get("host").startsWith("localhost"))
            .findAny();
    assertThat(other).isEmpty();
  }
}
