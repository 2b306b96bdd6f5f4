package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;

class TenlinesPropertiesTest {
  /** Every key that a feature has. */
  private static final String FEATURES =
      """
      features:
        triage:
          kind: classify
          labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen", Other: "" }
          none: Other
          input: subject
          profile:
            language-task: true
            rule: none
            wrong-answer-cost: 2.50 EUR
            review-cost: 0.40 EUR
            latency-budget: 1500ms
            volume: 50000/month
          promise:
            error: 2%
            confidence: 95%
            labels:
              lost_card: { error: 1%, missed: 0.5% }
          stage: assist
          rungs: [rules, classifier, review]
          review:
            due: 4h
            otherwise: decline
            audits: 3%
            reasons: [not for us, a joke]
        usual:
          labels: { ok: "", spam: "" }
        dear:
          labels: { ok: "", spam: "" }
          profile: { wrong-answer-cost: 2.00 EUR, review-cost: 0.20 EUR }
          review: { audits: 0 }
      """;

  @TempDir Path directory;

  @Test
  void features_meanTheSameAsInTheProjectFile() throws Exception {
    Path project = Files.createDirectory(directory.resolve("other"));
    Files.writeString(project.resolve("tenlines.yaml"), FEATURES);

    Contexts.in(directory)
        .withInitializer(Contexts.yaml("tenlines:\n" + FEATURES.indent(2)))
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          assertThat(tenlines.features()).containsExactly("triage", "usual", "dear");
          new Project(project)
              .features()
              .forEach((name, declared) -> {
                Feature read = tenlines.plan(name).feature();
                assertThat(read).isEqualTo(declared.feature());
                assertThat(read.labels().keySet())
                    .containsExactlyElementsOf(declared.feature().labels().keySet());
              });
        });
  }

  @Test
  void label_withOtherCharacters_isWrittenInBrackets() {
    Contexts.in(directory)
        .withInitializer(
            Contexts.yaml(
                """
                tenlines:
                  features:
                    triage:
                      labels: { "[Where is it?]": "", "[a.b]": "" }
                """))
        .run(context ->
            assertThat(context.getBean(Tenlines.class).plan("triage").feature().answerable())
                .containsExactly("Where is it?", "a.b"));
  }

  @ParameterizedTest
  @CsvSource({
    "profile.wrong-answer-cost, much, TL-104",
    "profile.review-cost, -1 EUR, TL-104",
    "profile.volume, often, TL-106",
    "promise.error, 200%, TL-107",
    "promise.confidence, 20%, TL-102",
    "promise.labels.spam.missed, none, TL-107",
    "review.audits, 101%, TL-107"
  })
  void wrongValue_isRefusedWithItsProperty(String key, String value, String id) {
    String property = "tenlines.features.triage." + key;
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues(property + "=" + value)
        .run(context -> {
          TenlinesException refused = refusal(context.getStartupFailure());
          assertThat(refused.id()).isEqualTo(id);
          assertThat(refused.what()).contains(property);
          assertThat(refused.hint()).startsWith("Maybe");
        });
  }

  @Test
  void twoCurrencies_areRefused() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues(
            "tenlines.features.triage.profile.wrong-answer-cost=2 EUR",
            "tenlines.features.triage.profile.review-cost=1 USD")
        .run(context -> {
          TenlinesException refused = refusal(context.getStartupFailure());
          assertThat(refused.id()).isEqualTo("TL-105");
          assertThat(refused.what()).contains("tenlines.features.triage.profile");
        });
  }

  @Test
  void unknownKey_isRefusedWithItsName() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("tenlines.features.triage.promis.error=1%")
        .run(context ->
            assertThat(context.getStartupFailure())
                .hasRootCauseInstanceOf(UnboundConfigurationPropertiesException.class)
                .rootCause()
                .hasMessageContaining("tenlines.features.triage.promis.error"));
  }

  @Test
  void planErrors_areToldAllAtOnce() {
    Contexts.in(directory)
        .withPropertyValues(
            "tenlines.features.triage.labels.only=",
            "tenlines.features.triage.rungs=review,rules",
            "tenlines.features.comments.labels.only=")
        .run(context ->
            assertThat(refusal(context.getStartupFailure()).getMessage())
                .contains("TL-136", "TL-135", "(triage)", "(comments)"));
  }

  @Test
  void secrets_stayOutOfTexts() {
    assertThat(new TenlinesProperties.Database("jdbc:postgresql://h/d", "me", "s3cret").toString())
        .doesNotContain("s3cret");
    assertThat(
            new TenlinesProperties.Webhook("https://shop.example", "s3cret", java.util.List.of())
                .toString())
        .doesNotContain("s3cret");
  }

  static TenlinesException refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TenlinesException refused) {
        return refused;
      }
    }
    throw new AssertionError("Not refused by Tenlines", failure);
  }
}
