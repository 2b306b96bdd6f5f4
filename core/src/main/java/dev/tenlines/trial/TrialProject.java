package dev.tenlines.trial;

import dev.tenlines.Feature;
import dev.tenlines.TenlinesException;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.ExampleFile;
import dev.tenlines.learn.ModelFile;
import dev.tenlines.project.FeatureText;
import dev.tenlines.project.Project;
import dev.tenlines.rules.RuleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a trial found as a project directory that can be asked at once. */
public final class TrialProject {
  private static final int MOST_CONFUSIONS = 10;

  private TrialProject() {}

  /**
   * Writes the project. Whatever people may have edited there is kept beside the new file, and a
   * model that is there stays as an older version.
   *
   * @param name the feature's name
   * @param replace whether a project that is there may be replaced
   * @throws TenlinesException TL-207 when the directory holds a project that may not be replaced
   */
  public static void write(TrialReport report, Path directory, String name, boolean replace) {
    write(report, report.certificates(), directory, name, replace);
  }

  /** The same under other certificates than the trial's own: those of a ladder with more rungs. */
  public static void write(
      TrialReport report, Certificates certificates, Path directory, String name, boolean replace) {
    check(directory, replace);
    Project project = new Project(directory);
    keep(project.configuration());
    Feature found = report.feature();
    Feature feature =
        new Feature(
            name,
            found.kind(),
            found.labels(),
            found.none(),
            found.input(),
            found.profile(),
            found.promise(),
            found.stage(),
            found.kind().task().usual(),
            found.review());
    install(report, certificates, directory, name);
    Project.write(project.configuration(), FeatureText.file(List.of(feature)));
    Project.write(
        directory.resolve("trial.json"),
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()));
    Figures figures = report.figures();
    Project.write(
        directory.resolve("risk-coverage.svg"),
        Charts.riskCoverage(
            figures.riskByCoverage(), report.options().promise().error(), figures.coverage()));
    Project.write(
        directory.resolve("confusions.svg"),
        Charts.confusions(
            figures.confusions(MOST_CONFUSIONS),
            "right label → what the small model said, rows of " + report.measured().size()));
  }

  /**
   * Gives a feature that is declared what a trial with its promise found: the rules, the small
   * model with its certificates, and the rows to train on later.
   */
  public static void install(
      TrialReport report, Certificates certificates, Path directory, String name) {
    Project project = new Project(directory);
    keep(project.rules(name));
    int version = project.newestModel(name) + 1;
    Path model = project.model(name, version);
    ModelFile.write(report.classifier(), model.resolve("classifier.bin"));
    Certificates installed = certificates.numbered(version);
    CertificateFile.write(installed, model.resolve("certificates.json"));
    ExampleFile.write(report.split(), project.examples(name));
    Project.write(project.rules(name), RuleFile.write(report.rules().lines()));
  }

  /** Refuses a directory that holds a project, before any work is done. */
  public static void check(Path directory, boolean replace) {
    if (!replace && Files.exists(new Project(directory).configuration())) {
      throw new TenlinesException(
          "TL-207",
          "The directory (" + directory + ") already holds a project.",
          "Maybe choose another --out, or say --replace: the old files are kept beside the new ones.");
    }
  }

  private static void keep(Path file) {
    String text = Project.existing(file);
    if (text != null) {
      Project.write(file.resolveSibling(file.getFileName() + ".before"), text);
    }
  }
}
