package dev.tenlines.project;

import dev.tenlines.TenlinesException;
import dev.tenlines.model.Catalogue;
import dev.tenlines.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project directory: {@code tenlines.yaml}, {@code rules/} and {@code .tenlines/} with the
 * database and the models.
 */
public record Project(Path directory) {

  private static final List<String> KEYS =
      List.of("features", "models", "database", "webhooks", "budgets", "exchange");

  /** What is said beside features. */
  public Settings settings() {
    Yaml root = Files.exists(configuration()) ? Yaml.read(configuration()) : null;
    return Settings.read(root == null ? Map.of() : root.entries(KEYS), catalogue());
  }

  /** What models can take, where the project says other than the program. */
  private Catalogue catalogue() {
    Path file = directory.resolve("capabilities.yaml");
    String own = existing(file);
    return own == null ? Catalogue.BUILT_IN : Catalogue.BUILT_IN.with(file.toString(), own);
  }

  /** The declared features by name; empty when there is no {@code tenlines.yaml}. */
  public Map<String, Declared> features() {
    Map<String, Declared> features = new LinkedHashMap<>();
    Yaml root = Files.exists(configuration()) ? Yaml.read(configuration()) : null;
    if (root == null) {
      return features;
    }
    Yaml declared = root.entries(KEYS).get("features");
    if (declared != null) {
      declared.entries().forEach((name, yaml) -> features.put(name, new Declared(yaml, name)));
    }
    return features;
  }

  /** A feature as it stands in the file, read when asked for, so that every mistake can be told. */
  public record Declared(Yaml yaml, String name) {
    public dev.tenlines.Feature feature() {
      return FeatureYaml.read(name, yaml);
    }
  }

  public Path configuration() {
    return directory.resolve("tenlines.yaml");
  }

  public Path rules(String feature) {
    return directory.resolve("rules").resolve(feature + ".yaml");
  }

  /** Prices of the project's own. */
  public Path prices() {
    return directory.resolve("prices.yaml");
  }

  /** Where indexes of documents lie, one for each feature. */
  public Path indexes() {
    return directory.resolve(".tenlines").resolve("indexes");
  }

  public Path database() {
    return directory.resolve(".tenlines").resolve("tenlines.db");
  }

  /** Where a version of a feature's trained model lies. */
  public Path model(String feature, int version) {
    return models(feature).resolve(Integer.toString(version));
  }

  /** The labelled rows a trial left for later training. */
  public Path examples(String feature) {
    return directory.resolve(".tenlines").resolve("examples").resolve(feature + ".jsonl");
  }

  /** The vectors of texts a feature was trained on. */
  public Path vectors(String feature) {
    return directory.resolve(".tenlines").resolve("vectors").resolve(feature + ".bin");
  }

  /** The newest complete model version of a feature, or 0. */
  public int newestModel(String feature) {
    if (!Files.isDirectory(models(feature))) {
      return 0;
    }
    try (Stream<Path> versions = Files.list(models(feature))) {
      return versions
          .filter(path -> Files.exists(path.resolve("certificates.json")))
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[1-9][0-9]{0,8}"))
          .map(Integer::valueOf)
          .max(Comparator.naturalOrder())
          .orElse(0);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-114",
          "The models (" + models(feature) + ") cannot be listed: " + e.getMessage() + ".",
          "Maybe the directory is not readable.");
    }
  }

  /** Whether any feature may have a trained model. */
  public boolean hasModels() {
    return Files.isDirectory(directory.resolve(".tenlines").resolve("models"));
  }

  /** Writes a text file, with the directories it needs. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static TenlinesException unwritable(Path file, IOException e) {
    return new TenlinesException(
        "TL-115",
        "The file (" + file + ") cannot be written: " + e.getMessage() + ".",
        "Maybe the directory is not writable or the disk is full.");
  }

  /** What a feature's file says, or null when there is none. */
  public static @Nullable String existing(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-110",
          "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path and that it is UTF-8.");
    }
  }

  private Path models(String feature) {
    return directory.resolve(".tenlines").resolve("models").resolve(feature);
  }
}
