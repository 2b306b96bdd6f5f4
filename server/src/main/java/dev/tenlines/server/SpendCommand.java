package dev.tenlines.server;

import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Ledger.Use;
import dev.tenlines.cost.Money;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import dev.tenlines.serving.SpendJson;
import dev.tenlines.serving.SpendReport;
import dev.tenlines.serving.SpendReport.Grouping;
import dev.tenlines.serving.SpendReport.Line;
import dev.tenlines.serving.SpendReport.Outlook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "spend",
    mixinStandardHelpOptions = true,
    description = "Shows what models cost, what a month will cost, and how far budgets are used.")
final class SpendCommand implements Callable<Integer> {
  private static final int USUAL_DAYS = 30;

  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Option(
      names = "--by",
      defaultValue = "feature",
      paramLabel = "WHAT",
      description = "feature (default), model, rung, tenant, day or key.")
  private Grouping by = Grouping.FEATURE;

  @Option(names = "--tenant", paramLabel = "NAME", description = "Whose money (default: all).")
  private @Nullable String tenant;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day in UTC (default: 29 days before the last).")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "The last day (default: today).")
  private @Nullable LocalDate to;

  @Option(names = "--json", description = "Print JSON, by everything at once.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    LocalDate last =
        to == null ? LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC) : to;
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
    if (first.isAfter(last)) {
      throw new TenlinesException(
          "TL-244",
          "The days from (" + first + ") to (" + last + ") are none.",
          "Maybe exchange --from and --to.");
    }
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      SpendReport report = tenlines.spending(tenant, first, last);
      if (json) {
        console.json(SpendJson.of(report));
      } else {
        print(console, report);
      }
    }
    return 0;
  }

  private void print(Console console, SpendReport report) {
    console.line("Spent from " + report.from() + " to " + report.to() + ", by " + by.shown());
    if (report.charges().isEmpty()) {
      console.line("  Nothing was charged in these days. Rules and the small model are free.");
    } else {
      console.table(
          List.of(by.shown(), "charges", "sum", "unpriced", "estimated"),
          report.by(by).stream().map(SpendCommand::row).toList());
      report.sums().forEach(sum -> console.line("  " + sum + " in all"));
    }
    report.outlooks().forEach(outlook -> outlook(console, outlook));
    if (!report.budgets().isEmpty()) {
      console.line("");
      console.line("Budgets, now");
      report.budgets().forEach(use -> console.line("  " + budget(use)));
    }
  }

  private static List<String> row(Line line) {
    return List.of(
        line.name().isEmpty() ? "-" : line.name(),
        Long.toString(line.charges()),
        line.unpriced() == line.charges() ? "unpriced" : line.sum().toString(),
        Long.toString(line.unpriced()),
        Long.toString(line.estimated()));
  }

  private static void outlook(Console console, Outlook outlook) {
    Money month = outlook.month();
    Money saved = outlook.saved();
    if (month != null) {
      console.line("");
      console.line(
          outlook.feature()
              + ": "
              + month
              + " a month at the declared "
              + outlook.volume()
              + ", if its "
              + outlook.requests()
              + " requests so far are like those to come");
    }
    if (saved != null && outlook.below() > 0) {
      console.line(
          outlook.feature()
              + ": about "
              + saved
              + " saved, an estimate: "
              + outlook.below()
              + " requests were answered below the first model, and one that reached it cost "
              + outlook.each()
              + " on average");
    }
  }

  private static String budget(Use use) {
    Budget budget = use.budget();
    return budget.scope()
        + ": "
        + (use.used() == null ? "?" : use.used())
        + " used"
        + (budget.warn() == null ? "" : ", warns at " + budget.warn())
        + (budget.stop() == null ? "" : ", stops at " + budget.stop());
  }
}
