package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Does a language model earn its price? Asked of one that is always right and one never. */
class TrialModelsTest {
  private static final Path SAMPLE = Path.of("../examples/sample/tickets.csv");
  private static final Map<String, String> LABELS = new LinkedHashMap<>();

  @TempDir private static Path directory;
  private static MockProvider mock;
  private static Cli trial;

  @BeforeAll
  static void start() throws IOException {
    try (RowReader rows = RowReader.open(SAMPLE)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (row instanceof Row.Good good) {
          LABELS.put(words(good.text("body")), good.text("queue"));
        }
      }
    }
    mock = MockProvider.start(0, Script.answers(TrialModelsTest::reply));
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        models:
          right: { provider: openai, model: gpt-4.1-mini, base-url: "%1$s", key: mock }
          wrong: { provider: openai, model: wrong, base-url: "%1$s", key: mock, price: free }
          deep: { provider: anthropic, model: claude-sonnet-5, base-url: "%1$s", key: mock }
        """
            .formatted(mock.baseUrl(Dialect.OPENAI)));
    trial = run("right,wrong", "--yes", "--out", directory.resolve("out"), "--json");
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  @Test
  void modelThatIsRight_addsAnswersWithinThePromise_atAPrice() {
    JsonNode right = model(0);

    // One row of the sample has no words: no model is asked about it, so nobody is right.
    assertThat(right.get("accuracy").asDouble())
        .as(trial.err())
        .isCloseTo(1 - 1.0 / right.get("asked").asInt(), within(1e-6));
    assertThat(right.at("/coverage/added").asDouble()).isPositive();
    assertThat(right.at("/coverage/error").asDouble()).isZero();
    assertThat(right.at("/certificate/threshold").isNumber()).isTrue();
    assertThat(right.at("/per1000/amount").asString()).isNotEqualTo("0.000000");
    assertThat(right.get("verdict").asString()).contains("answers another");
  }

  @Test
  void modelThatIsWrong_isSaidToAddNothing() {
    JsonNode wrong = model(1);

    assertThat(wrong.get("accuracy").asDouble()).isLessThan(0.3);
    assertThat(wrong.at("/coverage/added").asDouble()).isZero();
    assertThat(wrong.at("/certificate/threshold").isNull()).isTrue();
    assertThat(wrong.get("verdict").asString()).contains("adds nothing");
  }

  @Test
  void priceIsSaid_beforeItIsSpent() {
    assertThat(trial.err()).containsPattern("right: \\d+ rows, for about [0-9.]+ USD at most");
    assertThat(trial.err()).containsPattern("wrong: \\d+ rows, which is free");
  }

  @Test
  void certificateOfTheBest_isWrittenBesideTheOthers() throws IOException {
    Path certificates = directory.resolve("out/.tenlines/models/out/1/certificates.json");

    assertThat(Files.readString(certificates))
        .contains("\"classifier@1\"", "\"model:right@")
        .doesNotContain("model:wrong");
  }

  @Test
  void moneyIsNotSpent_whereNobodyWasAsked() {
    long before = mock.counts().requests();

    Cli unasked = run("right");

    assertThat(unasked.code()).isEqualTo(1);
    assertThat(unasked.err()).contains("TL-316", "--yes");
    assertThat(mock.counts().requests()).isEqualTo(before);
  }

  @Test
  void inWords_oneTableComparesTheModels_andSaysWhatToDoWithTheBest() {
    Cli words = run("right,wrong", "--yes", "--out", directory.resolve("words"));

    assertThat(words.code()).as(words.err()).isZero();
    assertThat(words.out())
        .contains("Language models, on rows that the rungs below leave open:", "per 1,000")
        .containsPattern("right +\\d+ +0 +9[67]\\.\\d %")
        .containsPattern("wrong +\\d+ +0 .* 0\\.00 USD")
        .contains("Its certificate for model:right@");
  }

  @Test
  void effortThatTheModelDoesNotKnow_isSaidWithThoseItKnows() {
    Cli unknown = run("deep:effort=huge");

    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("TL-262", "huge", "low, medium, high");
  }

  @Test
  void modelThatNobodyDeclared_isSaidBeforeTheTrial() {
    Cli unknown = run("nobody");

    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("TL-315", "nobody");
    assertThat(unknown.out()).isEmpty();
  }

  private static Cli run(String models, Object... more) {
    Object[] usual = {
      "trial",
      SAMPLE,
      "--text",
      "body",
      "--label",
      "queue",
      "--wrong-cost",
      "2.00",
      "--review-cost",
      "0.40",
      "--project",
      directory,
      "--models",
      models,
      "--llm-rows",
      "120"
    };
    Object[] all = java.util.Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return Cli.run(all);
  }

  private static JsonNode model(int number) {
    assertThat(trial.code()).as(trial.err()).isZero();
    return trial.json().get("models").get(number);
  }

  /** The text to judge stands last, after those whose labels are shown. */
  private static String reply(Received asked) {
    String user = asked.user();
    String text = words(user.substring(user.lastIndexOf("The text:")));
    String label =
        LABELS.entrySet().stream()
            .filter(row -> text.contains(row.getKey()))
            .max(java.util.Comparator.comparingInt(row -> row.getKey().length()))
            .map(Map.Entry::getValue)
            .orElse("");
    if (asked.model().equals("wrong")) {
      label =
          LABELS.values().stream()
              .filter(java.util.function.Predicate.not(label::equals))
              .findFirst()
              .orElse("");
    }
    return "{\"label\": \"" + label + "\"}";
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
