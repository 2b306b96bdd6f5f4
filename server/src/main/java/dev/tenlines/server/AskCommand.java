package dev.tenlines.server;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Task;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.Trace;
import dev.tenlines.ladder.Forecast;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import dev.tenlines.server.terminal.SearchText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Asks one request and shows its trace.")
final class AskCommand implements Callable<Integer> {
  private static final int LONGEST = 70;

  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Parameters(index = "0", paramLabel = "FEATURE")
  private String feature = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "The text; standard input when left out.")
  private @Nullable String text;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Ask about a file: text, a mail, HTML or a PDF.")
  private @Nullable Path file;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "What the application knows, for rules.")
  private Map<String, String> fields = new HashMap<>();

  @Option(
      names = "--words",
      paramLabel = "N",
      description =
          "How many words an answer may have, for summaries (default: words in tenlines.yaml).")
  private @Nullable Integer words;

  @Option(names = "--dry", description = "Say what asking would cost at most, and ask nobody.")
  private boolean dry;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      Request request = request(tenlines).withFields(new HashMap<>(fields)).withWords(words);
      if (dry) {
        print(console, tenlines.forecast(feature, request));
        return 0;
      }
      Outcome<?> outcome = tenlines.ask(feature, request);
      if (json) {
        console.json(OutcomeJson.fields(outcome));
      } else {
        print(console, outcome, tenlines.plan(feature).feature().kind().task());
        SearchText.print(console, outcome);
      }
    }
    return 0;
  }

  private Request request(Tenlines tenlines) {
    try {
      if (text != null) {
        return Request.of(text);
      }
      return file == null
          ? Request.of(new String(System.in.readAllBytes(), StandardCharsets.UTF_8))
          : Request.of(
              tenlines.documents().file(file.getFileName() + "", Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-304",
          "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path.");
    }
  }

  private void print(Console console, Map<String, Forecast> forecasts) {
    if (json) {
      console.json(forecasts);
      return;
    }
    forecasts.forEach((rung, forecast) -> console.line(rung + ": " + forecast));
    if (forecasts.isEmpty()) {
      console.line("No rung says what it would cost.");
    }
  }

  private static void print(Console console, Outcome<?> outcome, Task<?> task) {
    switch (outcome) {
      case Answered<?> answered -> {
        String probability =
            answered.probability() == null
                ? ""
                : String.format(Locale.ROOT, ", probability %.3f", answered.probability());
        Task.Table table = task.table(answered.value());
        String value = table == null ? task.words(answered.value()) + "   " : "";
        console.line("answered: " + value + "(" + answered.rung() + probability + ")");
        print(console, table);
        (table == null ? answered.evidence() : List.<Evidence>of())
            .forEach(evidence -> console.line("  because " + because(evidence)));
      }
      case Deferred<?> deferred -> {
        Object guess = deferred.proposal();
        Task.Table table = task.table(guess);
        console.line(
            "deferred: a person will answer, review "
                + deferred.review()
                + (guess == null
                    ? ""
                    : "; best guess " + (table == null ? task.words(guess) : "below")));
        print(console, table);
      }
      case Declined<?> declined -> {
        Object guess = declined.proposal();
        Task.Table table = task.table(guess);
        String words = guess == null || table != null ? "" : task.words(guess);
        console.line(
            "declined: " + declined.reason() + (words.isEmpty() ? "" : "; best guess " + words));
        print(console, table);
      }
    }
    console.table(
        List.of("rung", "result", "millis", "charge", "why"),
        outcome.trace().steps().stream().map(AskCommand::row).toList());
  }

  private static void print(Console console, Task.@Nullable Table table) {
    if (table != null) {
      console.table(table.head(), table.rows());
    }
  }

  private static List<String> row(Trace.Step step) {
    return List.of(
        step.rung(),
        step.result().name().toLowerCase(Locale.ROOT),
        String.format(Locale.ROOT, "%.2f", step.took().toNanos() / 1e6),
        step.charge().toString(),
        step.reason() == null ? "" : step.reason());
  }

  private static String because(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Rule(int line, String when) -> "rule " + line + ": " + when;
      case Evidence.Span(String source, int start, int end, String found) ->
          "\"" + shortened(found) + "\" at " + start + "–" + end;
    };
  }

  /** In one line: a whole sentence stands in the answer already. */
  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
