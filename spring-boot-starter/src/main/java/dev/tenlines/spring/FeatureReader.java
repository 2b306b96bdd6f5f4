package dev.tenlines.spring;

import dev.tenlines.Feature;
import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.project.Shares;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a feature off the properties; a complaint says the property. */
final class FeatureReader {
  private final String name;
  private final FeatureProperties properties;

  private FeatureReader(String name, FeatureProperties properties) {
    this.name = name;
    this.properties = properties;
  }

  static Feature read(String name, FeatureProperties properties) {
    return new FeatureReader(name, properties).feature();
  }

  private Feature feature() {
    Profile profile = profile(properties.profile());
    return new Feature(
        name,
        properties.kind(),
        properties.labels(),
        properties.none() == null || properties.none().isEmpty() ? null : properties.none(),
        properties.input(),
        profile,
        promise(properties.promise(), profile),
        properties.stage(),
        properties.rungs() == null ? properties.kind().task().usual() : properties.rungs(),
        review(properties.review()),
        properties.details());
  }

  private Profile profile(FeatureProperties.Facts facts) {
    Money wrong = read("profile.wrong-answer-cost", facts.wrongAnswerCost(), Money::parse);
    Money review = read("profile.review-cost", facts.reviewCost(), Money::parse);
    if (wrong != null && review != null && !wrong.currency().equals(review.currency())) {
      throw new TenlinesException(
          "TL-105",
          "The costs (" + wrong + ", " + review + ") at " + at("profile") + " have two currencies.",
          "Maybe state both in one currency.");
    }
    return new Profile(
        facts.languageTask(),
        facts.rule(),
        wrong,
        review,
        facts.latencyBudget(),
        read("profile.volume", facts.volume(), Volume::parse));
  }

  /** Without a stated error the promise follows from the money. */
  private Promise promise(FeatureProperties.Promised promised, Profile profile) {
    Double stated = read("promise.error", promised.error(), Shares::parse);
    Double implied = profile.impliedError();
    double error = stated != null ? stated : implied != null ? implied : Promise.DEFAULT.error();
    Map<String, LabelPromise> labels = new LinkedHashMap<>();
    promised
        .labels()
        .forEach((label, own) -> {
          String key = "promise.labels." + label;
          labels.put(
              label,
              new LabelPromise(
                  read(key + ".error", own.error(), Shares::parse),
                  read(key + ".missed", own.missed(), Shares::parse)));
        });
    Promise promise =
        read(
            "promise.confidence",
            promised.confidence(),
            text -> new Promise(error, Shares.parse(text), labels));
    return promise == null ? new Promise(error, Promise.DEFAULT.confidence(), labels) : promise;
  }

  private ReviewPolicy review(FeatureProperties.Reviewed review) {
    Double audits = read("review.audits", review.audits(), FeatureReader::audits);
    return new ReviewPolicy(
        review.due(),
        review.otherwise(),
        audits == null ? ReviewPolicy.DEFAULT.audits() : audits,
        review.reasons() == null ? ReviewPolicy.DEFAULT.reasons() : review.reasons());
  }

  /** Unlike a promised share, the share of audits may be nothing or everything. */
  private static double audits(String text) {
    return switch (text.strip()) {
      case "0", "0%" -> 0;
      case "1", "100%" -> 1;
      default -> Shares.parse(text);
    };
  }

  private <T> @Nullable T read(String key, @Nullable String text, Function<String, T> reader) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (TenlinesException e) {
      throw new TenlinesException(e.id(), e.what() + " It stands at " + at(key) + ".", e.hint());
    }
  }

  private String at(String key) {
    return "tenlines.features." + name + "." + key;
  }
}
