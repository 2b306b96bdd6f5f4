package dev.tenlines.summarize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.Trace;
import dev.tenlines.Trace.Result;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Provider;
import dev.tenlines.model.Reply;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.salience.Counting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LlmSummaryRungTest {
  private static final Pattern NUMBERED = Pattern.compile("(?m)^\\[(\\d+)] (.*)$");

  @TempDir Path directory;
  private final TestClock clock = new TestClock();
  private final List<Prompt> prompts = new ArrayList<>();
  private final Deque<Function<Prompt, Reply>> answers = new ArrayDeque<>();

  @Test
  void modelIsAsked_thoughTheExtractiveRungCouldAnswer() {
    answers.add(
        saying(said("The rent of EUR 2,400 is due on the third working day.", "The rent is EUR")));

    Answered<?> answered = ask();

    Summary summary = (Summary) answered.value();
    assertThat(answered.rung()).startsWith("model:bean:small@");
    assertThat(summary.text()).contains("The rent of EUR 2,400 is due on the third working day.");
    assertThat(summary.replaced()).isZero();
    assertThat(Counting.words(summary.text())).isBetween(51, 60);
    assertThat(results(answered))
        .containsExactly(Result.ABSTAINED, Result.PROPOSED, Result.ANSWERED);
  }

  @Test
  void document_standsBetweenMarks_inNumberedSentences() {
    answers.add(saying(said("The rent is due.", "The rent is EUR")));

    ask();

    Prompt prompt = prompts.getFirst();
    String user = prompt.turns().getFirst().text();
    assertThat(user.lines().filter(line -> line.startsWith("<<"))).hasSize(2);
    assertThat(user).contains("at most 60 words", "[1] ");
    assertThat(prompt.system()).doesNotContain("Harbour");
  }

  @Test
  void sentenceThatDoesNotStand_givesWayToTheOneItCameFrom_andIsCounted() {
    answers.add(
        saying(
            said("The rent is EUR 2,900 a month.", "The rent is EUR"),
            said("The tenant pays a deposit of EUR 7,200.", "The tenant pays a deposit"),
            "{\"text\": \"Penguins live in Antarctica.\", \"from\": [1]}"));

    Summary summary = (Summary) ask().value();

    assertThat(summary.replaced()).isEqualTo(2);
    assertThat(summary.text())
        .contains("The rent is EUR 2,400 a month and is due on the third working day.")
        .contains("The tenant pays a deposit of EUR 7,200.")
        .doesNotContain("2,900", "Penguins");
  }

  @Test
  void whatIsTooMuch_isLeftOut_andNothingIsCut() {
    answers.add(prompt -> {
      List<String> all = new ArrayList<>();
      Matcher line = NUMBERED.matcher(prompt.turns().getFirst().text());
      while (line.find()) {
        all.add(
            "{\"text\": \"%s\", \"from\": [%s]}".formatted(quoted(line.group(2)), line.group(1)));
      }
      return whole("{\"sentences\": [" + String.join(",", all) + "]}");
    });

    Summary summary = (Summary) ask().value();

    assertThat(Counting.words(summary.text())).isBetween(51, 60);
    assertThat(summary.sentences()).allSatisfy(one -> assertThat(plain()).contains(one.text()));
  }

  @Test
  void modelThatBreaks_orIsNotGrounded_leavesTheAnswerToTheSource() {
    answers.add(prompt -> Broken.free(Failure.REFUSED, "no"));
    answers.add(saying("{\"text\": \"Penguins live in Antarctica.\", \"from\": [1]}"));
    answers.add(prompt -> whole("I would rather not."));
    answers.add(prompt -> whole("Really."));

    for (String why : List.of("REFUSED", "stands on the text", "stands on the text")) {
      Answered<?> answered = ask();

      assertThat(answered.rung()).isEqualTo("extractive@1");
      assertThat(Counting.words(answered.value().toString())).isBetween(51, 60);
      assertThat(answered.trace().steps().getLast().reason()).contains(why);
    }
    assertThat(prompts.getLast().turns().getLast().text()).contains("no sentence in your answer");
  }

  @Test
  void modelThatComesTooLate_leavesTheAnswerToTheSource() {
    answers.add(prompt -> {
      clock.advance(Duration.ofHours(2));
      return Broken.free(Failure.TIMEOUT, "too late");
    });

    assertThat(ask().rung()).isEqualTo("extractive@1");
  }

  @Test
  void sentencesAreShown_whileTheModelWrites_andStay_whenItBreaks() {
    List<String> seen = new ArrayList<>();
    Feed feed = new Feed(piece -> seen.add(((Piece.Sentence) piece).text()));
    String first = "The rent of EUR 2,400 is due on the third working day.";

    Outcome<?> outcome =
        climb(
            Request.of(Lease.TEXT),
            feed,
            "",
            (prompt, call) -> {
              String json = "{\"sentences\": [" + said(first, "The rent is EUR").apply(prompt);
              for (int i = 0; i < json.length(); i += 5) {
                call.pieces()
                    .accept(ModelText.of(json.substring(i, Math.min(json.length(), i + 5))));
              }
              assertThat(seen).containsExactly(first);
              call.pieces().accept(ModelText.of(", {\"text\": \"The landl"));
              return Broken.used(Failure.TRUNCATED, "cut", Usage.of(100, 20));
            });

    Answered<?> answered = (Answered<?>) outcome;
    assertThat(answered.rung()).startsWith("model:bean:small@");
    assertThat(answered.value().toString()).contains(first).doesNotContain("The landl.");
    assertThat(Counting.words(answered.value().toString())).isBetween(51, 60);
  }

  @Test
  void longDocument_isReadInParts_andTheCostIsSaidBefore() throws IOException {
    prices();
    String text = Sections.of(200);
    List<Integer> asked = new ArrayList<>();

    try (Tenlines tenlines =
        builder(
                "",
                (prompt, call) -> {
                  asked.add(prompt.turns().getFirst().text().length());
                  return echo(prompt);
                })
            .open()) {
      String forecast =
          tenlines.forecast("abstract", Request.of(text)).get("model:bean:small").toString();
      assertThat(asked).isEmpty();

      Answered<?> answered = (Answered<?>) tenlines.ask("abstract", Request.of(text));

      assertThat(forecast).matches("\\d+ calls, at most 0\\.\\d+ USD");
      assertThat(asked).hasSize(Integer.parseInt(forecast.split(" ")[0])).hasSizeGreaterThan(2);
      assertThat(answered.rung()).startsWith("model:bean:small@");
      assertThat(Counting.words(answered.value().toString())).isBetween(51, 60);
    }
  }

  @Test
  void longDocumentThatCostsTooMuch_costsNothing() throws IOException {
    prices();
    List<Integer> asked = new ArrayList<>();

    Outcome<?> outcome =
        climb(
            Request.of(Sections.of(200)),
            Feed.unwatched(),
            "budgets:\n  - { feature: abstract, window: day, stop: 0.02 USD }\n",
            (prompt, call) -> {
              asked.add(prompt.turns().size());
              return echo(prompt);
            });

    assertThat(asked).isEmpty();
    assertThat(((Answered<?>) outcome).rung()).isEqualTo("extractive@1");
    assertThat(outcome.trace().steps().getLast().reason())
        .matches("OVER_BUDGET: \\d+ calls, at most 0\\.\\d+ USD; the budget .* is used up");
    assertThat(outcome.trace().charge().isZero()).isTrue();
  }

  /** A model that repeats the first sentences it was given. */
  private static Reply echo(Prompt prompt) {
    Matcher line = NUMBERED.matcher(prompt.turns().getFirst().text());
    List<String> all = new ArrayList<>();
    while (all.size() < 4 && line.find()) {
      all.add("{\"text\": \"%s\", \"from\": [%s]}".formatted(quoted(line.group(2)), line.group(1)));
    }
    return whole("{\"sentences\": [" + String.join(", ", all) + "]}");
  }

  private void prices() throws IOException {
    Files.writeString(
        directory.resolve("prices.yaml"),
        """
        prices:
          - { provider: openai, model: small, input: 1, output: 5, source: test }
        """);
  }

  private Answered<?> ask() {
    Outcome<?> outcome =
        climb(
            Request.of(Lease.TEXT),
            Feed.unwatched(),
            "",
            (prompt, call) -> answers.remove().apply(prompt));
    assertThat(outcome).as(outcome.trace().toString()).isInstanceOf(Answered.class);
    return (Answered<?>) outcome;
  }

  private Outcome<?> climb(Request request, Feed feed, String yaml, Provider provider) {
    try (Tenlines tenlines = builder(yaml, provider).open()) {
      return tenlines.ask("abstract", request, feed);
    }
  }

  private TenlinesBuilder builder(String yaml, Provider provider) {
    try {
      Files.writeString(
          directory.resolve("tenlines.yaml"), yaml.isEmpty() ? "features: {}\n" : yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Tenlines.in(directory)
        .clock(clock)
        .feature(
            Feature.summarize("abstract", 60).withRungs("short", "extractive", "model:bean:small"))
        .provider(
            "small",
            (prompt, call) -> {
              prompts.add(prompt);
              return provider.send(prompt, call);
            });
  }

  private static List<Result> results(Outcome<?> outcome) {
    return outcome.trace().steps().stream().map(Trace.Step::result).toList();
  }

  private static String plain() {
    return Original.plain(Lease.TEXT);
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A sentence that names the source that begins so. */
  private static Function<Prompt, String> said(String text, String source) {
    return prompt -> {
      Matcher line = NUMBERED.matcher(prompt.turns().getFirst().text());
      while (line.find()) {
        if (line.group(2).startsWith(source)) {
          return "{\"text\": \"%s\", \"from\": [%s]}".formatted(quoted(text), line.group(1));
        }
      }
      throw new IllegalStateException(source);
    };
  }

  private static Function<Prompt, Reply> saying(Object... sentences) {
    return prompt -> {
      List<String> all = new ArrayList<>();
      for (Object one : sentences) {
        @SuppressWarnings("unchecked")
        String json =
            one instanceof Function<?, ?> f
                ? ((Function<Prompt, String>) f).apply(prompt)
                : one.toString();
        all.add(json);
      }
      return whole("{\"sentences\": [" + String.join(", ", all) + "]}");
    };
  }

  private static Reply whole(String text) {
    return new Reply.Whole(ModelText.of(text), Usage.of(100, 20), "small", List.of());
  }
}
