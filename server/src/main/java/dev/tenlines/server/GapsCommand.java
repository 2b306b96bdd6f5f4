package dev.tenlines.server;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.answer.Gap;
import dev.tenlines.answer.Gaps;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import dev.tenlines.server.terminal.QuestionsOptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description = "Shows what people asked and the documents lack.")
final class GapsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;
  @Mixin private QuestionsOptions questions;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FEATURE",
      description = "A feature that answers; all of them when left out.")
  private @Nullable String feature;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      List<Gaps> all =
          features(tenlines).stream().map(name -> tenlines.gaps(questions.tenant, name)).toList();
      if (questions.json) {
        console.json(all);
      } else {
        all.forEach(gaps -> print(console, gaps));
      }
    }
    return 0;
  }

  private List<String> features(Tenlines tenlines) {
    List<String> answering =
        tenlines.features().stream()
            .filter(name -> tenlines.plan(name).feature().kind() == Feature.Kind.ANSWER)
            .toList();
    if (feature == null) {
      return answering;
    }
    if (!answering.contains(feature)) {
      throw new TenlinesException(
          "TL-354",
          "The feature (" + feature + ") answers no questions from documents.",
          answering.isEmpty()
              ? "Maybe declare one of kind: answer."
              : "Maybe it is one of: " + String.join(", ", answering) + ".");
    }
    return List.of(feature);
  }

  private static void print(Console console, Gaps gaps) {
    console.line(
        gaps.feature()
            + ": "
            + gaps.gaps().size()
            + (gaps.gaps().size() == 1 ? " gap" : " gaps")
            + " in the last "
            + gaps.requests()
            + " requests");
    if (!gaps.gaps().isEmpty()) {
      console.table(
          List.of("asked", "last", "question", "nearest"),
          gaps.gaps().stream().map(GapsCommand::row).toList());
    }
    if (!gaps.stale().isEmpty()) {
      console.line("");
      console.line("Answers of people whose documents have changed: not given alone any more");
      console.table(
          List.of("answer", "why", "question"),
          gaps.stale().stream()
              .map(one -> List.of(one.name(), one.why(), one.question()))
              .toList());
    }
  }

  private static List<String> row(Gap gap) {
    Gap.Nearest nearest = gap.nearest();
    return List.of(
        Integer.toString(gap.requests()),
        day(gap.last()),
        QuestionsOptions.line(gap.question()),
        nearest == null
            ? "-"
            : nearest.source() + (nearest.heading().isEmpty() ? "" : ", " + nearest.heading()));
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
