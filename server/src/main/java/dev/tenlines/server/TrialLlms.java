package dev.tenlines.server;

import dev.tenlines.Progress;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.classify.Llms;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Price;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.learn.Embedder;
import dev.tenlines.model.ModelClients;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.project.ModelYaml;
import dev.tenlines.project.Project;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.trial.LlmFigures;
import dev.tenlines.trial.LlmTrial;
import dev.tenlines.trial.TrialReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code trial --models}: what language models add above the small model, and at what price. */
final class TrialLlms {
  private static final long MOST_OUTPUT = 100;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME[:effort=LEVEL]",
      description =
          "Ask these language models too, for what the rungs below leave open: names of tenlines.yaml or of a provider.")
  private List<String> names = List.of();

  @Option(
      names = "--llm-rows",
      defaultValue = "200",
      paramLabel = "N",
      description = "The most rows that each model is asked (default 200).")
  private int most;

  @Option(names = "--yes", description = "Spend without asking first.")
  private boolean yes;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "Whose models, prices and budgets count (default: this directory).")
  private Path project = Path.of(".");

  private final Clock clock = Clock.systemUTC();
  private Map<String, ModelSettings> models = Map.of();

  /** Finds every model, before anything slow is done. */
  void check() {
    Map<String, ModelSettings> found = new LinkedHashMap<>();
    names.forEach(name -> found.put(name, model(name)));
    models = found;
  }

  private ModelSettings model(String asked) {
    int cut = asked.indexOf(":effort=");
    String name = cut < 0 ? asked : asked.substring(0, cut);
    ModelYaml all = new Project(project).settings().models().with(Set.of(name), System::getenv);
    ModelSettings model = all.ready().get(name);
    if (model == null) {
      String why = all.lacking().get(name);
      throw new TenlinesException(
          "TL-315",
          "The model ("
              + name
              + ") cannot be asked: "
              + (why == null ? "it is not declared" : why)
              + ".",
          "Maybe declare it under models in " + project.resolve("tenlines.yaml") + ".");
    }
    return cut < 0 ? model : model.withEffort(effort(model, asked.substring(cut + 8)));
  }

  private static String effort(ModelSettings model, String effort) {
    List<String> known = model.can().effort();
    if (!known.isEmpty() && !known.contains(effort)) {
      throw new TenlinesException(
          "TL-262",
          "The effort (" + effort + ") in --models is none of " + model.model() + ".",
          "Maybe it is one of: " + String.join(", ", known) + ".");
    }
    return effort;
  }

  /** Asks each model, once its price was agreed to. */
  List<LlmFigures> ask(
      TrialReport report, @Nullable Embedder embedder, Console console, Progress progress) {
    if (models.isEmpty()) {
      return List.of();
    }
    PriceFile prices = new PriceFile(new Project(project).prices(), clock);
    LlmTrial trial = LlmTrial.after(report, most, clock, progress);
    if (trial.rows() > 0 && !agreed(trial, prices, console)) {
      return List.of();
    }
    List<LlmFigures> figures = new ArrayList<>();
    try (Tenlines open = Tenlines.open(books())) {
      models.forEach(
          (name, model) -> figures.add(ask(name, model, open, prices, trial, report, embedder)));
    }
    return figures;
  }

  private LlmFigures ask(
      String name,
      ModelSettings model,
      Tenlines open,
      PriceFile prices,
      LlmTrial trial,
      TrialReport report,
      @Nullable Embedder embedder) {
    try (ModelClients clients =
        ModelClients.open(
            List.of(model), Map.of(), open.ledger(), prices, Transcripts.NONE, clock)) {
      Llms llms =
          Llms.of(clients, project, report.feature().name(), report.split().train(), embedder);
      boolean priced = model.free() || price(model, prices) != null;
      return trial.run(name, "model:" + model.name(), llms, priced);
    }
  }

  /** Whose ledger counts: the project's own with its budgets, else one that is thrown away. */
  private Path books() {
    if (Files.exists(new Project(project).configuration())) {
      return project;
    }
    try {
      return Files.createTempDirectory("tenlines-trial");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says the price, and asks whoever sits at a terminal; nobody else spends by accident. */
  private boolean agreed(LlmTrial trial, PriceFile prices, Console console) {
    boolean costs = false;
    for (Map.Entry<String, ModelSettings> entry : models.entrySet()) {
      ModelSettings model = entry.getValue();
      Price price = model.free() ? null : price(model, prices);
      costs |= !model.free();
      String most =
          model.free()
              ? "which is free"
              : price == null
                  ? "whose price is not known"
                  : "for about "
                      + price.most(trial.promptTokens(), MOST_OUTPUT).times(trial.rows())
                      + " at most";
      console.err().println(entry.getKey() + ": " + trial.rows() + " rows, " + most + ".");
    }
    if (yes || !costs) {
      return true;
    }
    if (!Boolean.getBoolean("tenlines.keyboard")) {
      throw new TenlinesException(
          "TL-316",
          "The models ("
              + String.join(", ", models.keySet())
              + ") cost money, and nobody was asked.",
          "Maybe add --yes.");
    }
    console.err().print("Spend it? [y/N] ");
    console.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Price price(ModelSettings model, PriceFile prices) {
    String provider = model.dialect().name().toLowerCase(Locale.ROOT);
    return prices.prices().of(provider, model.model(), clock.instant());
  }

  /** The model that adds most, where any adds something: one of them fits under the promise. */
  static @Nullable LlmFigures best(List<LlmFigures> asked) {
    LlmFigures best = null;
    for (LlmFigures one : asked) {
      if (one.opens() && one.added() > 0 && (best == null || one.added() > best.added())) {
        best = one;
      }
    }
    return best;
  }

  static void print(List<LlmFigures> asked, Console console) {
    if (asked.isEmpty()) {
      return;
    }
    console.line("");
    console.line("Language models, on rows that the rungs below leave open:");
    console.table(
        List.of(
            "",
            "rows",
            "failed",
            "right alone",
            "small model",
            "nearest row",
            "answered with it",
            "adds",
            "per 1,000",
            "s each"),
        asked.stream().map(TrialLlms::row).toList());
    asked.forEach(one -> console.line(one.verdict()));
  }

  private static List<String> row(LlmFigures one) {
    return List.of(
        one.name(),
        Integer.toString(one.asked()),
        Integer.toString(one.failed()),
        percent(one.accuracy()),
        percent(one.classifier()),
        percent(one.nearest()),
        percent(one.with()),
        percent(one.added()),
        money(one.per1000()),
        String.format(Locale.ROOT, "%.2f", one.seconds()));
  }

  /** What to do so that its certificate counts. */
  static String next(LlmFigures best) {
    String rung = Objects.requireNonNull(best.own()).rung();
    return "Its certificate for "
        + rung
        + " is written beside the others: add that model under models in tenlines.yaml, and the rung before review.";
  }

  private static String money(@Nullable Money money) {
    return money == null ? "not known" : money.toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
