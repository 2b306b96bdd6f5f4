package dev.tenlines.server;

import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Embedder;
import dev.tenlines.project.Shares;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProgressBar;
import dev.tenlines.trial.LlmFigures;
import dev.tenlines.trial.Trial;
import dev.tenlines.trial.TrialOptions;
import dev.tenlines.trial.TrialProject;
import dev.tenlines.trial.TrialReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trial",
    mixinStandardHelpOptions = true,
    description = "Do I need AI for this? Measured on your own labelled rows.")
final class TrialCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Labelled rows, CSV or JSONL; the sample in examples/sample when left out.")
  private @Nullable Path file;

  @Option(names = "--text", paramLabel = "COLUMN", description = "The text's column.")
  private @Nullable String text;

  @Option(names = "--label", paramLabel = "COLUMN", description = "The label's column.")
  private @Nullable String label;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Measure on these rows instead of a part held back.")
  private @Nullable Path test;

  @Option(
      names = "--none",
      paramLabel = "LABEL",
      description = "The label that means none of these.")
  private @Nullable String none;

  @Option(
      names = "--lines",
      defaultValue = "10",
      paramLabel = "N",
      description = "The most rule lines to find (default 10).")
  private int lines;

  @Option(
      names = "--error",
      paramLabel = "SHARE",
      description = "Promised error (default: from the costs, else 2%%).")
  private @Nullable String error;

  @Option(
      names = "--confidence",
      defaultValue = "90%",
      paramLabel = "SHARE",
      description = "Confidence of the promise (default 90%%).")
  private String confidence = "90%";

  @Option(
      names = "--promise",
      paramLabel = "LABEL=SHARE",
      description =
          "A promise of its own for one label; LABEL=missed:SHARE that it is not missed; both with a comma.")
  private Map<String, String> promises = new LinkedHashMap<>();

  @Option(
      names = "--wrong-cost",
      paramLabel = "MONEY",
      description = "What a wrong answer costs, 2.50 or \"2.50 EUR\".")
  private @Nullable String wrongCost;

  @Option(
      names = "--review-cost",
      paramLabel = "MONEY",
      description = "What one person's decision costs.")
  private @Nullable String reviewCost;

  @Option(names = "--volume", paramLabel = "N/PERIOD", description = "How many come, 50000/month.")
  private @Nullable String volume;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Another seed splits the rows another way.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write a project directory that ask and run can use.")
  private @Nullable Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The feature's name in it (default: the directory's).")
  private @Nullable String name;

  @Option(names = "--replace", description = "Replace a project that is there.")
  private boolean replace;

  @Mixin private TrialLlms llms;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    if (out != null) {
      TrialProject.check(out, replace);
    }
    TrialOptions options = options(console);
    Embedder embedder = Embedder.find();
    StopSignal.onStop(() -> {
      if (embedder != null) {
        embedder.close();
      }
      Runtime.getRuntime().halt(130);
    });
    try (ProgressBar bar = ProgressBar.on(console);
        embedder) {
      llms.check();
      TrialReport report = new Trial(options, embedder, Clock.systemUTC(), bar).run();
      bar.done();
      if (!json) {
        new TrialText(console, report).print();
      }
      List<LlmFigures> asked = llms.ask(report, embedder, console, bar);
      write(report, asked, console);
    }
    return 0;
  }

  private void write(TrialReport report, List<LlmFigures> asked, Console console) {
    LlmFigures best = TrialLlms.best(asked);
    if (out != null) {
      Certificates certificates = best == null ? report.certificates() : best.certificates();
      TrialProject.write(report, certificates, out, featureName(out), replace);
    }
    if (json) {
      Map<String, @Nullable Object> all = report.json();
      if (!asked.isEmpty()) {
        all.put("models", asked.stream().map(LlmFigures::json).toList());
      }
      console.json(all);
      return;
    }
    TrialLlms.print(asked, console);
    if (out != null) {
      TrialText.written(console, out, featureName(out));
      if (best != null) {
        console.line(TrialLlms.next(best));
      }
    }
  }

  private String featureName(Path directory) {
    if (name != null) {
      return name;
    }
    String last = directory.toAbsolutePath().normalize().getFileName().toString();
    String usable = last.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    return usable.matches("[a-z].*") ? usable : "triage";
  }

  private TrialOptions options(Console console) {
    Path rows = file;
    String textColumn = text;
    String labelColumn = label;
    if (rows == null) {
      rows = Sample.tickets();
      textColumn = textColumn == null ? "body" : textColumn;
      labelColumn = labelColumn == null ? "queue" : labelColumn;
      wrongCost = wrongCost == null ? Sample.WRONG_COST : wrongCost;
      reviewCost = reviewCost == null ? Sample.REVIEW_COST : reviewCost;
      volume = volume == null ? Sample.VOLUME : volume;
      console
          .err()
          .println(
              "No file given: this is the sample, examples/sample/tickets.csv, with --wrong-cost \""
                  + wrongCost
                  + "\" --review-cost \""
                  + reviewCost
                  + "\" --volume "
                  + volume
                  + ".");
    }
    if (textColumn == null || labelColumn == null) {
      throw new TenlinesException(
          "TL-302",
          "The columns of (" + rows + ") are not named.",
          "Maybe add --text COLUMN and --label COLUMN.");
    }
    Profile profile =
        new Profile(
            true,
            Profile.Rule.PARTIAL,
            wrongCost == null ? null : Money.parse(wrongCost),
            reviewCost == null ? null : Money.parse(reviewCost),
            Duration.ofSeconds(2),
            volume == null ? null : Volume.parse(volume));
    return new TrialOptions(
        rows, textColumn, labelColumn, test, none, profile, promise(profile), lines, seed);
  }

  private Promise promise(Profile profile) {
    Map<String, LabelPromise> labels = new LinkedHashMap<>();
    promises.forEach((own, shares) -> labels.put(own, labelPromise(shares)));
    Double implied = profile.impliedError();
    double promised =
        error != null ? Shares.parse(error) : implied != null ? implied : Promise.DEFAULT.error();
    return new Promise(promised, Shares.parse(confidence), labels);
  }

  /** Reads {@code 1%}, {@code missed:1%}, or both with a comma between. */
  private static LabelPromise labelPromise(String shares) {
    Double error = null;
    Double missed = null;
    for (String share : shares.split(",", -1)) {
      if (share.startsWith("missed:")) {
        missed = Shares.parse(share.substring("missed:".length()));
      } else {
        error = Shares.parse(share);
      }
    }
    return new LabelPromise(error, missed);
  }
}
