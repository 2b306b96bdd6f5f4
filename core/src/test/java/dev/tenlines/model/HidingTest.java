package dev.tenlines.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Ledger;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.cost.Reservation;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.wire.HttpProvider;
import dev.tenlines.privacy.KnownForms;
import dev.tenlines.privacy.Recogniser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider sees of personal data, and what comes back. */
final class HidingTest {
  private static final String TICKET = "Write to ann@example.org, please.";

  @TempDir Path directory;
  private final TestClock clock = new TestClock();
  private final List<Transcripts.Transcript> kept = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private MockProvider mock;

  @BeforeEach
  void start() {
    mock = MockProvider.start(0, Script.answers(HidingTest::echo));
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private static String echo(Received asked) {
    return "You wrote: " + asked.user();
  }

  @Test
  void theProvider_seesATokenOnly_andTheAnswerHasTheValue() {
    Asked asked = ask(new KnownForms(), true);

    assertThat(mock.received().getFirst().body().toString())
        .doesNotContain("ann@example.org")
        .containsPattern("\\[EMAIL_[0-9a-f]{8}]");
    assertThat(asked.reply())
        .isInstanceOfSatisfying(
            Reply.Whole.class,
            whole -> assertThat(whole.text().toVerify()).isEqualTo("You wrote: " + TICKET));
    assertThat(String.join("", shown)).isEqualTo("You wrote: " + TICKET);
  }

  @Test
  void theTranscript_showsWhatWasReallySent() {
    Asked unused = ask(new KnownForms(), false);

    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().sent() + kept.getFirst().said())
        .doesNotContain("ann@example.org")
        .contains("[EMAIL_");
  }

  @Test
  void whatIsLeftOfAToken_endsTheAnswer() {
    mock.play(
        Script.answers(asked -> asked.user().replaceAll(".*EMAIL_(\\w{8}).*", "See $1 there")));

    Asked asked = ask(new KnownForms(), true);

    assertThat(asked.reply())
        .isInstanceOfSatisfying(
            Reply.Broken.class, broken -> assertThat(broken.failure()).isEqualTo(Failure.INVALID));
    assertThat(String.join("", shown)).doesNotContainPattern("[0-9a-f]{4}");
  }

  @Test
  void aRecogniserThatThrows_letsNothingLeave() {
    refused(text -> {
      throw new IllegalStateException("broken");
    });
  }

  @Test
  void aRecogniserThatNeverEnds_letsNothingLeave() {
    CountDownLatch never = new CountDownLatch(1);
    refused(text -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    });
  }

  private void refused(Recogniser recogniser) {
    Asked asked = ask(recogniser, false);

    assertThat(asked.reply())
        .isInstanceOfSatisfying(
            Reply.Broken.class,
            broken -> assertThat(broken.failure()).isEqualTo(Failure.MISCONFIGURED));
    assertThat(asked.attempts()).isZero();
    assertThat(mock.counts().requests()).isZero();
  }

  private Asked ask(Recogniser recogniser, boolean streamed) {
    ModelSettings model =
        new ModelSettings(
            "first",
            Dialect.OPENAI,
            URI.create(mock.baseUrl(dev.tenlines.mock.Dialect.OPENAI)),
            "gpt-4.1-mini",
            "mock",
            null,
            true,
            true,
            ModelSettings.Limits.USUAL);
    Transcripts transcripts =
        new Transcripts() {
          @Override
          public void keep(Transcript transcript) {
            kept.add(transcript);
          }

          @Override
          public List<Transcript> of(String tenant, String request) {
            return List.copyOf(kept);
          }
        };
    Ask ask =
        new Ask(
            "r_1",
            "reply",
            Request.of(TICKET),
            Deadline.in(Duration.ofMinutes(1), clock),
            Feed.unwatched());
    try (HttpProvider provider = new HttpProvider(model, clock)) {
      return new ModelClient(
              model,
              provider,
              new Purse(),
              new PriceFile(directory.resolve("prices.yaml"), clock),
              transcripts,
              clock,
              recogniser)
          .ask(
              Prompt.of("Reply.", TICKET, null, 100),
              ask,
              "model:first",
              0,
              streamed ? piece -> shown.add(piece.toVerify()) : null);
    }
  }

  /** A purse without a bottom. */
  private static final class Purse implements Ledger {
    @Override
    public Hold hold(Reservation attempt) {
      return new Hold.Held(List.of());
    }

    @Override
    public void settle(Reservation attempt, Charge charge) {}

    @Override
    public void release(Reservation attempt) {}

    @Override
    public int recover() {
      return 0;
    }

    @Override
    public List<Use> budgets() {
      return List.of();
    }
  }
}
