package dev.tenlines.model;

import dev.tenlines.Request;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Received;
import dev.tenlines.mock.Script;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.ModelSettings.Limits;
import dev.tenlines.model.wire.HttpProvider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A provider on loopback that plays a script, and a client that asks it. */
public final class Lab implements AutoCloseable {
  /** Long enough for a busy machine, short enough for tests of what hangs. */
  public static final Limits SHORT =
      new Limits(
          Duration.ofMillis(300),
          Duration.ofMillis(1000),
          Duration.ofMillis(600),
          Duration.ofMillis(1300),
          null,
          null);

  /** What nothing but a fault of the test's own reaches. */
  public static final Limits LONG =
      new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          null,
          null);

  private static final AtomicLong IDS = new AtomicLong();

  private static final String SCHEMA =
      """
      {"type":"object","properties":{"label":{"type":"string","enum":["delivery","returns"]}},
       "required":["label"],"additionalProperties":false}\
      """;

  /** What a healthy provider says to {@link #PROMPT}. */
  public static final String ANSWER = "{\"label\":\"delivery\"}";

  /** A question with two answers. */
  public static final Prompt PROMPT =
      Prompt.of("You sort letters.", "Where is my parcel?", SCHEMA, 1000);

  private final MockProvider mock;
  private final ModelSettings model;
  private final HttpProvider provider;
  private final ModelClient client;
  private final Clock clock;

  public Lab(Dialect dialect, Script script, Limits limits, Books books, Clock clock) {
    this.clock = clock;
    mock = MockProvider.start(0, script);
    String url = mock.baseUrl(dev.tenlines.mock.Dialect.valueOf(dialect.name()));
    model =
        new ModelSettings(
            dialect.name(),
            dialect,
            URI.create(url),
            Books.MODEL,
            dialect.keyVariable() == null ? null : "sk-secret",
            null,
            false,
            false,
            limits);
    provider = new HttpProvider(model, clock);
    client =
        new ModelClient(model, provider, books.ledger(), books.prices(), Transcripts.NONE, clock);
  }

  public MockProvider mock() {
    return mock;
  }

  public ModelSettings model() {
    return model;
  }

  public HttpProvider provider() {
    return provider;
  }

  public ModelClient client() {
    return client;
  }

  /** A name that no other request of this process has. */
  public static String name(String what) {
    return "r_" + what + "_" + IDS.incrementAndGet() + "_";
  }

  /** A request on its way. */
  public Ask request(String id, Duration budget, Feed feed) {
    return new Ask(
        id, "triage", Request.of("Where is my parcel?"), Deadline.in(budget, clock), feed);
  }

  /** Asks for the whole answer. */
  public Asked ask(String id, Duration budget) {
    return ask(id, budget, null);
  }

  /** Asks for a stream where somebody takes the pieces. */
  public Asked ask(String id, Duration budget, @Nullable Consumer<ModelText> pieces) {
    return client.ask(PROMPT, request(id, budget, Feed.unwatched()), "model:m@1", 1, pieces);
  }

  /** Whether the provider has nothing more to do for anybody. */
  public boolean quiet() throws InterruptedException {
    return mock.await(
        counts -> mock.received().stream().allMatch(Lab::over), Duration.ofSeconds(5));
  }

  /** After a whole answer its connection may stay open for the next request. */
  private static boolean over(Received received) {
    return received.ended() || received.answered();
  }

  @Override
  public void close() {
    provider.close();
    mock.close();
  }
}
