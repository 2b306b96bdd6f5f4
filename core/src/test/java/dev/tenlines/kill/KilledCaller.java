package dev.tenlines.kill;

import dev.tenlines.Request;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Deadline;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.model.Books;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Lab;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply;
import dev.tenlines.model.wire.HttpProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks a model with many threads until somebody kills it, and says of each answer that it came. The
 * text of each request holds its id, so that the provider's memory can be held against the ledger.
 */
final class KilledCaller {
  static final int THREADS = 6;

  private KilledCaller() {}

  /** Takes the directory of the ledger, the provider's address and the number of the life. */
  public static void main(String[] arguments) {
    Clock clock = Clock.systemUTC();
    Books books = new Books(Path.of(arguments[0]), clock);
    books.ledger().recover();
    ModelSettings model =
        new ModelSettings(
            "m",
            Dialect.OPENAI,
            URI.create(arguments[1]),
            Books.MODEL,
            "k",
            null,
            false,
            false,
            Lab.LONG);
    ModelClient client =
        new ModelClient(
            model,
            new HttpProvider(model, clock),
            books.ledger(),
            books.prices(),
            Transcripts.NONE,
            clock);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < THREADS; i++) {
        String name = "r_" + arguments[2] + "_" + i + "_";
        threads.execute(() -> askOn(client, clock, name));
      }
    }
  }

  private static void askOn(ModelClient client, Clock clock, String name) {
    for (int i = 0; ; i++) {
      String id = name + i + "_";
      Deadline deadline = Deadline.in(Duration.ofMinutes(1), clock);
      Ask ask = new Ask(id, "triage", Request.of(id), deadline, Feed.unwatched());
      boolean streamed = i % 2 == 0;
      Reply reply =
          client
              .ask(
                  Prompt.of("", "Where is " + id + "?", null, 200),
                  ask,
                  "model:m@1",
                  1,
                  streamed ? piece -> {} : null)
              .reply();
      if (reply instanceof Reply.Whole) {
        System.out.println("whole " + id);
      }
    }
  }
}
