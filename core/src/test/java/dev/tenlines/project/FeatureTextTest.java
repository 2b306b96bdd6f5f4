package dev.tenlines.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeatureTextTest {
  @TempDir Path directory;

  @Test
  void everyKey_readsBackTheSame() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("zebra", "last letter first");
    labels.put("apple", "");
    labels.put("other", "none of these");
    readsBack(
        new Feature(
            "triage",
            Feature.Kind.CLASSIFY,
            labels,
            "other",
            "message text",
            new Profile(
                false,
                Profile.Rule.NONE,
                Money.parse("2.50 EUR"),
                Money.parse("0.40 EUR"),
                Duration.ofMillis(150),
                Volume.parse("50000/day")),
            new Promise(
                0.005,
                0.95,
                Map.of(
                    "zebra", new LabelPromise(0.01, null), "apple", new LabelPromise(0.02, 0.001))),
            Stage.SHADOW,
            List.of("rules", "model:haiku", "review"),
            ReviewPolicy.DEFAULT));
  }

  @Test
  void defaults_readBackTheSame() {
    readsBack(Feature.classify("t", "a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "a \"quoted\" word",
        "back\\slash",
        "key: value # no comment",
        "- item",
        "true",
        "null",
        "~",
        "0x1F",
        " spaces around ",
        "line\nbreak",
        "windows\r\nbreak",
        "tab\there",
        "退款 😀",
        "next\u0085line\u2028separator",
        "bell\u0007",
      })
  void oddLabel_readsBackTheSame(String label) {
    readsBack(Feature.classify("t", label, "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.125 EUR, 0.1 EUR",
    "1.20 USD, 0.40 USD",
    "3 EUR, 0.000001 EUR",
    "1.005 EUR, 1 EUR"
  })
  void costs_readBackToTheMillionth(String wrong, String review) {
    Profile profile =
        new Profile(
            true,
            Profile.Rule.PARTIAL,
            Money.parse(wrong),
            Money.parse(review),
            Duration.ofSeconds(2),
            null);

    readsBack(
        Feature.classify("t", "a", "b")
            .withProfile(profile)
            .withPromise(profile.impliedError(), 0.9));
  }

  @Test
  void severalFeatures_standInOneFile() {
    List<Feature> features =
        List.of(Feature.classify("b", "x", "y"), Feature.classify("a", "p", "q"));

    assertThat(read(features)).isEqualTo(features);
  }

  @Test
  void review_readsBackTheSame_forAnyDueTime() {
    for (Duration due :
        List.of(Duration.ofMillis(1500), Duration.ofHours(4), Duration.ofDays(3_650))) {
      readsBack(
          Feature.classify("t", "a", "b")
              .withReview(new ReviewPolicy(due, "a", 0.125, List.of("x: y", "\"quoted\", #"))));
    }
    readsBack(
        Feature.classify("t", "a", "b")
            .withReview(new ReviewPolicy(null, ReviewPolicy.DECLINE, 0, List.of())));
    readsBack(
        Feature.classify("t", "a", "b")
            .withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 1, List.of("one"))));
  }

  private void readsBack(Feature feature) {
    List<Feature> read = read(List.of(feature));

    assertThat(read).isEqualTo(List.of(feature));
    assertThat(read.getFirst().labels().keySet())
        .containsExactlyElementsOf(feature.labels().keySet());
  }

  private List<Feature> read(List<Feature> features) {
    Project project = new Project(directory);
    Project.write(project.configuration(), FeatureText.file(features));
    return project.features().values().stream().map(Project.Declared::feature).toList();
  }
}
