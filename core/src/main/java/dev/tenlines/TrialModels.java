package dev.tenlines;

import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Models;
import dev.tenlines.project.Project;
import dev.tenlines.text.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes in the model that a trial left in the project directory, once. */
record TrialModels(Project project, Models models) {

  void takeIn(String feature) {
    int newest = project.newestModel(feature);
    if (newest == 0) {
      return;
    }
    Path folder = project.model(feature, newest);
    String certificates = Project.existing(folder.resolve("certificates.json"));
    if (certificates == null) {
      return;
    }
    String origin = "trial " + Digest.of(certificates).substring(0, 12);
    boolean known =
        models.versions(feature).stream().anyMatch(version -> version.origin().equals(origin));
    if (!known) {
      models.add(
          new Models.Draft(
              feature,
              origin,
              (int) dev.tenlines.learn.ExampleFile.count(project.examples(feature)),
              CertificateFile.read(folder.resolve("certificates.json")),
              "{}"),
          bytes(folder.resolve("classifier.bin")),
          true);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-146",
          "The model (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe run the trial again, or take back an older version.");
    }
  }
}
