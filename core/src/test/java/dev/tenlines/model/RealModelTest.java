package dev.tenlines.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.Trace;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Feed.Piece;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.ModelSettings.Limits;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.Whole;
import dev.tenlines.model.wire.HttpProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The wire against real tokens, in both dialects of llama.cpp's server. Runs where {@code
 * TENLINES_LLM_URL} names one; a poor model will do, for nothing here asks whether it is right.
 */
final class RealModelTest {
  private static final String VARIABLE = "TENLINES_LLM_URL";
  private static final String LABELS =
      """
      {"type":"object","properties":{"label":{"type":"string","enum":["card_arrival","lost_card"]}},
       "required":["label"],"additionalProperties":false}
      """;

  @TempDir private Path project;
  private RealServer server;
  private Tenlines tenlines;

  @BeforeEach
  void find() throws IOException {
    String url = System.getenv(VARIABLE);
    if (url == null) {
      System.out.println("SKIPPED: no real model was asked, " + VARIABLE + " is not set");
    }
    assumeTrue(url != null, VARIABLE + " is not set");
    server = RealServer.at(String.valueOf(url));
    Files.createDirectories(project.resolve("macros"));
    Files.writeString(
        project.resolve("macros/late.md"),
        "---\ntitle: Parcel is late\n---\nHi {{customer}}, it needs up to 7 days.\n");
    Files.writeString(project.resolve("tenlines.yaml"), features() + models());
    tenlines = Tenlines.open(project);
  }

  @AfterEach
  void close() {
    if (tenlines != null) {
      tenlines.close();
      server.close();
    }
  }

  @Speaking
  void wholeAnswer_comesWithItsCounts_asTheServerCountsThem(Dialect dialect) {
    Prompt prompt = Prompt.of("Answer with one word.", "What is the capital of France?", null, 40);

    Whole whole = (Whole) send(dialect, prompt, null);

    assertThat(whole.text().isBlank()).isFalse();
    assertThat(whole.usage().estimated()).isFalse();
    assertThat(whole.usage().prompt()).isEqualTo(server.tokens(prompt));
    assertThat(whole.usage().output()).isBetween(1L, 40L);
  }

  @Speaking
  void streamedAnswer_isTheWholeOne_inPieces(Dialect dialect) {
    Prompt prompt = Prompt.of("Answer with one word.", "What is the capital of France?", null, 40);
    List<String> pieces = new ArrayList<>();

    Whole streamed = (Whole) send(dialect, prompt, piece -> pieces.add(piece.toVerify()));
    Whole whole = (Whole) send(dialect, prompt, null);

    assertThat(pieces).hasSizeGreaterThan(1);
    assertThat(String.join("", pieces)).isEqualTo(streamed.text().toVerify());
    assertThat(streamed.text()).isEqualTo(whole.text());
    assertThat(streamed.usage().prompt()).isEqualTo(whole.usage().prompt());
    assertThat(streamed.usage().output()).isEqualTo(whole.usage().output());
  }

  @ParameterizedTest
  @EnumSource(value = Dialect.class, names = "OPENAI")
  void schemaWithLabels_isKept_withTheChancesOfTheTokens(Dialect dialect) {
    Prompt prompt = Prompt.of("Choose a label.", "Tell me a story.", LABELS, 60).withLogprobs();

    Whole whole = (Whole) send(dialect, prompt, null);

    assertThat(whole.text().json().path("label").asString()).isIn("card_arrival", "lost_card");
    assertThat(whole.logprobs())
        .isNotEmpty()
        .allSatisfy(token -> assertThat(token.chance()).isBetween(0.0, 1.0));
  }

