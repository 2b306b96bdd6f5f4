package dev.tenlines.server;

import dev.tenlines.Profile;
import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.trial.Trial;
import dev.tenlines.trial.TrialOptions;
import dev.tenlines.trial.TrialProject;
import dev.tenlines.trial.TrialReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The support tickets that newcomers try everything on. */
final class Sample {
  static final String FEATURE = "triage";
  static final String WRONG_COST = "2.50 EUR";
  static final String REVIEW_COST = "0.40 EUR";
  static final String VOLUME = "50000/month";
  private static final Path FILE = Path.of("examples", "support", "tickets.csv");

  private Sample() {}

  /** The file lies beside the launcher, wherever it is called from. */
  static Path file() {
    String home = System.getProperty("tenlines.home");
    Path path = Files.exists(FILE) || home == null ? FILE : Path.of(home).resolve(FILE);
    if (!Files.exists(path)) {
      throw new TenlinesException(
          "TL-303",
          "No file is named and the sample (" + path + ") is not there.",
          "Maybe name a CSV or JSONL file with labelled rows.");
    }
    return path;
  }

  /**
   * Makes a project of the sample: rules and a small model by a trial, and then the tickets the
   * trial held back are asked, so that there is something to look at and to decide.
   */
  static void make(Path directory, Progress progress) {
    Embedder embedder = Embedder.find();
    TrialReport report;
    try (embedder) {
      report = new Trial(options(), embedder, Clock.systemUTC(), progress).run();
    }
    TrialProject.write(report, directory, FEATURE, false);
    try (Tenlines tenlines = Tenlines.open(directory)) {
      int done = 0;
      for (Example ticket : report.split().test()) {
        tenlines.ask(FEATURE, Request.of(ticket.text()).withFields(ticket.fields()));
        progress.at("Asking", ++done, report.split().test().size());
      }
    }
  }

  private static TrialOptions options() {
    Profile profile =
        new Profile(
            true,
            Profile.Rule.PARTIAL,
            Money.parse(WRONG_COST),
            Money.parse(REVIEW_COST),
            Duration.ofSeconds(2),
            Volume.parse(VOLUME));
    Double implied = profile.impliedError();
    double error = implied == null ? Promise.DEFAULT.error() : implied;
    Promise promise = new Promise(error, Promise.DEFAULT.confidence(), Map.of());
    return new TrialOptions(file(), "body", "queue", null, null, profile, promise, 10, 1);
  }
}
