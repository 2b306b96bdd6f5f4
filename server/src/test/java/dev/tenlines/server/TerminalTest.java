package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.server.terminal.ProgressBar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see and type. */
class TerminalTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @Test
  void theBar_isDrawnOverItselfOnATerminal_andTakenAwayAtTheEnd() {
    StringWriter err = new StringWriter();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(err), STILL, true)) {
      bar.at("Training", 1, 4);
      bar.at("Training", 4, 4);
    }

    assertThat(err.toString())
        .contains("\rTraining")
        .contains("100 %")
        .contains("█".repeat(24))
        .doesNotContain("\n")
        .endsWith("\r\u001b[K");
  }

  @Test
  void elsewhere_eachStepIsALine() {
    StringWriter err = new StringWriter();
    try (ProgressBar bar = new ProgressBar(new PrintWriter(err, true), STILL, false)) {
      bar.at("Reading", 1, 2);
      bar.at("Reading", 2, 2);
      bar.at("Training", 1, 1);
    }

    assertThat(err.toString().lines()).containsExactly("Reading …", "Training …");
  }

  @Test
  void advise_asksTheFiveQuestions_andTakesAnEmptyLineForTheDefault() {
    Cli advise = typing("language\npartial\n2.50 EUR\n0.40 EUR\n\n50000/month\n", "advise");

    assertThat(advise.out())
        .contains("1. What kind of task")
        .contains("5. How many come")
        .contains("so that is the promise")
        .contains("20000.00 EUR")
        .contains("latency-budget: 2000ms");
  }

  @Test
  void advise_withAnAnswerNobodyAskedFor_saysWhichThereAre() {
    assertThat(typing("magic\n", "advise").err()).contains("TL-308").contains("arithmetic, lookup");
    assertThat(Cli.run("advise", "--latency", "soon").err()).contains("TL-307");
  }

  @Test
  void ask_readsStandardInput_andShowsTheRule(@TempDir Path directory) throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        "features:\n  triage:\n    labels: { delivery: \"\", returns: \"\" }\n    rungs: [rules]\n");
    Files.createDirectories(directory.resolve("rules"));
    Files.writeString(
        directory.resolve("rules/triage.yaml"),
        "- when: input.mentions(\"parcel\")\n  then: delivery\n");

    Cli answered = typing("where is the PARCEL", "ask", "triage", "--project", directory);
    Cli declined = Cli.run("ask", "triage", "no idea", "--project", directory);

    assertThat(answered.out())
        .contains("answered: delivery")
        .contains("because rule 1")
        .contains("\"PARCEL\" at 13–19");
    assertThat(declined.out()).contains("declined: NO_ANSWER");
    assertThat(
            Cli.run("ask", "triage", "--file", directory.resolve("none"), "--project", directory)
                .err())
        .contains("TL-304");
  }

  @Test
  void help_namesEveryCommand() {
    assertThat(Cli.run().out()).contains("trial", "advise", "ask", "run", "plan", "check");
    assertThat(Cli.run("--version").out()).contains("tenlines");
  }

  private static Cli typing(String text, Object... arguments) {
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return Cli.run(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
