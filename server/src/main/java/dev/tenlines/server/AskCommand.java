package dev.tenlines.server;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.Trace;
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

  @Option(names = "--file", paramLabel = "FILE", description = "Read the text from a file.")
  private @Nullable Path file;

  @Option(
      names = "--field",
      paramLabel = "NAME=VALUE",
      description = "What the application knows, for rules.")
  private Map<String, String> fields = new HashMap<>();

  @Option(names = "--json", description = "Print the outcome as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    Request request = Request.of(input()).withFields(new HashMap<>(fields));
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      Outcome<?> outcome = tenlines.ask(feature, request);
      if (json) {
        console.json(OutcomeJson.fields(outcome));
      } else {
        print(console, outcome);
      }
    }
    return 0;
  }

  private String input() {
    try {
      if (text != null) {
        return text;
      }
      return file == null
          ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
          : Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-304",
          "The text (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path and that it is UTF-8.");
    }
  }

  private static void print(Console console, Outcome<?> outcome) {
    switch (outcome) {
      case Answered<?> answered -> {
        String probability =
            answered.probability() == null
                ? ""
                : String.format(Locale.ROOT, ", probability %.3f", answered.probability());
        console.line(
            "answered: " + answered.value() + "   (" + answered.rung() + probability + ")");
        answered.evidence().forEach(evidence -> console.line("  because " + because(evidence)));
      }
      case Deferred<?> deferred ->
          console.line(
              "deferred: a person will answer, review "
                  + deferred.review()
                  + (deferred.proposal() == null ? "" : "; best guess " + deferred.proposal()));
      case Declined<?> declined -> console.line("declined: " + declined.reason());
    }
    console.table(
        List.of("rung", "result", "millis", "charge", "why"),
        outcome.trace().steps().stream().map(AskCommand::row).toList());
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
          "\"" + found + "\" at " + start + "–" + end;
    };
  }
}
