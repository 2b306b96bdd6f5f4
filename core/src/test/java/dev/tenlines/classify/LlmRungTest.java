package dev.tenlines.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Finding;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.Trace;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classification by a language model, from a project's file to the mock provider and back. */
class LlmRungTest {
  private static final String ARRIVAL = "{\"label\": \"card_arrival\"}";
  @TempDir private Path project;
  private final TestClock clock = new TestClock();
  private MockProvider mock;

  @BeforeEach
  void start() {
    mock = MockProvider.start(0, Script.answers(asked -> ARRIVAL));
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private Tenlines open(Dialect dialect, String model, String rungs) throws IOException {
    Files.writeString(
        project.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen" }
            rungs: [%s]
        models:
          first: { provider: %s, base-url: "%s", model: %s, key: mock }
        """
            .formatted(
                rungs, dialect.name().toLowerCase(Locale.ROOT), mock.baseUrl(dialect), model));
    return Tenlines.in(project).clock(clock).open();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aModelsLabel_isProposedToAPerson_withWhatItCost(Dialect dialect) throws IOException {
    String model =
        Map.of(
                Dialect.ANTHROPIC, "claude-haiku-4-5",
                Dialect.OPENAI, "gpt-4.1-mini",
                Dialect.GEMINI, "gemini-2.5-flash-lite",
                Dialect.OLLAMA, "llama3.2")
            .get(dialect);
    try (Tenlines tenlines = open(dialect, model, "\"model:first\", review")) {
      Outcome<?> outcome = tenlines.ask("triage", "My card never arrived");

      assertThat(outcome)
          .as(outcome.trace().toString())
          .isInstanceOfSatisfying(
              Deferred.class, d -> assertThat(d.proposal()).isEqualTo("card_arrival"));
      boolean free = dialect == Dialect.OLLAMA;
      assertThat(outcome.trace().charge().isZero()).isEqualTo(free);
      Received asked = mock.received().getFirst();
      assertThat(asked.user()).contains("My card never arrived");
      assertThat(asked.system()).contains("lost_card: Card lost or stolen");
    }
  }

  @Test
  void anAnswerThatIsNoLabel_isSentBackOnce_thenTheRungAbstains() throws IOException {
    mock.play(Script.answers(asked -> "I think it is about a card."));
    try (Tenlines tenlines = open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\", review")) {
      Outcome<?> outcome = tenlines.ask("triage", "My card never arrived");

      assertThat(outcome)
          .isInstanceOfSatisfying(Deferred.class, d -> assertThat(d.proposal()).isNull());
      assertThat(mock.counts().requests()).isEqualTo(2);
      assertThat(outcome.trace().steps().getFirst().reason()).isEqualTo("said no label, twice");
      assertThat(mock.received().getLast().user()).contains("card_arrival, lost_card");
    }
  }

  @Test
  void samples_areAllPaidFor_andTheirAgreementIsTheScore() throws IOException {
    AtomicInteger asks = new AtomicInteger();
    mock.play(
        Script.answers(
            asked -> asks.incrementAndGet() == 2 ? "{\"label\": \"lost_card\"}" : ARRIVAL));
    open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\", review").close();
    Path file = project.resolve("tenlines.yaml");
    Files.writeString(file, Files.readString(file).replace("key: mock", "key: mock, samples: 4"));
    try (Tenlines tenlines = Tenlines.in(project).clock(clock).open()) {
      Outcome<?> outcome = tenlines.ask("triage", "My card never arrived");

      assertThat(mock.counts().requests()).isEqualTo(4);
      Trace.Step step = outcome.trace().steps().getFirst();
      assertThat(step.score()).isEqualTo(0.75);
      assertThat(step.charge().isZero()).isFalse();
    }
  }

  @Test
  void ownCapabilities_speakBeforeTheBuiltIn() throws IOException {
    Files.writeString(
        project.resolve("capabilities.yaml"),
        "- { provider: openai, model: gpt-4.1*, temperature: false, schema: false, context: 60 }");
    try (Tenlines tenlines = open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\", review")) {
      Outcome<?> outcome = tenlines.ask("triage", "My card never arrived");

      assertThat(outcome.trace().steps().getFirst().reason()).startsWith("TOO_LONG").contains("60");
      assertThat(mock.counts().requests()).isZero();
    }
  }

  @Test
  void check_readsThePromptsThatWillBeSent() throws IOException {
    Files.createDirectories(project.resolve("prompts"));
    Files.writeString(project.resolve("prompts/classify.md"), "Just classify it.");
    try {
      open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\", review").close();
    } catch (TenlinesException e) {
      assertThat(e.id()).isEqualTo("TL-260");
    }

    assertThat(Tenlines.in(project).check()).extracting(Finding::id).contains("TL-260");
  }

  @Test
  void verdictsOnSimilarTexts_areShownToTheModel_andOfTheSameTenantOnly() throws IOException {
    try (Tenlines tenlines = open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\", review")) {
      decide(tenlines, Request.of("The parcel with my card is late"), "card_arrival");
      decide(tenlines, Request.of("A thief took the card").forTenant("other"), "lost_card");

      Outcome<?> unused = tenlines.ask("triage", "My card is late");

      String shown = mock.received().getLast().user();
      assertThat(shown).contains("The parcel with my card is late").doesNotContain("thief");
    }
  }

  /** Decides, and lets the time to take it back pass. */
  private void decide(Tenlines tenlines, Request request, String label) {
    Deferred<?> deferred = (Deferred<?>) tenlines.ask("triage", request);
    ReviewItem item = tenlines.reviews().find(request.tenant(), deferred.review());
    tenlines.reviews().open(item.tenant(), item.id(), "ann");
    int version = tenlines.reviews().find(item.tenant(), item.id()).version();
    assertThat(
            tenlines
                .reviews()
                .decide(item.tenant(), item.id(), "ann", version, new Verdict.Corrected(label)))
        .isInstanceOf(Decision.Done.class);
    clock.advance(ReviewQueue.UNDO);
  }

  @Test
  void aFailingModel_isFollowedByTheNext() throws IOException {
    mock.play(Script.always(Fault.of("S10")));
    try (Tenlines tenlines = open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\", review")) {
      Outcome<?> outcome = tenlines.ask("triage", "My card never arrived");

      assertThat(outcome).isInstanceOf(Deferred.class);
      Trace.Step step = outcome.trace().steps().getFirst();
      assertThat(step.result()).isEqualTo(Trace.Result.FAILED);
      assertThat(step.reason()).startsWith("MISCONFIGURED: HTTP 401");
      assertThat(outcome.trace().charge().isZero()).isTrue();
    }
  }

  @Test
  void anEmptyBudget_isSaid_andNothingIsSent() throws IOException {
    open(Dialect.OPENAI, "gpt-4.1-mini", "\"model:first\"").close();
    Files.writeString(
        project.resolve("tenlines.yaml"),
        Files.readString(project.resolve("tenlines.yaml"))
            + "budgets: [{ feature: triage, window: day, stop: 0.000001 USD }]\n");
    try (Tenlines tenlines = Tenlines.open(project)) {
      assertThat(tenlines.ask("triage", "My card never arrived"))
          .isInstanceOfSatisfying(
              Declined.class, d -> assertThat(d.reason()).isEqualTo(Outcome.Reason.OVER_BUDGET));
      assertThat(mock.counts().requests()).isZero();
    }
  }
}
