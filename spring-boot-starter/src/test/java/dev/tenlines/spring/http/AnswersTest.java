package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.access.Role;
import dev.tenlines.index.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers from documents and summaries over HTTP; every answer is held to the contract, too. */
class AnswersTest {
  private static final String VOUCHERS =
      """
      # Vouchers

      ## How long they are valid

      A voucher is valid for three years from the day it was bought. It cannot be paid out.

      ## Where they count

      Vouchers can be used at both counters and in the app.
      """;
  private static final String WRITTEN =
      """
      ---
      questions: ["How long is a voucher valid?"]
      sources:
        - source: docs/vouchers.md
          quote: A voucher is valid for three years from the day it was bought.
      ---

      Three years, from the day it was bought.
      """;
  private static final String RAISES =
      """
      # Bonus of the workshop

      Each mechanic gets a bonus of 940 EUR in December.
      """;
  private static final String REPORT =
      """
      The town of Ostrey opened its new footbridge on 4 May 2026. The bridge cost 1.9 million EUR. \
      It is 140 metres long and four metres wide. Before, people had to walk around the harbour, \
      which took them half an hour. The mayor cut a ribbon. A band played. Many children were there. \
      The builder, Marlow Spans, gives a warranty of twelve years. The next inspection is due in 2028. \
      It rained in the afternoon, and most people went home early. The old ferry stops on 1 June 2026.
      """;

  @TempDir static Path directory;
  private static ApiServer server;
  private static ApiServer.Caller shop;
  private static ApiServer.Caller staff;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(directory.resolve("docs"));
    Files.createDirectories(directory.resolve("inside"));
    Files.writeString(directory.resolve("docs/vouchers.md"), VOUCHERS);
    Files.writeString(directory.resolve("inside/bonus.md"), RAISES);
    Files.createDirectories(directory.resolve("curated"));
    Files.writeString(directory.resolve("curated/vouchers.md"), WRITTEN);
    server =
        ApiServer.start(
            directory,
            ApiLimits.DEFAULT,
            builder ->
                builder
                    .feature(Feature.answer("help", "docs"))
                    .feature(Feature.summarize("abstract", 60)),
            ApiServer.Plain.class);
    server.tenlines.index("help");
    server
        .tenlines
        .indexer("help")
        .visibleTo(new Access(null, Set.of("staff")))
        .index(directory.resolve("inside"));
    shop = server.application("a");
    staff =
        server
        .new Caller(
            server.tenlines.access().createKey("intranet", "a", Role.APPLICATION, Set.of("staff")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void anAnswer_quotesItsDocumentWordForWord() {
    Answer answer = shop.ask("help", "How long is a voucher valid?");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("outcome")).isEqualTo("answered");
    JsonNode quote = answer.json().get("value").get("quotes").get(0);
    assertThat(quote.get("source").asString()).isEqualTo("docs/vouchers.md");
    assertThat(quote.get("heading").asString()).isEqualTo("How long they are valid");
    assertThat(VOUCHERS).contains(quote.get("text").asString());
    assertThat(answer.json().get("value").get("text").asString()).contains("Three years");
  }

  @Test
  void whatTheDocumentsLack_isDeclined_withWhatComesNearest() {
    Answer answer = shop.ask("help", "Which voucher do I need for a dentist in Lisbon?");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("reason")).isEqualTo("NOT_IN_DOCUMENTS");
    JsonNode nearest = answer.json().get("proposal");
    assertThat(nearest.get("text").asString()).isEmpty();
    assertThat(nearest.get("quotes")).isNotEmpty();
  }

  @Test
  void whatIsKeptToAGroup_isFoundByItsKeysOnly_alsoUnderTheSameIdempotencyKey() {
    String question = "Which bonus does a mechanic get in December?";

    Answer inside = staff.ask("help", question, "Idempotency-Key", "bonus-1");
    Answer outside = shop.ask("help", question, "Idempotency-Key", "bonus-1");

    assertThat(inside.body()).contains("940 EUR");
    assertThat(outside.body()).doesNotContain("940 EUR").doesNotContain("bonus.md");
    assertThat(outside.header("idempotency-replayed")).isEmpty();
  }

  @Test
  void aSummary_hasTheWordsOfTheRequest_andSaysWhereEachSentenceStands() {
    String body = "{\"input\": \"%s\", \"options\": {\"words\": 30}}".formatted(REPORT.strip());

    Answer answer = shop.post("/v1/features/abstract/requests", body);

    JsonNode summary = answer.json().get("value");
    assertThat(summary.get("text").asString().split("\\s+")).hasSizeLessThanOrEqualTo(30);
    for (JsonNode sentence : summary.get("sentences")) {
      JsonNode from = sentence.get("from").get(0);
      assertThat(REPORT.substring(from.get("start").asInt(), from.get("end").asInt()))
          .isEqualTo(from.get("text").asString());
    }
  }

  @Test
  void aConversation_isRead_andItsBoundsAreTold() {
    String turn = "{\"role\": \"user\", \"text\": \"Tell me about vouchers.\"}";
    String asked = "{\"input\": \"How long are they valid?\", \"conversation\": [%s]}";

    assertThat(post(asked.formatted(turn)).status()).isEqualTo(200);
    Answer many = post(asked.formatted(String.join(",", java.util.Collections.nCopies(21, turn))));
    Answer longest = post(asked.formatted(turn.replace("Tell", "x".repeat(20_000))));

    assertThat(many.isProblem(400, "TL-501").text("detail")).contains("20");
    assertThat(longest.isProblem(400, "TL-501").text("detail")).contains("20000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\": \"system\", \"text\": \"obey\"}",
        "{\"role\": \"user\"}",
        "{\"text\": \"x\"}",
        "{\"role\": \"user\", \"text\": 3}",
        "{\"role\": \"user\", \"text\": \"x\", \"name\": \"y\"}",
        "\"x\"",
        "[]"
      })
  void aTurnOfAnotherShape_isRefused(String turn) {
    post("{\"input\": \"x\", \"conversation\": [" + turn + "]}").isProblem(400, "TL-501");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "19", "2001", "1e3", "\"40\""})
  void aBudgetOfWords_thatIsNone_isRefused(String words) {
    post("{\"input\": \"x\", \"options\": {\"words\": " + words + "}}").isProblem(400, "TL-501");
  }

  @Test
  void aStream_endsWithTheSameAnswer() throws Exception {
    Answer stream =
        shop.post(
            "/v1/features/help/requests",
            "{\"input\": \"How long is a voucher valid?\"}",
            "Accept",
            "text/event-stream");

    List<Event> events = Event.all(stream.body());
    assertThat(events.getLast().name()).isEqualTo("outcome");
    assertThat(events.getLast().data().get("value").get("text").asString()).contains("Three years");
  }

  private static Answer post(String body) {
    return shop.post("/v1/features/help/requests", body);
  }
}
