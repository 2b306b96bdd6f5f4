package dev.tenlines.answer;

import static dev.tenlines.Outcome.Reason.NOT_IN_DOCUMENTS;
import static dev.tenlines.answer.HelpPages.all;
import static dev.tenlines.answer.HelpPages.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.Tenlines;
import dev.tenlines.Trace;
import dev.tenlines.Turn;
import dev.tenlines.Turn.Role;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions to indexed pages; where sentences would have to be likely, a scripted model says them.
 */
class AnsweringTest {
  private static final String KEY = "What does a lost key cost?";
  private static final String LACKING = "Do you sell gift vouchers for tandem tours in Norway?";
  private static final String COSTS = "A lost key costs 35 euros.";
  private static final Duration LATER = Duration.ofSeconds(11);

  @TempDir private Path directory;
  private HelpPages pages;

  @BeforeEach
  void index() {
    pages = new HelpPages(directory);
  }

  private Tenlines usual() {
    return pages.open("curated", "cache", "passages");
  }

  private Tenlines reviewed() {
    return pages.open("curated", "cache", "passages", "review");
  }

  private Tenlines modelled() {
    return pages.open("curated", "cache", "model:bean:small");
  }

  private static Answer answer(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return (Answer) ((Answered<?>) outcome).value();
  }

