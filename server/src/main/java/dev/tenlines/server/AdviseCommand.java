package dev.tenlines.server;

import dev.tenlines.Profile;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.project.Shares;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.trial.Advice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "advise",
    mixinStandardHelpOptions = true,
    description = "The five questions without data: asked here or answered by flags.")
final class AdviseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--task", paramLabel = "KIND", description = "language, arithmetic or lookup.")
  private @Nullable String task;

  @Option(names = "--rule", paramLabel = "HOW", description = "complete, partial or none.")
  private @Nullable String rule;

  @Option(names = "--wrong-cost", paramLabel = "MONEY", description = "What a wrong answer costs.")
  private @Nullable String wrongCost;

  @Option(
      names = "--review-cost",
      paramLabel = "MONEY",
      description = "What one person's decision costs.")
  private @Nullable String reviewCost;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      description = "The latency budget in milliseconds.")
  private @Nullable String latency;

  @Option(names = "--volume", paramLabel = "N/PERIOD", description = "How many come, 50000/month.")
  private @Nullable String volume;

  @Option(names = "--error", paramLabel = "SHARE", description = "A promised error of your own.")
  private @Nullable String error;

  @Option(
      names = "--name",
      defaultValue = "triage",
      paramLabel = "NAME",
      description = "The feature's name in the YAML.")
  private String name = "triage";

  @Option(names = "--json", description = "Print the advice as JSON; nothing is asked.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    // A single flag means the caller answers by flags: what is left out is not stated.
    boolean silent =
        json
            || task != null
            || rule != null
            || wrongCost != null
            || reviewCost != null
            || latency != null
            || volume != null
            || error != null;
    Questions questions = new Questions(console, silent);
    Advice.Task kind =
        choice(
            questions.ask(
                task, "1. What kind of task is it: language, arithmetic or lookup?", "language"),
            Advice.Task.class);
    Profile profile = kind == Advice.Task.LANGUAGE ? profile(questions) : Profile.UNSTATED;
    Advice advice = Advice.of(name, kind, profile, error == null ? null : Shares.parse(error));
    if (json) {
      console.json(fields(advice));
    } else {
      print(console, advice);
    }
    return 0;
  }

  private Profile profile(Questions questions) {
    String known =
        questions.ask(
            rule, "2. Does a deterministic rule exist: complete, partial or none?", "partial");
    String wrong = questions.ask(wrongCost, "3. What does a wrong answer cost (2.50 EUR)?", "");
    String review = questions.ask(reviewCost, "   And a person's review of one (0.40 EUR)?", "");
    String budget =
        questions.ask(latency, "4. How long may an answer take, in milliseconds?", "2000");
    String count = questions.ask(volume, "5. How many come (50000/month)?", "");
    return new Profile(
        true,
        choice(known, Profile.Rule.class),
        wrong.isEmpty() ? null : Money.parse(wrong),
        review.isEmpty() ? null : Money.parse(review),
        millis(budget),
        count.isEmpty() ? null : Volume.parse(count));
  }

  private static Duration millis(String text) {
    try {
      return Duration.ofMillis(Long.parseLong(text.replaceAll("\\s*ms$", "").strip()));
    } catch (NumberFormatException e) {
      throw new TenlinesException(
          "TL-307",
          "The latency budget (" + text + ") is not a number of milliseconds.",
          "Maybe write 2000.");
    }
  }

  private static <E extends Enum<E>> E choice(String text, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (value.name().equalsIgnoreCase(text.strip())) {
        return value;
      }
    }
    throw new TenlinesException(
        "TL-308",
        "The answer (" + text + ") is not one of those asked for.",
        "Maybe it is one of: "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(v -> v.name().toLowerCase(Locale.ROOT))
                    .toList())
            + ".");
  }

  private static void print(Console console, Advice advice) {
    console.line(advice.verdict());
    advice.reasons().forEach(reason -> console.line("  - " + reason));
    if (!advice.costs().isEmpty()) {
      console.line("A month costs, reviews and the wrong answers the promise allows together:");
      Map<String, String> costs = new LinkedHashMap<>();
      advice.costs().forEach((share, money) -> costs.put(share, money.toString()));
      console.list(costs);
    }
    console.line("");
    console.line(advice.yaml().stripTrailing());
  }

  private static Map<String, Object> fields(Advice advice) {
    Map<String, Object> costs = new LinkedHashMap<>();
    advice
        .costs()
        .forEach((share, money) ->
            costs.put(share, Map.of("amount", money.amount(), "currency", money.currency())));
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("advice", advice.verdict());
    out.put("reasons", advice.reasons());
    out.put("costPerMonth", costs);
    out.put("yaml", advice.yaml());
    return out;
  }

  /** Asks in the terminal what the flags leave open. */
  private static final class Questions {
    private final Console console;
    private final boolean silent;
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

    private Questions(Console console, boolean silent) {
      this.console = console;
      this.silent = silent;
    }

    private String ask(@Nullable String given, String question, String otherwise) {
      if (given != null || silent) {
        return given == null ? otherwise : given;
      }
      console
          .out()
          .print(question + (otherwise.isEmpty() ? " [not stated] " : " [" + otherwise + "] "));
      console.out().flush();
      try {
        String answer = in.readLine();
        return answer == null || answer.isBlank() ? otherwise : answer.strip();
      } catch (IOException e) {
        return otherwise;
      }
    }
  }
}
