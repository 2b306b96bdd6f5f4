package dev.tenlines.server;

import dev.tenlines.Tenlines;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProgressBar;
import dev.tenlines.server.terminal.ProjectOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Asks every row of a file, or about every file of a folder; after a stop, the same call goes on"
            + " where it was.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Parameters(index = "0", paramLabel = "FEATURE")
  private String feature = "";

  @Parameters(index = "1", paramLabel = "IN", description = "Rows, CSV or JSONL; or a folder.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Where the rows go, .csv or .jsonl.")
  private Path out = Path.of("");

  @Option(
      names = "--text",
      paramLabel = "COLUMN",
      description = "The text's column (default: input in tenlines.yaml).")
  private @Nullable String text;

  @Option(
      names = "--words",
      paramLabel = "N",
      description =
          "How many words an answer may have, for summaries (default: words in tenlines.yaml).")
  private @Nullable Integer words;

  @Option(names = "--replace", description = "Replace a finished file that is there.")
  private boolean replace;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    CountDownLatch ended = new CountDownLatch(1);
    RunFile.Summary summary;
    try (Tenlines tenlines = Tenlines.open(project.directory);
        ProgressBar bar = ProgressBar.on(console)) {
      String column = text == null ? tenlines.plan(feature).feature().input() : text;
      RunFile run = new RunFile(tenlines, feature, column, words, bar);
      StopSignal.onStop(() -> {
        run.stop();
        awaitQuietly(ended);
      });
      summary = run.run(in, out, replace);
    } finally {
      ended.countDown();
    }
    print(console, summary);
    return summary.finished() ? 0 : 130;
  }

  private void print(Console console, RunFile.Summary summary) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("rows", summary.rows());
      fields.put("resumedAt", summary.resumedAt());
      fields.put("outcomes", summary.outcomes());
      fields.put("finished", summary.finished());
      console.json(fields);
      return;
    }
    String resumed =
        summary.resumedAt() > 0
            ? " (the first " + summary.resumedAt() + " were there already)"
            : "";
    console.line(summary.rows() + " rows" + resumed + ": " + counts(summary.outcomes()) + ".");
    console.line(
        summary.finished()
            ? "Written to " + out + "."
            : "Stopped; the same call goes on from here.");
  }

  private static String counts(Map<String, Long> outcomes) {
    return String.join(
        ", ", outcomes.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
