package dev.tenlines;

import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Certificates;
import dev.tenlines.model.PromptFile;
import dev.tenlines.project.ModelYaml;
import dev.tenlines.project.Project;
import dev.tenlines.project.Settings;
import dev.tenlines.project.Shares;
import dev.tenlines.rules.RuleLine;
import dev.tenlines.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with a project at once. */
record ProjectCheck(Declared declared) {

  private Project project() {
    return declared.project();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Feature> features = new LinkedHashMap<>();
    Map<String, Project.Declared> found = attempt(findings, project()::features);
    (found == null ? Map.<String, Project.Declared>of() : found)
        .forEach((name, yaml) -> {
          Feature feature =
              declared.features().containsKey(name) ? null : attempt(findings, yaml::feature);
          if (feature != null) {
            features.put(name, feature);
          }
        });
    features.putAll(declared.features());
    Settings settings = attempt(findings, project()::settings);
    ModelYaml models =
        settings == null ? null : Declared.models(settings.models(), features.values());
    features.values().forEach(feature -> check(feature, models, findings));
    return findings;
  }

  /**
   * Checks one feature.
   *
   * @param models null where they could not be read, which was said already
   */
  private void check(Feature feature, @Nullable ModelYaml models, List<Finding> findings) {
    findings.addAll(Plan.of(feature).findings());
    findings.addAll(feature.kind().task().findings(feature, project().directory()));
    List<String> asked =
        feature.rungs().stream()
            .filter(rung -> rung.startsWith("model:") && !declared.rungs().containsKey(rung))
            .toList();
    if (!asked.isEmpty()) {
      attempt(findings, () -> PromptFile.of(feature.kind().word(), project().directory()));
    }
    if (models != null) {
      asked.forEach(rung -> model(feature, rung, models, findings));
    }
    Rules rules = attempt(findings, () -> declared.rules(feature.name()));
    if (rules != null) {
      check(feature, rules, findings);
    }
  }

  /** A model without its key is left out: the rungs below and people still answer. */
  private void model(Feature feature, String rung, ModelYaml models, List<Finding> findings) {
    String name = rung.substring("model:".length());
    String lacking = models.lacking().get(name);
    if (lacking != null) {
      findings.add(
          Finding.warning(
              "TL-263",
              "The rung ("
                  + rung
                  + ") of feature ("
                  + feature.name()
                  + ") is left out: "
                  + lacking
                  + ".",
              "Maybe set it; the other rungs answer without."));
    } else if (!models.ready().containsKey(name)
        && !(name.startsWith("bean:")
            && declared.providers().containsKey(name.substring("bean:".length())))) {
      findings.add(
          Finding.error(
              "TL-139",
              "The rung (" + rung + ") of feature (" + feature.name() + ") has no model.",
              "Maybe declare " + name + " under models, or drop the rung."));
    }
  }

  private void check(Feature feature, Rules rules, List<Finding> findings) {
    for (int i = 0; i < rules.lines().size(); i++) {
      RuleLine line = rules.lines().get(i);
      if (!feature.answerable().contains(line.then())) {
        findings.add(
            Finding.error(
                "TL-122",
                "Line "
                    + (i + 1)
                    + " of the rules of feature ("
                    + feature.name()
                    + ") answers ("
                    + line.then()
                    + "), which is no label.",
                "Maybe it is one of: " + String.join(", ", feature.answerable()) + "."));
      }
    }
    int version = project().newestModel(feature.name());
    if (version == 0) {
      if (feature.rungs().contains("classifier")) {
        findings.add(
            Finding.warning(
                "TL-161",
                "The feature (" + feature.name() + ") has no trained model yet.",
                "Maybe run a trial on labelled rows with --out."));
      }
      return;
    }
    Certificates certificates =
        attempt(
            findings,
            () ->
                CertificateFile.read(
                    project().model(feature.name(), version).resolve("certificates.json")));
    if (certificates != null) {
      stale(feature, rules, certificates, findings);
    }
  }

  /**
   * Found lines under a certificate of another list, or of another promise, do not answer alone.
   */
  private static void stale(
      Feature feature, Rules rules, Certificates certificates, List<Finding> findings) {
    boolean found = rules.lines().stream().anyMatch(line -> !line.declared());
    boolean known =
        certificates.all().stream().anyMatch(c -> c.rung().equals("rules@" + rules.version()));
    if (found
        && !known
        && certificates.all().stream().anyMatch(c -> c.rung().startsWith("rules@"))) {
      findings.add(
          Finding.warning(
              "TL-123",
              "The rules of feature ("
                  + feature.name()
                  + ") changed since they were certified: found lines only propose.",
              "Maybe run the trial again, or delete `found` on lines you stand behind."));
    }
    boolean behind =
        certificates.all().stream()
            .filter(c -> c.rung().startsWith("classifier@"))
            .allMatch(c -> c.source().endsWith("behind rules@" + rules.version()));
    if (!behind) {
      findings.add(
          Finding.warning(
              "TL-124",
              "The rules of feature ("
                  + feature.name()
                  + ") changed since the classifier behind them was certified: it sees other rows now.",
              "Maybe run the trial again."));
    }
    if (!promised(feature).equals(certified(certificates))) {
      findings.add(
          Finding.error(
              "TL-162",
              "The classifier of feature ("
                  + feature.name()
                  + ") was certified for other promises "
                  + certified(certificates)
                  + " than those declared "
                  + promised(feature)
                  + ".",
              "Maybe run the trial again with the new promises."));
    }
  }

  /** Every promise as the certificates have to say it. */
  private static Set<String> promised(Feature feature) {
    Promise promise = feature.promise();
    Set<String> all = new TreeSet<>();
    all.add(said("error", "", promise.error(), promise.confidence()));
    promise
        .labels()
        .forEach((label, own) -> {
          if (own.error() != null) {
            all.add(said("error", label, own.error(), promise.confidence()));
          }
          if (own.missed() != null) {
            all.add(said("missed", label, own.missed(), promise.confidence()));
          }
        });
    return all;
  }

  private static Set<String> certified(Certificates certificates) {
    Set<String> all = new TreeSet<>();
    for (Certificate c : certificates.all()) {
      if (c.rung().startsWith("classifier@")) {
        String kind = c.kind().name().toLowerCase(Locale.ROOT);
        all.add(said(kind, c.group(), c.promised(), c.stated()));
      }
    }
    return all;
  }

  private static String said(String kind, String label, double share, double confidence) {
    return kind
        + (label.isEmpty() ? " " : " of " + label + " ")
        + Shares.format(share)
        + " at "
        + Shares.format(confidence);
  }

  private static <T> @Nullable T attempt(
      List<Finding> findings, java.util.function.Supplier<@Nullable T> part) {
    try {
      return part.get();
    } catch (TenlinesException e) {
      findings.add(Finding.error(e.id(), e.what(), e.hint()));
      return null;
    }
  }
}
