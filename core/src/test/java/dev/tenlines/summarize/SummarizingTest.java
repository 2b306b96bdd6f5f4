package dev.tenlines.summarize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Request;
import dev.tenlines.Stage;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.document.SourceFile;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.Verdict;
import dev.tenlines.salience.Counting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SummarizingTest {
  @TempDir Path directory;
  private final TestClock clock = new TestClock();

  @Test
  void longText_isSummarised_inItsOwnSentences_withTheirPlaces() {
    try (Tenlines tenlines = open(feature())) {
      Answered<?> answered = answered(tenlines.ask("abstract", Lease.TEXT));

      Summary summary = (Summary) answered.value();
      assertThat(answered.basis()).isInstanceOf(Basis.Construction.class);
      assertThat(Counting.words(summary.text())).isBetween(51, 60);
      assertThat(summary.sentences())
          .isNotEmpty()
          .allSatisfy(sentence -> {
            Span span = (Span) sentence.from().getFirst();
            assertThat(Lease.TEXT.substring(span.start(), span.end())).isEqualTo(span.text());
            assertThat(Original.plain(span.text())).isEqualTo(sentence.text());
          });
      assertThat(starts(summary)).isSorted();
      assertThat(summary.facts()).extracting(Summary.KeyFact::text).contains("3 March 2026");
      assertThat(answered.evidence()).isEqualTo(summary.evidence());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 45, 100, 150, 250})
  void everyBudget_isKept_andUsed(int words) {
    try (Tenlines tenlines = open(feature())) {
      Summary summary = summary(tenlines.ask("abstract", Request.of(Lease.TEXT).withWords(words)));

      assertThat(Counting.words(summary.text())).isBetween((int) Math.ceil(.85 * words), words);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 19, 2_001})
  void budgetThatIsNone_isRefused(int words) {
    try (Tenlines tenlines = open(feature())) {
      Request request = Request.of(Lease.TEXT).withWords(words);

      assertThatThrownBy(() -> tenlines.ask("abstract", request))
          .isInstanceOf(TenlinesException.class)
          .hasMessageContaining("TL-322")
          .hasMessageContaining(words + " words");
    }
  }

  @Test
  void featureWithoutALength_doesNotOpen() {
    Feature wrong = feature().withDetail(Summarizing.WORDS, "many");

    assertThatThrownBy(() -> open(wrong))
        .hasMessageContaining("TL-323")
        .hasMessageContaining("many");
  }

  @Test
  void shortText_comesBackAsItIs() {
    String note = "The lift is broken.\nIt is repaired on Friday, 6 March.";
    try (Tenlines tenlines = open(feature())) {
      Answered<?> answered = answered(tenlines.ask("abstract", note + "\n\n"));

      assertThat(answered.rung()).isEqualTo("short@1");
      assertThat(answered.value()).hasToString(note);
      assertThat(((Summary) answered.value()).sentences()).hasSize(2);
    }
  }

  @Test
  void summaryThatADocumentBrings_isOffered_withItsPlace() {
    String own =
        "Marlow Estates lets the ground floor of 14 Harbour Street to Tessa Quill for five years. The rent is EUR 2,400 a month."
            + " Either side may end the lease after three years with six months' notice. The rooms are used as a bakery and for"
            + " nothing else, and the landlord keeps the roof in repair.";
    String text = "Abstract\n\n" + own + "\n\n" + Lease.TEXT;
    try (Tenlines tenlines = open(feature())) {
      Answered<?> answered = answered(tenlines.ask("abstract", text));

      assertThat(answered.rung()).isEqualTo("short@1");
      assertThat(answered.value()).hasToString(own);
      assertThat(starts((Summary) answered.value()).getFirst()).isEqualTo(text.indexOf(own));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "\u200b\u2060"})
  void emptyText_isDeclined_andNobodyIsAsked(String nothing) {
    try (Tenlines tenlines = open(feature())) {
      Outcome<?> outcome = tenlines.ask("abstract", nothing);

      assertThat(((Declined<?>) outcome).reason()).isEqualTo(Reason.NO_ANSWER);
      assertThat(outcome.trace().steps())
          .singleElement()
          .satisfies(step -> assertThat(step.reason()).isEqualTo("the text has no words"));
    }
  }

  @Test
  void headsFootersAndEarlierMails_areNoPartOfAMail() {
    String mail =
        """
        From: Tessa Quill <tessa@example.org>
        To: Marlow Estates <office@example.org>
        Subject: Oven
        Content-Type: text/plain; charset=utf-8

        Hello, the oven broke on Monday. The technician comes on Thursday and brings the part. I will send you the invoice.

        > On 1 March Mr Okafor wrote:
        > Please report every defect of the oven within two days.
        """;
    try (Tenlines tenlines = open(feature())) {
      SourceFile file =
          tenlines.documents().file("oven.eml", mail.getBytes(StandardCharsets.UTF_8));

      Summary summary = summary(tenlines.ask("abstract", Request.of(file)));

      assertThat(summary.text())
          .startsWith("Hello, the oven broke")
          .doesNotContain("Subject", "Okafor");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "店铺的租金每月两千四百欧元，每年四月一日上涨百分之二点五。",
        "ผู้เช่าจ่ายเงินมัดจำก่อนรับกุญแจ และต้องแจ้งเมื่อเตาอบเสีย ",
        "the tenant pays the rent on the third day and keeps the chimney free of soot ",
        "किरायेदार हर महीने किराया देता है। ओवन की मरम्मत मालिक करता है। "
      })
  void textWhoseSentencesAreHardToTell_isSummarisedAllTheSame(String some) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(some).append(i % 7 == 6 ? i : "");
    }
    try (Tenlines tenlines = open(feature())) {
      Summary summary =
          summary(tenlines.ask("abstract", Request.of(text.toString()).withWords(40)));

      assertThat(Counting.words(summary.text())).isBetween(1, 40);
    }
  }

  @Test
  void watchers_seeTheSentences_beforeTheOutcome() {
    List<String> seen = new ArrayList<>();
    Feed feed = new Feed(piece -> seen.add(((Piece.Sentence) piece).text()));
    try (Tenlines tenlines = open(feature())) {
      Outcome<?> outcome = tenlines.ask("abstract", Request.of(Lease.TEXT), feed);

      assertThat(String.join(" ", seen)).isEqualTo(summary(outcome).text());
    }
  }

  @Test
  void correctedSummary_teachesWhatToKeep_forThisTenantOnly() {
    Feature feature = feature().withStage(Stage.ASSIST).withRungs("extractive", "review");
    String right =
        "The courtyard is shared with the bookshop next door. Both shops clean the courtyard in turn, week by week.";
    try (Tenlines tenlines = open(feature)) {
      String untaught = proposed(tenlines.ask("abstract", Lease.TEXT)).text();
      correct(tenlines, 4, right);

      Request other = Request.of(Lease.TEXT).forTenant("other");
      assertThat(untaught).doesNotContain("courtyard");
      assertThat(proposed(tenlines.ask("abstract", Lease.TEXT)).text()).contains("courtyard");
      assertThat(proposed(tenlines.ask("abstract", other)).text()).isEqualTo(untaught);
    }
  }

  private void correct(Tenlines tenlines, int times, String right) {
    for (int i = 0; i < times; i++) {
      Deferred<?> deferred = (Deferred<?>) tenlines.ask("abstract", Lease.TEXT);
      Object value = feature().kind().task().value(feature(), right);
      tenlines
          .reviews()
          .decide("default", deferred.review(), "ann", null, new Verdict.Corrected(value));
      clock.advance(Duration.ofSeconds(11));
    }
  }

  @Test
  void manyCorrections_areLearnedBesideTheRequests() {
    Feature feature = feature().withStage(Stage.ASSIST).withRungs("extractive", "review");
    String right = "Both shops clean the courtyard in turn, week by week.";
    try (Tenlines tenlines = open(feature)) {
      correct(tenlines, 10, right);
    }
    try (Tenlines tenlines = open(feature)) {
      assertThat(
              Stream.generate(() -> proposed(tenlines.ask("abstract", Lease.TEXT)).text())
                  .limit(1_000))
          .anyMatch(text -> text.contains("courtyard"));
    }
  }

  @Test
  void whatAnotherRungSays_isHeldAgainstTheSource() {
    Rung<?> other =
        new Written(
            "The rent is EUR 2,400 a month. The rent rises by 9.5 percent each year. The tenant repairs what customers break.");
    try (Tenlines tenlines =
        Tenlines.in(directory)
            .clock(clock)
            .feature(feature().withRungs("extractive", "model:clever"))
            .rung("model:clever", other)
            .open()) {
      Answered<?> answered = answered(tenlines.ask("abstract", Lease.TEXT));

      Summary summary = (Summary) answered.value();
      assertThat(answered.rung()).isEqualTo("model:clever@1");
      assertThat(summary.text())
          .contains("The rent is EUR 2,400 a month.")
          .contains("It rises by 2.5 percent")
          .doesNotContain("9.5");
      assertThat(summary.replaced()).isEqualTo(1);
      assertThat(Counting.words(summary.text())).isBetween(51, 60);
    }
  }

  /** A rung from outside that says a text. */
  private record Written(String text) implements Rung<Object> {
    @Override
    public String name() {
      return "model:clever";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Attempt<Object> attempt(Ask ask) {
      return new Proposed<>(
          Map.of("text", text), 1, null, "", new Basis.Construction(), List.of(), Money.ZERO);
    }
  }

  private static List<Integer> starts(Summary summary) {
    return summary.sentences().stream()
        .map(sentence -> ((Span) sentence.from().getFirst()).start())
        .toList();
  }

  private Tenlines open(Feature feature) {
    return Tenlines.in(directory).clock(clock).feature(feature).open();
  }

  private static Feature feature() {
    return Feature.summarize("abstract", 60).withRungs("short", "extractive");
  }

  private static Answered<?> answered(Outcome<?> outcome) {
    assertThat(outcome).as(outcome.toString()).isInstanceOf(Answered.class);
    return (Answered<?>) outcome;
  }

  private static Summary summary(Outcome<?> outcome) {
    return (Summary) answered(outcome).value();
  }

  private static Summary proposed(Outcome<?> outcome) {
    Summary proposal = (Summary) ((Deferred<?>) outcome).proposal();
    assertThat(proposal).as(outcome.trace().toString()).isNotNull();
    return proposal;
  }
}
