package dev.tenlines;

import dev.tenlines.ladder.Rung;
import dev.tenlines.model.Provider;
import dev.tenlines.project.ModelYaml;
import dev.tenlines.project.Project;
import dev.tenlines.rules.RuleFile;
import dev.tenlines.rules.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What there is to open: a project directory, and what an application declares in code. What is
 * declared in code goes before what the files say.
 *
 * @param features by name
 * @param rules rule lists as YAML, by feature
 * @param rungs rungs of the application's own, by the name that features list
 * @param providers language models of the application's own, by the name behind {@code bean:}
 */
record Declared(
    Project project,
    Map<String, Feature> features,
    Map<String, String> rules,
    Map<String, Rung<?>> rungs,
    Map<String, Provider> providers) {

  static Declared in(Project project) {
    return new Declared(
        project,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  /** Every feature, those of the file first. */
  Map<String, Feature> all() {
    Map<String, Feature> all = new LinkedHashMap<>();
    project.features().forEach((name, found) -> all.put(name, found.feature()));
    all.putAll(features);
    all.replaceAll((name, feature) -> feature.kind().task().resolved(feature, project.directory()));
    return all;
  }

  /** A feature's rule list. */
  Rules rules(String feature) {
    String own = rules.get(feature);
    if (own != null) {
      return RuleFile.parse(feature, own);
    }
    Path file = project.rules(feature);
    return Files.exists(file) ? RuleFile.read(file) : Rules.NONE;
  }

  /** The models declared, with those that rungs name as their provider does. */
  static ModelYaml models(ModelYaml declared, Collection<Feature> features) {
    Set<String> named = new LinkedHashSet<>();
    features.forEach(feature ->
        feature.rungs().stream()
            .filter(rung -> rung.startsWith("model:"))
            .forEach(rung -> named.add(rung.substring("model:".length()))));
    return declared.with(named, System::getenv);
  }
}
