package dev.tenlines.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tenlines.Feature;
import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeatureYamlTest {
  @TempDir Path directory;

  @Test
  void everyKey_isRead() {
    Feature triage =
        feature(
            """
            features:
              triage:
                kind: classify
                labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen", other: }
                none: other
                input: text
                profile: { language-task: true, rule: none, wrong-answer-cost: 2.50 EUR,
                  review-cost: 0.40 EUR, latency-budget: 1s, volume: 50000/month }
                promise: { error: 2%, confidence: 95%, labels: { lost_card: { missed: 1% } } }
                stage: assist
                rungs: [rules, cache, classifier, "model:haiku", "model:sonnet", review]
            """,
            "triage");

    assertThat(triage.name()).isEqualTo("triage");
    assertThat(triage.labels())
        .containsExactly(
            entry("card_arrival", "Where is my card?"),
            entry("lost_card", "Card lost or stolen"),
            entry("other", ""));
    assertThat(triage.answerable()).containsExactly("card_arrival", "lost_card");
    assertThat(triage.input()).isEqualTo("text");
    assertThat(triage.profile())
        .isEqualTo(
            new Profile(
                true,
                Profile.Rule.NONE,
                Money.parse("2.50 EUR"),
                Money.parse("0.40 EUR"),
                Duration.ofSeconds(1),
                Volume.parse("50000/month")));
    assertThat(triage.promise())
        .isEqualTo(new Promise(0.02, 0.95, Map.of("lost_card", new LabelPromise(null, 0.01))));
    assertThat(triage.stage()).isEqualTo(Stage.ASSIST);
    assertThat(triage.rungs())
        .containsExactly("rules", "cache", "classifier", "model:haiku", "model:sonnet", "review");
  }

  @Test
  void promisePerLabel_isRead() {
    Feature comments =
        feature(
            """
            features:
              comments:
                labels: { ok: , spam: , abuse: , off_topic: "Not about cooking" }
                promise: { labels: { ok: { error: 1% }, spam: { error: 0.5%, missed: 0.1 } } }
                rungs: [rules, classifier, review]
            """,
            "comments");

    assertThat(comments.promise())
        .isEqualTo(
            new Promise(
                Promise.DEFAULT.error(),
                Promise.DEFAULT.confidence(),
                Map.of("ok", new LabelPromise(0.01, null), "spam", new LabelPromise(0.005, 0.1))));
    assertThat(comments.promise().errorOf("spam")).isEqualTo(0.005);
    assertThat(comments.promise().errorOf("abuse")).isEqualTo(Promise.DEFAULT.error());
  }

  @Test
  void nothingStated_isTheDefault() {
    assertThat(feature("features:\n  t:\n    labels: { a: , b: }\n", "t"))
        .isEqualTo(Feature.classify("t", "a", "b"));
  }

  @Test
  void promiseWithoutAnError_followsFromTheCosts() {
    String text =
        """
        features:
          t:
            labels: { a: , b: }
            profile: { wrong-answer-cost: 2.50 EUR, review-cost: 0.40 EUR }
        """;

    assertThat(feature(text, "t").promise().error()).isEqualTo(0.16);
    assertThat(feature(text + "    promise: { error: 3% }\n", "t").promise().error())
        .isEqualTo(0.03);
  }

  @ParameterizedTest
  @CsvSource({"150ms, 150", "2s, 2000", "1m, 60000", "2 s, 2000"})
  void duration_isReadInEachUnit(String text, long millis) {
    Feature feature =
        feature(
            "features:\n  t:\n    labels: { a: , b: }\n    profile: { latency-budget: "
                + text
                + " }\n",
            "t");

    assertThat(feature.profile().latencyBudget()).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void severalFeatures_standInFileOrder() {
    Project.write(
        directory.resolve("tenlines.yaml"),
        "features:\n  b: { labels: {} }\n  a: { labels: {} }\n");

    assertThat(new Project(directory).features().keySet()).containsExactly("b", "a");
  }

  @Test
  void noFileOrAnEmptyOne_declaresNothing() {
    assertThat(new Project(directory).features()).isEmpty();
    Project.write(directory.resolve("tenlines.yaml"), "# later\n");
    assertThat(new Project(directory).features()).isEmpty();
  }

  @Test
  void brokenYaml_isToldWithItsPlace() {
    refused("features:\n  t:\n    labels: { a: , b: \n", "TL-111", "(tenlines.yaml:4:1)");
    refused("features:\n  t:\n   labels: x\n    input: y\n", "TL-111", "(tenlines.yaml:4:10)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stagee: auto | stagee | 5:5",
        "profile: { rule: none, latency: 2s } | latency | 5:28",
        "promise: { eror: 2% } | eror | 5:16",
        "promise: { labels: { a: { error: 1%, mised: 2% } } } | mised | 5:42",
      })
  void unknownKey_isToldWithItsPlaceAndTheKnownOnes(String line, String key, String place) {
    refused(
        fourth(line),
        "TL-112",
        "The key (" + key + ") at tenlines.yaml:" + place + " is not known");
    refused(fourth(line), "TL-112", "Maybe it is one of: ");
  }

  @Test
  void unknownKeyAtTheTop_isToldWithItsPlace() {
    refused("features: {}\nfeature: {}\n", "TL-112", "(feature) at tenlines.yaml:2:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: guess | (guess) at tenlines.yaml:5:11 must be one of: classify, draft",
        "stage: live | (live) at tenlines.yaml:5:12 must be one of: shadow, assist, auto",
        "rungs: rules | (rules) at tenlines.yaml:5:12 must be a list",
        "profile: { rule: some } | (some) at tenlines.yaml:5:22 must be one of: complete, partial",
        "profile: { language-task: maybe } | (maybe) at tenlines.yaml:5:31 must be true or false",
        "profile: { latency-budget: soon } | (soon) at tenlines.yaml:5:32 must be a duration",
        "profile: fast | (fast) at tenlines.yaml:5:14 must be a mapping",
        "labels: { a: } | (labels) at tenlines.yaml:5:5 stands twice",
      })
  void wrongValue_isToldWithItsPlace(String line, String said) {
    refused(fourth(line), "TL-113", said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "promise: { error: 0% } | TL-107 | (0%) | 5:23",
        "promise: { error: 100% } | TL-107 | (100%) | 5:23",
        "promise: { error: some } | TL-107 | (some) | 5:23",
        "promise: { labels: { a: { missed: 2 } } } | TL-107 | (2) | 5:39",
        "promise: { confidence: 30% } | TL-102 | (0.3) | 5:28",
        "profile: { wrong-answer-cost: much } | TL-104 | (much) | 5:35",
        "profile: { review-cost: -1 EUR } | TL-104 | (-1 EUR) | 5:29",
        "profile: { volume: lots } | TL-106 | (lots) | 5:24",
      })
  void valueOutOfItsRange_isToldWithItsPlace(String line, String id, String value, String place) {
    refused(fourth(line), id, value);
    refused(fourth(line), id, "tenlines.yaml:" + place);
  }

  @Test
  void quotedValue_isToldAtItsFirstCharacter() {
    refused(fourth("promise: { error: \"200%\" }"), "TL-107", "tenlines.yaml:5:24");
  }

  @Test
  void costsInTwoCurrencies_areRefused() {
    refused(
        fourth("profile: { wrong-answer-cost: 2 EUR, review-cost: 1 USD }"), "TL-105", "1.00 USD");
  }

  @Test
  void featureName_mustBeUsable() {
    refused("features:\n  Triage: { labels: { a: , b: } }\n", "TL-103", "(Triage)");
  }

  @Test
  void oneBrokenFeature_leavesTheOthersReadable() {
    Project.write(
        directory.resolve("tenlines.yaml"),
        "features:\n  bad: { kind: draft }\n  good: { labels: { a: , b: } }\n");

    assertThat(new Project(directory).features().get("good").feature().answerable())
        .isEqualTo(List.of("a", "b"));
  }

  private static String fourth(String line) {
    return "features:\n  t:\n    labels: { a: , b: }\n    input: body\n    " + line + "\n";
  }

  @Test
  void review_isReadInEveryPart() {
    Feature triage =
        feature(
            """
            features:
              triage:
                labels: { a: , b: }
                review: { due: 30d, otherwise: a, audits: 5%, reasons: [spam, "not, for us"] }
            """,
            "triage");

    assertThat(triage.review())
        .isEqualTo(
            new ReviewPolicy(Duration.ofDays(30), "a", 0.05, List.of("spam", "not, for us")));
    assertThat(triage.review().safeLabel()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0%, 0", "1, 1", "100%, 1", "0.25, 0.25", "2%, 0.02"})
  void audits_areAnyShare_alsoNothingAndEverything(String text, double share) {
    assertThat(
            feature(
                    "features: { t: { labels: { a: , b: }, review: { audits: " + text + " } } }",
                    "t")
                .review()
                .audits())
        .isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"stay", "decline"})
  void otherwise_withoutALabel_isNoAnswer(String otherwise) {
    assertThat(
            feature(
                    "features: { t: { labels: { a: , b: }, review: { due: 2h, otherwise: "
                        + otherwise
                        + " } } }",
                    "t")
                .review()
                .safeLabel())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'due: soon', TL-113, 'tenlines.yaml:1:'",
    "'audits: 120%', TL-1, '120%'",
    "'audits: -1%', TL-1, '-1%'",
    "'audits: often', TL-1, often",
    "'reason: [spam]', TL-112, 'reason'"
  })
  void wrongReview_isToldWithItsPlace(String line, String id, String said) {
    Project.write(
        directory.resolve("tenlines.yaml"),
        "features: { t: { labels: { a: , b: }, review: { " + line + " } } }");
    assertThatThrownBy(() -> new Project(directory).features().get("t").feature())
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith(id)
        .hasMessageContaining(said)
        .hasMessageContaining("tenlines.yaml:1:");
  }

  private Feature feature(String text, String name) {
    Project.write(directory.resolve("tenlines.yaml"), text);
    return new Project(directory).features().get(name).feature();
  }

  private void refused(String text, String id, String said) {
    Project.write(directory.resolve("tenlines.yaml"), text);
    assertThatThrownBy(
            () -> new Project(directory).features().values().forEach(Project.Declared::feature))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining(said);
  }
}
