package dev.tenlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.ScriptedRung;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenlinesTest {
  private static final String RULES =
      """
      - when: input.mentions("stolen", "lost my card") && !input.mentions("found")
        then: lost_card
      - when: fields.country == "DE" && input.mentionsAll("card", "arrive")
        then: card_arrival
      """;

  @TempDir private Path directory;

  private Tenlines open() {
    return Tenlines.in(directory)
        .feature(Feature.classify("triage", "lost_card", "card_arrival"))
        .rules("triage", RULES)
        .open();
  }

  @Test
  void aDeclaredRule_answersAndSaysWhy() {
    try (Tenlines tenlines = open()) {
      Outcome<?> outcome = tenlines.ask("triage", "Somebody has STOLEN it!");

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Answered.class, a -> assertThat(a.value()).isEqualTo("lost_card"));
    }
  }

  @Test
  void whatNoRuleKnows_waitsForAPerson_alsoAfterTheProcessIsGone() {
    String review;
    try (Tenlines tenlines = open()) {
      review = ((Deferred<?>) tenlines.ask("triage", "What are your opening hours?")).review();
    }
    try (Tenlines tenlines = open()) {
      assertThat(tenlines.openReviews("default", "triage", 10))
          .extracting("id")
          .containsExactly(review);
      assertThat(tenlines.openReviews("elsewhere", "triage", 10)).isEmpty();
    }
  }

  @Test
  void fields_areReadByRules() {
    try (Tenlines tenlines = open()) {
      Request german = Request.of("When will my card arrive?").withFields(Map.of("country", "DE"));

      assertThat(tenlines.ask("triage", german)).isInstanceOf(Answered.class);
      assertThat(tenlines.ask("triage", german.withFields(Map.of("country", "FR"))))
          .isInstanceOf(Deferred.class);
    }
  }

  @Test
  void theSameIdempotencyKey_getsTheSameOutcome() {
    try (Tenlines tenlines = open()) {
      Outcome<?> first = tenlines.ask("triage", Request.of("stolen").withKey("order-7"));

      assertThat(tenlines.ask("triage", Request.of("something else").withKey("order-7")))
          .isEqualTo(first);
      assertThat(
              tenlines.ask("triage", Request.of("stolen").withKey("order-7").forTenant("b")).id())
          .isNotEqualTo(first.id());
    }
  }

  @Test
  void theSameTextAgain_isAnsweredByTheCache_ofTheSameTenantOnly() {
    ScriptedRung costly =
        new ScriptedRung(
            "model:scripted",
            Duration.ZERO,
            request ->
                new Attempt.Proposed<>(
                    "lost_card",
                    1,
                    0.9,
                    "",
                    new Outcome.Basis.Construction(),
                    List.of(),
                    Money.ZERO));
    try (Tenlines tenlines =
        Tenlines.in(directory)
            .feature(
                Feature.classify("triage", "lost_card", "card_arrival")
                    .withRungs("cache", "model:scripted", "review"))
            .rung("model:scripted", costly)
            .open()) {
      tenlines.ask("triage", "Where is it?");
      Outcome<?> again = tenlines.ask("triage", "  WHERE is   it? ");
      tenlines.ask("triage", Request.of("Where is it?").forTenant("b"));

      assertThat(again)
          .isInstanceOfSatisfying(
              Answered.class,
              a -> {
                assertThat(a.value()).isEqualTo("lost_card");
                assertThat(a.rung()).startsWith("cache@");
                assertThat(a.basis()).isEqualTo(new Outcome.Basis.Construction());
              });
      assertThat(costly.asked()).isEqualTo(2);
    }
  }

  @Test
  void anUnknownFeature_isRefusedWithTheOnesThereAre() {
    try (Tenlines tenlines = open()) {
      assertThatThrownBy(() -> tenlines.ask("triag", "x"))
          .isInstanceOf(TenlinesException.class)
          .hasMessage("TL-160 The feature (triag) is not declared. Maybe it is one of: triage.");
    }
  }

  @Test
  void open_saysEveryErrorAtOnce() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { a: "", b: "" }
            rungs: [rules, "model:haiku", review]
          other:
            labels: { a: "" }
            stage: sometimes
        """);
    Files.createDirectories(directory.resolve("rules"));
    Files.writeString(
        directory.resolve("rules/triage.yaml"), "- when: input.mentions(3)\n  then: a\n");

    assertThatThrownBy(() -> Tenlines.open(directory))
        .hasMessageContaining("TL-139 The rung (model:haiku)")
        .hasMessageContaining("TL-120")
        .hasMessageContaining("triage.yaml:1:")
        .hasMessageContaining("TL-113 The value (sometimes) at tenlines.yaml:7:");
  }

  @Test
  void aRungOfTheApplication_climbsLikeAnyOther() {
    Rung<String> own =
        new Rung<>() {
          @Override
          public String name() {
            return "model:own";
          }

          @Override
          public String version() {
            return "1";
          }

          @Override
          public Attempt<String> attempt(Ask ask) {
            return ScriptedRung.proposal("lost_card", 0.99);
          }
        };
    try (Tenlines tenlines =
        Tenlines.in(directory)
            .feature(
                Feature.classify("triage", "lost_card", "card_arrival")
                    .withRungs("model:own", "review"))
            .rung("model:own", own)
            .open()) {
      assertThat(tenlines.ask("triage", "x"))
          .as("without a certificate it only proposes")
          .isInstanceOfSatisfying(
              Deferred.class, d -> assertThat(d.proposal()).isEqualTo("lost_card"));
    }
  }
}