  @Speaking
  void callerThatLeavesInMidStream_stopsTheServer(Dialect dialect) {
    Feed feed = Feed.unwatched();
    Prompt prompt = Prompt.of("", "Write a very long story about a ship.", null, 3_000);
    List<String> pieces = new ArrayList<>();

    Asked asked =
        ask(
            dialect,
            prompt,
            feed,
            piece -> {
              pieces.add(piece.toVerify());
              if (pieces.size() == 5) {
                feed.stop();
              }
            });

    assertThat(asked.reply())
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(server.rests()).isTrue();
    assertThat(booked())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.estimated()).isTrue();
          assertThat(row.output()).isBetween(1L, 500L);
        });
  }

  /** Each holds its first piece until the other has one too: neither waits for the other's end. */
  @Speaking
  void twoStreams_runAtOnce(Dialect dialect) throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    List<Future<Reply>> both = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String city : List.of("Rome", "Oslo")) {
        Prompt prompt = Prompt.of("", "Describe " + city + " in two sentences.", null, 60);
        both.add(threads.submit(() -> send(dialect, prompt, piece -> meet(begun))));
      }
    }
    for (Future<Reply> one : both) {
      Failure cut = one.get() instanceof Broken broken ? broken.failure() : Failure.TRUNCATED;
      assertThat(cut).isEqualTo(Failure.TRUNCATED);
    }
    assertThat(begun.getCount()).isZero();
  }

  @Speaking
  void promptLongerThanTheContext_isSaid_andCostsNothing(Dialect dialect) {
    Prompt prompt = Prompt.of("", "word ".repeat(20_000), null, 20);

    Asked asked = ask(dialect, prompt, Feed.unwatched(), null);

    assertThat(asked.reply())
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.failure()).isEqualTo(Failure.TOO_LONG);
              assertThat(broken.detail()).contains("context");
            });
    assertThat(asked.attempts()).isEqualTo(1);
    assertThat(tenlines.ledger().recover()).isZero();
    assertThat(booked()).isEmpty();
  }

  @Speaking
  void countsOfTheAnswer_standInTheLedger(Dialect dialect) {
    Prompt prompt = Prompt.of("You are short.", "What is the capital of Italy?", null, 60);

    Asked asked = ask(dialect, prompt, Feed.unwatched(), null);

    assertThat(booked())
        .containsExactly(new Row(server.tokens(prompt), asked.reply().usage().output(), false));
  }

  @Speaking
  void classification_climbsToThePerson_withALabelOrNone(Dialect dialect) {
    Outcome<?> outcome = tenlines.ask("triage_" + name(dialect), "My card never arrived");

    Object proposal = ((Deferred<?>) outcome).proposal();
    Trace.Step step = outcome.trace().steps().getFirst();
    if (dialect == Dialect.OPENAI) {
      assertThat(proposal).as(outcome.trace().toString()).isIn("card_arrival", "lost_card");
    } else {
      // This server drops the schema of this dialect: what is no label is asked for again, once.
      assertThat(step.result() == Trace.Result.PROPOSED).isEqualTo(proposal != null);
      assertThat(step.result() == Trace.Result.FAILED).isEqualTo(truncated(step));
      assertThat(proposal).isIn("card_arrival", "lost_card", null);
    }
    assertThat(booked()).isNotEmpty().noneMatch(Row::estimated);
  }

  @Speaking
  void draft_isStreamed_andReachesAPerson(Dialect dialect) {
    List<Piece> pieces = new ArrayList<>();
    Request late =
        Request.of("Where is my parcel? It is late.").withFields(Map.of("customer", "Noor"));

    Outcome<?> outcome = tenlines.ask("reply_" + name(dialect), late, new Feed(pieces::add));

    assertThat(outcome).isInstanceOf(Deferred.class);
    assertThat(outcome.trace().steps())
        .as(outcome.trace().toString())
        .noneMatch(step -> step.result() == Trace.Result.FAILED && !truncated(step));
    assertThat(pieces).isNotEmpty();
  }

  /** A poor model may go on until its limit. */
  private static boolean truncated(Trace.Step step) {
    return step.reason() != null && step.reason().startsWith(Failure.TRUNCATED.name());
  }

  private Reply send(Dialect dialect, Prompt prompt, @Nullable Consumer<ModelText> pieces) {
    try (HttpProvider provider = new HttpProvider(model(dialect), Clock.systemUTC())) {
      return provider.send(
          prompt, new Provider.Call(Duration.ofMinutes(2), pieces, Provider.Leaving.NEVER));
    }
  }

  /** The same with the project's own ledger. */
  private Asked ask(
      Dialect dialect, Prompt prompt, Feed feed, @Nullable Consumer<ModelText> pieces) {
    Clock clock = Clock.systemUTC();
    ModelSettings model = model(dialect);
    try (HttpProvider provider = new HttpProvider(model, clock)) {
      ModelClient client =
          new ModelClient(
              model,
              provider,
              tenlines.ledger(),
              new PriceFile(project.resolve("prices.yaml"), clock),
              Transcripts.NONE,
              clock);
      Deadline deadline = Deadline.in(Duration.ofMinutes(2), clock);
      Ask ask = new Ask("r_1", "triage", Request.of("unused"), deadline, feed);
      return client.ask(prompt, ask, "model:small@1", 1, pieces);
    }
  }

  private ModelSettings model(Dialect dialect) {
    return new ModelSettings(
        name(dialect),
        dialect,
        URI.create(server.baseUrl(dialect)),
        "small",
        null,
        null,
        true,
        false,
        Limits.USUAL);
  }

  private static void meet(CountDownLatch begun) {
    begun.countDown();
    try {
      var unused = begun.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A charge as the database has it. */
  private record Row(long prompt, long output, boolean estimated) {}

  private List<Row> booked() {
    tenlines.close(); // charges are written behind
    List<Row> rows = new ArrayList<>();
    String sql = "SELECT input + cache_read + cache_write, output, estimated FROM ledger";
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + project.resolve(".tenlines/tenlines.db"));
        var statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(new Row(row.getLong(1), row.getLong(2), row.getLong(3) == 1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  private static String features() {
    StringBuilder features = new StringBuilder("features:\n");
    for (Dialect dialect : List.of(Dialect.OPENAI, Dialect.ANTHROPIC)) {
      features.append(
          """
            triage_%1$s:
              labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen" }
              profile: { latency-budget: 5m }
              rungs: ["model:%1$s", review]
            reply_%1$s:
              kind: draft
              profile: { latency-budget: 5m }
              rungs: ["model:%1$s", review]
          """
              .formatted(name(dialect)));
    }
    return features.toString();
  }

  private String models() {
    StringBuilder models = new StringBuilder("models:\n");
    for (Dialect dialect : List.of(Dialect.OPENAI, Dialect.ANTHROPIC)) {
      models.append(
          "  %1$s: { provider: %1$s, model: small, base-url: \"%2$s\", price: free }\n"
              .formatted(name(dialect), server.baseUrl(dialect)));
    }
    return models.toString();
  }

  private static String name(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }
}
