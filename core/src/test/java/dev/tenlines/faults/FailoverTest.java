package dev.tenlines.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Profile;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Ladder;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Certificates;
import dev.tenlines.mock.Counts;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.model.Books;
import dev.tenlines.model.Books.Row;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Lab;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.Whole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The sixteen scenarios of failoverbench (S01 to S16 of its catalogue), played anew in each
 * dialect: a ladder of two models, of which the first one's provider fails. The rungs ask for a
 * stream and show nothing before the answer is whole.
 */
class FailoverTest {
  private static final Duration DEADLINE = Duration.ofSeconds(8);
  private static final Duration SLACK = Duration.ofMillis(250);

  @TempDir private Path directory;
  private final Clock time = Clock.systemUTC();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  /** Asks one model. */
  private record ModelRung(String name, Lab lab) implements Rung<String> {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public Attempt<String> attempt(Ask ask) {
      Asked asked = lab.client().ask(Lab.PROMPT, ask, id(), 1, piece -> {});
      return switch (asked.reply()) {
        case Whole whole -> {
          ask.feed().show(new Piece.Token(whole.text().toVerify()));
          String label = whole.text().json().path("label").asString("");
          yield new Attempt.Proposed<>(
              label, 1, null, "", new Basis.Construction(), List.of(), asked.charge());
        }
        case Broken broken ->
            new Attempt.Failed<>(broken.failure() + ": " + broken.detail(), asked.charge());
      };
    }
  }

  /** Two providers and the ladder over them. */
  private final class Pair {
    private final Books books;
    private final Lab first;
    private final Lab second;
    private final Ladder<String> ladder;

    private Pair(Dialect dialect, Script failing, Script other, Clock clock) {
      books = new Books(directory, clock);
      open.add(books);
      first = new Lab(dialect, failing, Lab.SHORT, books, clock);
      open.add(first);
      second = new Lab(dialect, other, Lab.SHORT, books, clock);
      open.add(second);
      Profile profile = new Profile(true, Profile.Rule.PARTIAL, null, null, DEADLINE, null);
      ladder =
          new Ladder<>(
              Feature.classify("triage", "delivery", "returns").withProfile(profile),
              List.of(new ModelRung("model:first", first), new ModelRung("model:second", second)),
              List.of(),
              new Certificates(List.of()),
              clock);
    }

    private Outcome<String> climb(String id) {
      shown.clear();
      Feed feed = new Feed(piece -> shown.add(((Piece.Token) piece).text()));
      return ladder.climb(id, Request.of("Where is my parcel?"), feed);
    }

    /** Climbs once: the right answer, once, in time, and paid for once. */
    private Outcome<String> rescued(int firstCalls, int secondCalls) throws Exception {
      Outcome<String> outcome = climb("r_1");

      assertThat(outcome).isInstanceOf(Answered.class);
      assertThat(shown).containsExactly(Lab.ANSWER);
      assertThat(first.mock().counts().requests()).as("calls").isEqualTo(firstCalls);
      assertThat(second.mock().counts().requests()).as("calls").isEqualTo(secondCalls);
      settled(outcome, secondCalls == 0 ? first : second);
      return outcome;
    }

