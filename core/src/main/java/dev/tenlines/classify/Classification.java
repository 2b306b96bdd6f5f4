package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import dev.tenlines.verify.LabelVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Gives a text one of the declared labels. */
public final class Classification implements Task<String> {
  @Override
  public Class<String> type() {
    return String.class;
  }

  @Override
  public List<String> usual() {
    return List.of("rules", "cache", "classifier", "review");
  }

  @Override
  public List<String> known() {
    return List.of("rules", "cache", "classifier");
  }

  @Override
  public String reason(String rung, Profile profile) {
    return switch (rung) {
      case "cache" -> "same text, same versions, same answer, at no cost";
      case "classifier" -> "answers alone where its certificate is open";
      default ->
          profile.rule() == Profile.Rule.NONE
              ? "rule: none known; a line that is found later goes first"
              : "rule: " + profile.rule().name().toLowerCase(Locale.ROOT) + ", so rules go first";
    };
  }

  @Override
  public List<String> keys() {
    return List.of("labels", "none");
  }

  @Override
  public boolean unattended() {
    return true;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    List<Finding> findings = new ArrayList<>();
    if (feature.answerable().size() < 2) {
      findings.add(
          Finding.error(
              "TL-136",
              "The feature (" + feature.name() + ") has fewer than two labels.",
              "Maybe list them under labels."));
    }
    for (String label : feature.promise().labels().keySet()) {
      if (!feature.labels().containsKey(label)) {
        findings.add(
            Finding.error(
                "TL-137",
                "The promise of feature ("
                    + feature.name()
                    + ") names the label ("
                    + label
                    + "), which is not declared.",
                "Maybe it is one of: " + String.join(", ", feature.labels().keySet()) + "."));
      }
    }
    return findings;
  }

  @Override
  public Ready<String> open(Parts parts) {
    ClassifyRungs rungs =
        new ClassifyRungs(
            parts.rules(),
            parts.classifier(),
            parts.version(),
            parts.certificates(),
            Llms.of(parts),
            parts.others());
    List<String> names = parts.names();
    return new Ready<>(
        rungs.of(parts.feature(), names, parts.journal()),
        List.of(new LabelVerifier(parts.feature().answerable())),
        names.contains("cache") ? rungs.cacheKey(parts.feature(), names) : null);
  }

  @Override
  public String value(Feature feature, Object said) {
    if (said instanceof String label && feature.labels().containsKey(label)) {
      return label;
    }
    throw new TenlinesException(
        "TL-173",
        "The value (" + said + ") is no label of the feature (" + feature.name() + ").",
        "Maybe it is one of: " + String.join(", ", feature.labels().keySet()) + ".");
  }
}
