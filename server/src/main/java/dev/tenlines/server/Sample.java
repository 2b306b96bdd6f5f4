package dev.tenlines.server;

import dev.tenlines.Feature;
import dev.tenlines.Progress;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.trial.Trial;
import dev.tenlines.trial.TrialOptions;
import dev.tenlines.trial.TrialProject;
import dev.tenlines.trial.TrialReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shop that newcomers try everything on: six features with their data, and no key. */
final class Sample {
  static final String FEATURE = "triage";
  static final String WRONG_COST = "2.50 EUR";
  static final String REVIEW_COST = "0.40 EUR";
  static final String VOLUME = "50000/month";
  private static final Path HOME = Path.of("examples", "sample");
  private static final List<Labelled> LABELLED =
      List.of(
          new Labelled(FEATURE, "tickets.csv", "body", "queue"),
          new Labelled("comments", "comments.csv", "comment", "label"));

  private Sample() {}

  /** Rows with their labels, and the feature that learns from them. */
  private record Labelled(String feature, String file, String text, String label) {}

  /** The support tickets; the sample lies beside the launcher, wherever it is called from. */
  static Path tickets() {
    return home().resolve(LABELLED.getFirst().file());
  }

  private static Path home() {
    String launcher = System.getProperty("tenlines.home");
    Path path = Files.exists(HOME) || launcher == null ? HOME : Path.of(launcher).resolve(HOME);
    if (!Files.exists(path)) {
      throw new TenlinesException(
          "TL-303",
          "No file is named and the sample (" + path + ") is not there.",
          "Maybe name a CSV or JSONL file with labelled rows.");
    }
    return path;
  }

  /**
   * Makes a project of the sample: what is declared there, rules and small models by trials, and an
   * index of its pages. Then a first day is lived through, so that there is something to look at
   * and to decide.
   */
  static void make(Path directory, Progress progress) {
    copy(home(), directory);
    Map<String, List<Example>> heldBack = new LinkedHashMap<>();
    try (Embedder embedder = Embedder.find()) {
      for (Labelled labelled : LABELLED) {
        TrialReport report = train(labelled, directory, embedder, progress);
        heldBack.put(labelled.feature(), report.split().test());
      }
    }
    try (Tenlines tenlines = Tenlines.open(directory)) {
      tenlines.indexer("help").watchedBy(progress).index(tenlines.declaredDocuments("help"));
      new SampleDay(tenlines, directory, progress).live(heldBack);
    }
  }

  private static TrialReport train(
      Labelled labelled, Path directory, @Nullable Embedder embedder, Progress progress) {
    Feature feature;
    try (Tenlines tenlines = Tenlines.open(directory)) {
      feature = tenlines.plan(labelled.feature()).feature();
    }
    TrialOptions options =
        new TrialOptions(
            directory.resolve(labelled.file()),
            labelled.text(),
            labelled.label(),
            null,
            null,
            feature.profile(),
            feature.promise(),
            10,
            1);
    TrialReport report = new Trial(options, embedder, Clock.systemUTC(), progress).run();
    TrialProject.install(report, report.certificates(), directory, labelled.feature());
    return report;
  }

  /** The configuration comes last: a directory without it is no project, and is made again. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