    private void settled(Outcome<String> outcome, Lab answering) throws Exception {
      assertThat(outcome.trace().took()).isLessThan(DEADLINE.plus(SLACK));
      assertThat(first.quiet() && second.quiet()).as("nobody works on").isTrue();
      assertThat(books.holds("r_")).isZero();
      List<Row> rows = books.rows("r_").stream().filter(row -> !row.estimated()).toList();
      Received answered =
          answering.mock().received().stream().filter(Received::answered).findFirst().orElseThrow();
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().input()).isEqualTo(answered.promptTokens());
      assertThat(rows.getFirst().output()).isEqualTo(answered.tokensSent());
    }
  }

  private Pair pair(Dialect dialect, Script failing) {
    return new Pair(dialect, failing, Script.answers(), time);
  }

  @ParameterizedTest
  @EnumSource
  void s01_429WithRetryAfter_isWaitedFor(Dialect dialect) throws Exception {
    Outcome<String> outcome =
        pair(dialect, Script.faults(Fault.S01).retryAfter(Duration.ofSeconds(1))).rescued(2, 0);

    assertThat(outcome.trace().took()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void s02_429WithoutRetryAfter_goesOverAfterAFewTries(Dialect dialect) throws Exception {
    pair(dialect, Script.always(Fault.S05)).rescued(3, 1);
  }

  @ParameterizedTest
  @EnumSource
  void s03_500Once_isTriedAgain(Dialect dialect) throws Exception {
    pair(dialect, Script.faults(Fault.S08)).rescued(2, 0);
  }

  @ParameterizedTest
  @EnumSource
  void s04_503ForEver_goesOver(Dialect dialect) throws Exception {
    pair(dialect, Script.always(Fault.P03)).rescued(3, 1);
  }

  @ParameterizedTest
  @EnumSource
  void s05_aResetBeforeHeaders_isTriedAgain(Dialect dialect) throws Exception {
    pair(dialect, Script.faults(Fault.C06)).rescued(2, 0);
  }

  @ParameterizedTest
  @EnumSource
  void s06_silence_isAskedOnce_andGoesOver(Dialect dialect) throws Exception {
    pair(dialect, Script.always(Fault.C08)).rescued(1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void s07_headersWithoutAFirstToken_goOver(Dialect dialect) throws Exception {
    pair(dialect, Script.always(Fault.C09)).rescued(1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void s08_aCutStream_isNoAnswer(Dialect dialect) throws Exception {
    pair(dialect, Script.always(Fault.E03)).rescued(1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void s09_aStalledStream_isLeft_andTheNextRequestIsFine(Dialect dialect) throws Exception {
    Pair pair = pair(dialect, Script.faults(Fault.E16));

    pair.rescued(1, 1);

    assertThat(pair.climb("r_2")).isInstanceOf(Answered.class);
    assertThat(pair.first.mock().counts().answered()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void s10_aMalformedChunk_isNotSkipped_andTheNextRequestIsFine(Dialect dialect) throws Exception {
    Pair pair = pair(dialect, Script.faults(Fault.E06));

    pair.rescued(1, 1);

    assertThat(pair.climb("r_2")).isInstanceOf(Answered.class);
  }

  @ParameterizedTest
  @EnumSource
  void s11_aMissingSentinel_isNotWaitedFor(Dialect dialect) throws Exception {
    boolean sentinel = dialect == Dialect.OPENAI || dialect == Dialect.ANTHROPIC;
    Pair pair = pair(dialect, Script.always(sentinel ? Fault.E05 : Fault.C15));

    Outcome<String> outcome = pair.climb("r_1");

    assertThat(outcome).isInstanceOf(Answered.class);
    assertThat(shown).containsExactly(Lab.ANSWER);
    assertThat(pair.first.mock().counts().requests()).isOne();
    assertThat(pair.second.mock().counts().requests()).isZero();
    assertThat(pair.books.rows("r_1")).hasSize(1).noneMatch(Row::estimated);
  }

  @ParameterizedTest
  @EnumSource
  void s12_aPromptThatIsTooLong_isNotSentTwice(Dialect dialect) throws Exception {
    pair(dialect, Script.always(Fault.S12)).rescued(1, 1);
  }

  @ParameterizedTest
  @EnumSource
  void s13_aRefusedPrompt_isNotSentTwice_andTheReasonIsKept(Dialect dialect) {
    Script refusing = Script.always(Fault.S13);
    Pair pair = new Pair(dialect, refusing, refusing, time);

    Outcome<String> outcome = pair.climb("r_1");

    assertThat(outcome).isNotInstanceOf(Answered.class);
    assertThat(shown).isEmpty();
    assertThat(outcome.trace().steps())
        .hasSize(2)
        .extracting(Trace.Step::reason)
        .allSatisfy(reason -> assertThat(reason).startsWith("REFUSED").contains("policy"));
    assertThat(pair.first.mock().counts().requests()).isOne();
    assertThat(pair.books.rows("r_1")).isEmpty();
    assertThat(pair.books.holds("r_1")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void s14_theOtherModel_isAskedFromTheStart_withoutAPrefill(Dialect dialect) throws Exception {
    Pair pair = pair(dialect, Script.always(Fault.E03));

    pair.rescued(1, 1);

    JsonNode body = pair.second.mock().received().getFirst().body();
    JsonNode turns = dialect == Dialect.GEMINI ? body.path("contents") : body.path("messages");
    assertThat(turns.path(turns.size() - 1).path("role").asString("")).isEqualTo("user");
    assertThat(body).isEqualTo(pair.first.mock().received().getFirst().body());
  }

  @ParameterizedTest
  @EnumSource
  void s15_aFlappingProvider_isLeftAlone_probed_andReturnedTo(Dialect dialect) {
    TestClock clock = new TestClock();
    Pair pair = new Pair(dialect, Script.always(Fault.S07), Script.answers(), clock);
    int requests = 20;

    for (int i = 0; i < requests; i++) {
      if (i == requests / 2) {
        assertThat(pair.first.mock().counts().requests()).as("calls in the outage").isLessThan(20);
        assertThat(pair.second.mock().counts().answered()).isEqualTo(requests / 2);
        pair.first.mock().play(Script.answers());
      }
      assertThat(pair.climb("r_" + i)).isInstanceOf(Answered.class);
      assertThat(shown).containsExactly(Lab.ANSWER);
      clock.advance(Duration.ofSeconds(4));
    }

    assertThat(pair.first.client().breakerState()).isEqualTo("CLOSED");
    assertThat(pair.first.mock().counts().answered()).isGreaterThanOrEqualTo(requests / 2 - 3);
    assertThat(pair.books.rows("r_")).hasSize(requests);
    assertThat(pair.books.holds("r_")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void s16_whatFailed_isNotBilled_andTheAnswerNamesWhoGaveIt(Dialect dialect) throws Exception {
    Pair pair = pair(dialect, Script.always(Fault.P03));

    Outcome<String> outcome = pair.rescued(3, 1);

    assertThat(((Answered<String>) outcome).rung()).isEqualTo("model:second@1");
    assertThat(pair.books.rows("r_1")).hasSize(1);
    assertThat(pair.books.rows("r_1").getFirst().attempt()).contains("model:second@1");
    assertThat(outcome.trace().steps().getFirst().charge().isZero()).isTrue();
    Counts counts = pair.second.mock().counts();
    assertThat(outcome.trace().steps().getLast().charge().micros())
        .isEqualTo(counts.input() + 5 * counts.output());
  }
}
