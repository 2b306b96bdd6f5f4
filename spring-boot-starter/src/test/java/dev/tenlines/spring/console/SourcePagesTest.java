package dev.tenlines.spring.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.console.Browser.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
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
  void whatAFormSays_isDecided_andWhatCannotBeRead_isNamed() {
    Request request = Request.of(server.tenlines.documents().file("b.eml", MAIL.getBytes(UTF_8)));
    String id = ((Deferred<?>) server.tenlines.ask("invoices", request)).review();
    Browser ann = server.signedIn("ann");
    ann.get("/reviews/" + id);
    ann.post("/reviews/" + id + "/lease");

    Page wrong = decided(ann, id, "a lot");
    assertThat(wrong.words()).contains("“a lot” cannot be read as");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(decided(ann, id, "120.50").status()).isEqualTo(303);
    ReviewItem item = server.tenlines.reviews().find("default", id);
    assertThat(item.decided().verdict()).isInstanceOf(Verdict.Corrected.class);
    assertThat(item.decided().verdict().toString()).contains("120.5", "MS-17");
    assertThat(ann.get("/reviews/" + id).words()).contains("120.5");
  }

  private static Page decided(Browser ann, String id, String total) {
    int version = server.tenlines.reviews().find("default", id).version();
    return ann.post(
        "/reviews/" + id + "/verdict",
        "version",
        Integer.toString(version),
        "decision",
        "sent",
        "value:invoice_number",
        "MS-17",
        "value:invoice_date",
        "2026-03-03",
        "value:total",
        total);
  }

  @Test
  void aPdf_isShownAsPictures_andItsWordsHaveTheirBoxes() throws IOException {
    Request request = Request.of(server.tenlines.documents().file("c.pdf", pdf()));
    Deferred<?> asked = (Deferred<?>) server.tenlines.ask("invoices", request);
    String review = "/reviews/" + asked.review();
    Page page = taken(asked);

    assertThat(page.body()).contains("/pages/1.png", "data-start");
    Browser ann = server.signedIn("ann");
    assertThat(ann.get(review + "/pages/1.png").header("Content-Type")).isEqualTo("image/png");
    assertThat(ann.get(review + "/pages/2.png").status()).isEqualTo(404);
    assertThat(ann.get(review + "/pages/no.png").status()).isEqualTo(404);
    Browser ada = server.signedIn("ada");
    assertThat(ada.get("/requests/" + asked.id() + "/pages/1.png").status()).isEqualTo(200);
    assertThat(ada.get("/requests/r_none/pages/1.png").status()).isEqualTo(404);
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText("Invoice number: MS-18");
        content.newLineAtOffset(0, -20);
        content.showText("Total: 240.00 EUR");
        content.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void questionsAndTexts_haveTheirPages() {
    Browser ada = server.signedIn("ada");
    server.tenlines.ask("help", "Where is the nearest dentist in Lisbon?");

    assertThat(ada.get("/features/help/ask").body()).contains("<form");
    assertThat(ada.follow(ada.post("/features/help/ask", "input", QUESTION)).words())
        .contains("three years");
    assertThat(ada.follow(ada.post("/features/abstract/ask", "input", REPORT)).words())
        .contains("footbridge");
    assertThat(ada.get("/features/help/gaps").words()).contains("dentist in Lisbon");
    assertThat(ada.get("/features/triage/gaps").status()).isEqualTo(404);
  }

  @Test
  void aQuestion_standsBesideWhatTheDocumentsSay_andOneOfItsQuotesMayAnswer() {
    Deferred<?> asked = (Deferred<?>) server.tenlines.ask("desk", QUESTION);
    Page page = taken(asked);

    assertThat(page.words()).contains(QUESTION, "three years");
    assertThat(decided(asked, "passage", "1")).contains("three years");
  }

  @Test
  void aSummary_standsBesideItsText_andSentencesOfItMayTakeItsPlace() {
    Deferred<?> asked = (Deferred<?>) server.tenlines.ask("digest", REPORT);
    Page page = taken(asked);

    assertThat(page.words()).contains("Marlow Spans", "ribbon");
    assertThat(decided(asked, "decision", "pieces", "piece", "2")).contains("1.9 million EUR");
  }

  /** What stands after a form of the page was sent. */
  private static String decided(Deferred<?> asked, String... form) {
    String id = asked.review();
    Browser ann = server.signedIn("ann");
    ann.get("/reviews/" + id);
    String version = Integer.toString(server.tenlines.reviews().find("default", id).version());
    String[] whole =
        Stream.concat(Stream.of("version", version), Stream.of(form)).toArray(String[]::new);
    assertThat(ann.post("/reviews/" + id + "/verdict", whole).status()).isEqualTo(303);
    return String.valueOf(server.tenlines.reviews().find("default", id).decided().value());
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
