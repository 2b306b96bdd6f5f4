package dev.tenlines.spring.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.spring.console.Browser.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands on a source is shown beside it, without script. */
class SourcePagesTest {
  private static final String MAIL =
      """
      From: billing@moss.example
      To: us@shop.example
      Subject: Invoice MS-17
      Date: Tue, 3 Mar 2026 10:00:00 +0000

      Invoice number: MS-17
      Invoice date: 3 March 2026
      Total: 119.00 EUR
      """;
  private static final String REPORT =
      """
      The town of Ostrey opened its new footbridge on 4 May 2026. The bridge cost 1.9 million EUR. \
      It is 140 metres long and four metres wide. The mayor cut a ribbon. A band played. The builder, \
      Marlow Spans, gives a warranty of twelve years. The next inspection is due in 2028. The old ferry \
      stops on 1 June 2026.
      """;
  private static final String QUESTION = "How long is a voucher valid?";

  private static ConsoleServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new ConsoleServer("");
    Path docs = Files.createDirectories(server.tenlines.directory().resolve("docs"));
    Files.writeString(
        docs.resolve("vouchers.md"),
        "# Vouchers\n\n## How long\n\nA voucher is valid for three years from the day it was bought.\n");
    server.tenlines.index("help");
    server.tenlines.index("desk");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void fieldsOfAMail_standBesideIt_toBeCorrected() {
    Request request = Request.of(server.tenlines.documents().file("a.eml", MAIL.getBytes(UTF_8)));
    Page page = taken(server.tenlines.ask("invoices", request));

    assertThat(page.words()).contains("Are the fields right?", "MS-17", "Invoice date");
    assertThat(page.body()).contains("<input");
  }

  @Test
  void fieldsThatAreApproved_areDecided() {
    Request request = Request.of(server.tenlines.documents().file("b.eml", MAIL.getBytes(UTF_8)));
    String id = ((Deferred<?>) server.tenlines.ask("invoices", request)).review();
    Browser ann = server.signedIn("ann");
    ann.get("/reviews/" + id);
    ann.post("/reviews/" + id + "/lease");
    int version = server.tenlines.reviews().find("default", id).version();
    ann.post(
        "/reviews/" + id + "/verdict",
        "version",
        Integer.toString(version),
        "decision",
        "fields",
        "invoice_number",
        "MS-17",
        "total",
        "119.00");

    assertThat(ann.get("/reviews/" + id).words()).contains("MS-17");
  }

  @Test
  void questionsAndTexts_haveTheirPages() {
    Browser ada = server.signedIn("ada");
    server.tenlines.ask("help", "Where is the nearest dentist in Lisbon?");

    assertThat(ada.get("/features/help/ask").body()).contains("<form");
    assertThat(ada.post("/features/help/ask", "input", QUESTION).body()).isNotEmpty();
    assertThat(ada.post("/features/abstract/ask", "input", REPORT).body()).isNotEmpty();
  }

  @Test
  void aQuestion_standsBesideWhatTheDocumentsSay() {
    Page page = taken(server.tenlines.ask("desk", QUESTION));

    assertThat(page.words()).contains(QUESTION, "three years");
  }

  @Test
  void aSummary_standsBesideItsText() {
    Page page = taken(server.tenlines.ask("digest", REPORT));

    assertThat(page.words()).contains("Marlow Spans", "ribbon");
  }

  @Test
  void requests_showAnswersAndSummaries_afterwards() {
    Browser ada = server.signedIn("ada");
    Outcome<?> answer = server.tenlines.ask("help", QUESTION);
    Outcome<?> summary = server.tenlines.ask("abstract", REPORT);

    assertThat(ada.get("/requests/" + answer.id()).words()).contains("voucher");
    assertThat(ada.get("/requests/" + summary.id()).words()).contains("footbridge");
    assertThat(ada.get("/features/help").words()).contains("help");
  }

  private static Page taken(Outcome<?> outcome) {
    String id = ((Deferred<?>) outcome).review();
    Browser ann = server.signedIn("ann");
    ann.get("/reviews/" + id);
    return ann.follow(ann.post("/reviews/" + id + "/lease"));
  }
}
