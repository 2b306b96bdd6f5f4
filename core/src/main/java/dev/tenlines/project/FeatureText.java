package dev.tenlines.project;

import dev.tenlines.Feature;
import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.cost.Money;
import dev.tenlines.yaml.Yaml;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a feature as a block of {@code tenlines.yaml}. */
public final class FeatureText {
  private FeatureText() {}

  /** A whole file with these features. */
  public static String file(List<Feature> features) {
    StringBuilder out = new StringBuilder("features:\n");
    features.forEach(feature -> out.append(block(feature)));
    return out.toString();
  }

  private static String block(Feature feature) {
    StringBuilder out = new StringBuilder();
    out.append("  ").append(feature.name()).append(":\n");
    out.append("    kind: ").append(lower(feature.kind())).append('\n');
    if (!feature.labels().isEmpty()) {
      out.append("    labels:\n");
    }
    feature
        .labels()
        .forEach((label, text) ->
            out.append("      ")
                .append(Yaml.quoted(label))
                .append(": ")
                .append(Yaml.quoted(text))
                .append('\n'));
    if (feature.none() != null) {
      out.append("    none: ").append(Yaml.quoted(feature.none())).append('\n');
    }
    for (String key : feature.kind().task().keys()) {
      if (feature.details().containsKey(key)) {
        out.append("    ").append(key).append(": ").append(list(feature.detail(key))).append('\n');
      }
    }
    out.append("    input: ").append(Yaml.quoted(feature.input())).append('\n');
    out.append(profile(feature.profile()));
    out.append(promise(feature.promise()));
    out.append("    stage: ").append(lower(feature.stage())).append('\n');
    out.append("    rungs: [").append(rungs(feature.rungs())).append("]\n");
    if (!feature.review().equals(ReviewPolicy.DEFAULT)) {
      out.append(review(feature.review()));
    }
    return out.toString();
  }

  private static String profile(Profile profile) {
    StringBuilder out = new StringBuilder("    profile:\n");
    line(out, "language-task", profile.languageTask());
    line(out, "rule", lower(profile.rule()));
    if (profile.wrongAnswerCost() != null) {
      line(out, "wrong-answer-cost", money(profile.wrongAnswerCost()));
    }
    if (profile.reviewCost() != null) {
      line(out, "review-cost", money(profile.reviewCost()));
    }
    line(out, "latency-budget", profile.latencyBudget().toMillis() + "ms");
    if (profile.volume() != null) {
      line(out, "volume", profile.volume());
    }
    return out.toString();
  }

  private static String promise(Promise promise) {
    StringBuilder out = new StringBuilder("    promise:\n");
    line(out, "error", share(promise.error()));
    line(out, "confidence", share(promise.confidence()));
    if (!promise.labels().isEmpty()) {
      out.append("      labels:\n");
      promise.labels().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(own ->
              out.append("        ")
                  .append(Yaml.quoted(own.getKey()))
                  .append(": ")
                  .append(labelPromise(own.getValue()))
                  .append('\n'));
    }
    return out.toString();
  }

  private static String review(ReviewPolicy review) {
    StringBuilder out = new StringBuilder("    review:\n");
    if (review.due() != null) {
      line(out, "due", duration(review.due()));
    }
    line(out, "otherwise", Yaml.quoted(review.otherwise()));
    line(out, "audits", share(review.audits()));
    line(out, "reasons", list(review.reasons()));
    return out.toString();
  }

  /** Whole seconds as such: days in milliseconds would be longer than the reader takes. */
  private static String duration(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  private static String labelPromise(Promise.LabelPromise own) {
    List<String> parts = new java.util.ArrayList<>();
    if (own.error() != null) {
      parts.add("error: " + share(own.error()));
    }
    if (own.missed() != null) {
      parts.add("missed: " + share(own.missed()));
    }
    return "{ " + String.join(", ", parts) + " }";
  }

  private static void line(StringBuilder out, String key, Object value) {
    out.append("      ").append(key).append(": ").append(value).append('\n');
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(Yaml::quoted).toList()) + "]";
  }

  private static String rungs(List<String> rungs) {
    return String.join(
        ", ", rungs.stream().map(r -> r.contains(":") ? Yaml.quoted(r) : r).toList());
  }

  /** Exact, unlike the rounded form for people. */
  private static String share(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private static String money(Money money) {
    BigDecimal exact = new BigDecimal(money.amount()).stripTrailingZeros();
    return (exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString() + " " + money.currency();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