  private static String rung(Outcome<?> outcome) {
    return ((Answered<?>) outcome).rung().replaceAll("@.*", "");
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve("curated").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void whatTheDocumentsLack_isSaid_withWhatComesNearest() {
    try (Tenlines tenlines = usual()) {
      Declined<?> declined = (Declined<?>) tenlines.ask("help", LACKING);

      assertThat(declined.reason()).isEqualTo(NOT_IN_DOCUMENTS);
      assertThat(((Answer) declined.proposal()).text()).isEmpty();
      assertThat(declined.trace().steps().getLast().reason()).startsWith("not in the documents");
    }
  }

  @Test
  void whatTheDocumentsLack_goesToAPerson_whereOneReviews() {
    try (Tenlines tenlines = reviewed()) {
      Deferred<?> deferred = (Deferred<?>) tenlines.ask("help", LACKING);

      assertThat(deferred.proposal()).isNull();
    }
  }

  @Test
  void anAnswer_isRemembered_untilTheDocumentsChange() {
    pages.answers.add(all(said(COSTS, COSTS, 1)));
    try (Tenlines tenlines = modelled()) {
      assertThat(rung(tenlines.ask("help", KEY))).isEqualTo("model:bean:small");
      Outcome<?> again = tenlines.ask("help", KEY);
      assertThat(rung(again)).isEqualTo("cache");
      assertThat(again.evidence()).isNotEmpty();

      String changed = "A lost key costs 40 euros.";
      pages.put("lost-key.md", changed);
      pages.answers.add(all(said(changed, changed, 1)));

      assertThat(answer(tenlines.ask("help", KEY)).text()).isEqualTo(changed);
      assertThat(rung(tenlines.ask("help", KEY))).isEqualTo("cache");
    }
  }

  @Test
  void anAnswerMadeWhileTheDocumentsChanged_isNotRemembered() {
    pages.answers.add(all(said(COSTS, COSTS, 1)));
    pages.answers.add(all());
    try (Tenlines tenlines = modelled()) {
      pages.meanwhile = () -> pages.put("news.md", "The shop has moved to Port Ellis.");
      assertThat(answer(tenlines.ask("help", KEY)).text()).isEqualTo(COSTS);
      pages.meanwhile = () -> {};

      assertThat(tenlines.ask("help", KEY)).isInstanceOf(Declined.class);
    }
  }

  @Test
  void aFollowUp_isAskedWithWhatWasSaidBefore() {
    String helmet = "Children under 12 must wear a helmet.";
    pages.answers.add(all(said(helmet, helmet, 1)));
    List<Turn> said = List.of(new Turn(Role.USER, "Who has to wear a helmet?"));
    try (Tenlines tenlines = modelled()) {
      Outcome<?> outcome = tenlines.ask("help", Request.of("And why?").after(said));

      assertThat(answer(outcome).text()).isEqualTo(helmet);
      assertThat(tenlines.history().find("default", outcome.id()).request().conversation())
          .isEqualTo(said);
      assertThat(tenlines.ask("help", "And why?")).isInstanceOf(Declined.class);
      assertThat(pages.prompts).hasSize(1);
    }
  }

  @Test
  void whatOthersMayNotRead_isNeitherFoundNorHintedAt() {
    String salary = "The salary of a mechanic is 3100 euros.";
    pages.put("salary.md", salary, HelpPages.groups("office"));
    pages.answers.add(all(said(salary, salary, 1)));
    pages.answers.add(all(said(salary, salary, 1)));
    pages.answers.add(all(said(salary, salary, 1)));
    Request asked = Request.of("What is the salary of a mechanic in the workshop?");
    try (Tenlines tenlines = modelled()) {
      assertThat(answer(tenlines.ask("help", asked.in(Set.of("office")))).text()).isEqualTo(salary);

      Declined<?> declined = (Declined<?>) tenlines.ask("help", asked);
      assertThat(((Answer) declined.proposal()).quotes())
          .noneMatch(quote -> quote.source().equals("salary.md"));
      assertThat(pages.prompts.getLast().turns().getFirst().text()).doesNotContain("3100");
    }
  }

  @Test
  void anAnswerThatPeopleWrote_goesFirst_withItsQuotes() throws IOException {
    write(
        "key.md",
        """
        ---
        questions: ["What does a lost key cost?", "I lost my key"]
        sources: [{source: lost-key.md, quote: "a lost key costs 35 euros"}]
        ---
        35 euros. Tell us *before* you leave the bike.
        """);
    try (Tenlines tenlines = usual()) {
      Outcome<?> outcome = tenlines.ask("help", "what will a lost key cost??");

      assertThat(rung(outcome)).isEqualTo("curated");
      assertThat(answer(outcome).text())
          .isEqualTo("35 euros. Tell us *before* you leave the bike.");
      assertThat(answer(outcome).quotes().getFirst().text())
          .isEqualTo("A lost key costs 35 euros.");
      assertThat(tenlines.ask("help", "What does a lost key not cost?").trace().steps().getFirst())
          .extracting(Trace.Step::reason)
          .isEqualTo("nobody wrote an answer to this question");
    }
  }

  @Test
  void anAnswerOfPeople_isStale_onceItsDocumentSaysOtherwise() throws IOException {
    write(
        "key.md",
        """
        ---
        questions: What does a lost key cost?
        sources: [{source: lost-key.md, quote: A lost key costs 35 euros.}]
        ---
        Lost keys are 35 euros.
        """);
    pages.put("lost-key.md", "A lost key costs 40 euros.");
    pages.answers.add(all(said("A lost key costs 40 euros.", "A lost key costs 40 euros.", 1)));
    try (Tenlines tenlines = modelled()) {
      Outcome<?> outcome = tenlines.ask("help", KEY);

      assertThat(rung(outcome)).isEqualTo("model:bean:small");
      assertThat(outcome.trace().steps().getFirst().reason())
          .isEqualTo("stale: lost-key.md has changed");
      assertThat(tenlines.gaps("default", "help").stale())
          .containsExactly(
              new Gaps.Stale(
                  "curated/key.md", KEY, "Lost keys are 35 euros.", "lost-key.md has changed"));
    }
  }

  @Test
  void aCorrectedAnswer_isTheFirstRung_forItsTenant_untilItsDocumentChanges() {
    String right = "A lost key costs 35 euros, paid in cash.";
    try (Tenlines tenlines = reviewed()) {
      Deferred<?> deferred = (Deferred<?>) tenlines.ask("help", LACKING);
      decide(
          tenlines,
          deferred,
          Map.of(
              "text",
              right,
              "quotes",
              List.of(Map.of("source", "lost-key.md", "text", "A lost key costs 35 euros."))));

      Outcome<?> again = tenlines.ask("help", LACKING);
      assertThat(rung(again)).isEqualTo("curated");
      assertThat(answer(again).text()).isEqualTo(right);
      assertThat(tenlines.ask("help", Request.of(LACKING).forTenant("other")))
          .isInstanceOf(Deferred.class);

      pages.remove("lost-key.md");

      Deferred<?> stale = (Deferred<?>) tenlines.ask("help", LACKING);
      assertThat(stale.proposal()).hasToString(right);
      assertThat(stale.trace().steps().getFirst().reason()).isEqualTo("stale: lost-key.md is gone");
    }
  }

  @Test
  void aCorrectedFollowUp_isFoundAgain_inTheSameConversationOnly() {
    Request asked =
        Request.of("And in winter?")
            .after(List.of(new Turn(Role.USER, "Do you rent sledges with two seats?")));
    try (Tenlines tenlines = reviewed()) {
      Deferred<?> deferred = (Deferred<?>) tenlines.ask("help", asked);
      decide(tenlines, deferred, "From December on.");

      assertThat(answer(tenlines.ask("help", asked)).text()).isEqualTo("From December on.");
      assertThat(tenlines.ask("help", "And in winter?")).isInstanceOf(Deferred.class);
    }
  }

  @Test
  void verdicts_teachWhetherSentencesAnswer_besideTheRequests() {
    Feature feature = HelpPages.feature("passages", "review").withStage(Stage.ASSIST);
    try (Tenlines tenlines = pages.open(feature, builder -> builder)) {
      String untaught = step(tenlines);
      for (int i = 0; i < 10; i++) {
        Deferred<?> deferred =
            (Deferred<?>) tenlines.ask("help", "Why is a lost key so expensive? Case " + i);
        tenlines
            .reviews()
            .decide("default", deferred.review(), "ann", null, new Verdict.Rejected("wrong"));
        pages.clock.advance(LATER);
      }
      pages.clock.advance(Duration.ofMinutes(2));

      assertThat(untaught).endsWith("t0");
      assertThat(Stream.generate(() -> step(tenlines)).limit(1_000))
          .anyMatch(rung -> !rung.endsWith("t0"));
    }
  }

  @Test
  void auditsOfWhatPassagesSay_certifyThem() {
    Feature feature =
        HelpPages.feature("passages", "review")
            .withPromise(0.2, 0.8)
            .withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 1, List.of()));
    try (Tenlines tenlines = pages.open(feature, builder -> builder)) {
      for (int i = 0; i < 25; i++) {
        var unused = tenlines.ask("help", KEY);
      }
      for (ReviewItem item : tenlines.openReviews("default", "help", 100)) {
        assertThat(item.proposal()).as("judged blind").isNull();
        var unused =
            tenlines
                .reviews()
                .decide(
                    "default",
                    item.id(),
                    "ann",
                    item.version(),
                    new Verdict.Corrected(Map.of("text", COSTS)));
      }
      pages.clock.advance(Duration.ofMinutes(2));
      tenlines.tend();

      assertThat(tenlines.certificates("help").all())
          .anySatisfy(one -> {
            assertThat(one.rung()).startsWith("passages@");
            assertThat(one.source()).endsWith("audits of its proposals");
            assertThat(one.open()).isTrue();
          });
    }
  }

  /** The rung that looked, with its version. */
  private static String step(Tenlines tenlines) {
    return tenlines.ask("help", KEY).trace().steps().getFirst().rung();
  }

  private void decide(Tenlines tenlines, Deferred<?> deferred, Object right) {
    Feature feature = tenlines.plan("help").feature();
    Object value = feature.kind().task().value(feature, right);
    assertThat(
            tenlines
                .reviews()
                .decide("default", deferred.review(), "ann", null, new Verdict.Corrected(value)))
        .isInstanceOf(Decision.Done.class);
    pages.clock.advance(LATER);
  }

  @Test
  void whatPeopleAskedAndTheDocumentsLack_isAReport() {
    try (Tenlines tenlines = usual()) {
      var unused = tenlines.ask("help", "Do you sell gift vouchers?");
      pages.clock.advance(LATER);
      unused = tenlines.ask("help", "Do you sell gift vouchers");
      unused = tenlines.ask("help", "Is there a ferry to Elba island?");

      Gaps gaps = tenlines.gaps("default", "help");

      assertThat(gaps.requests()).isEqualTo(3);
      assertThat(gaps.gaps()).extracting(Gap::requests).containsExactly(2, 1);
      assertThat(gaps.gaps().getFirst().question()).isEqualTo("Do you sell gift vouchers");
      assertThat(gaps.gaps().getFirst().last()).isEqualTo(pages.clock.instant());
      assertThat(gaps.gaps().getFirst().questions()).hasSize(2);
      assertThat(tenlines.gaps("other", "help").gaps()).isEmpty();
    }
  }

  @Test
  void whatIsRight_isWhatSaysTheSame() {
    Answering task = new Answering();
    Map<String, Object> said = Map.of("text", "A lost key costs 35 euros. Report it first.");

    assertThat(task.same(said, Map.of("text", "A lost key costs 35 euros."))).isTrue();
    assertThat(task.same(said, Map.of("text", "A lost key costs 40 euros."))).isFalse();
    assertThat(task.same(said, Map.of("text", "No."))).isFalse();
  }

  @Test
  void aProjectThatCannotAnswer_saysWhy() throws IOException {
    assertThatThrownBy(() -> pages.open(Feature.answer("help"), builder -> builder))
        .hasMessageContaining("TL-351");
    Feature named = HelpPages.feature("curated").withDetail("curated", "nowhere");
    assertThatThrownBy(() -> pages.open(named, builder -> builder)).hasMessageContaining("TL-352");
    write("a.md", "No questions here.");
    assertThatThrownBy(this::usual).hasMessageContaining("TL-353");
  }
}
