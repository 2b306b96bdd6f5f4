package dev.tenlines.server.browser;

import dev.tenlines.Feature;
import dev.tenlines.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Documents whose fields people look at. */
final class Papers {
  static final Feature INVOICES =
      Feature.extract(
              "invoices",
              """
              {"type": "object", "required": ["invoice_number"], "properties": {
                "invoice_number": {"type": "string", "title": "invoice number"},
                "invoice_date": {"type": "string", "format": "date"},
                "total": {"type": "number"},
                "customer": {"type": "string", "description": "who pays"},
                "emails": {"type": "array", "items": {"type": "string", "format": "email"}}}}
              """
                  .replace("\n", " "))
          .withRungs("rules", "review")
          .withStage(Stage.ASSIST)
          .withReview(Features.policy(Duration.ofHours(2), 0));

  static final String MAIL =
      """
      From: Mia Moss <mia@moss.example>
      To: desk@shop.example
      Subject: Invoice <b>KM-4711</b>
      Date: Mon, 23 Nov 2026 09:12:00 +0000
      Content-Type: text/plain; charset=utf-8

      Hello,

      please send the copy of invoice number KM-4711 of 3 March 2026 over 49.90 EUR
      to Olive Tree Ltd. <script>window.__xss = 1</script>

      Mia
      """;

  private Papers() {}

  /** An invoice with two totals on its first page, and nothing of use on its second. */
  static byte[] invoice() {
    return pdf(
        List.of(
            "Moss & Stone",
            "Bill to: Olive Tree Ltd.",
            "Invoice number: MS-2026-17",
            "Invoice date: 3 March 2026",
            "",
            "Twelve chairs <script>window.__xss = 1</script>",
            "Total: 118.80 EUR",
            "Total: 120.00 EUR",
            "Write to mia@moss.example, or to desk@moss.example."),
        List.of("Thank you for your trust."));
  }

  @SafeVarargs
  private static byte[] pdf(List<String>... pages) {
    try (PDDocument pdf = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        write(pdf, page, lines);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PDDocument pdf, PDPage page, List<String> lines) throws IOException {
    try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
      out.beginText();
      out.setFont(new PDType1Font(FontName.HELVETICA), 12);
      out.setLeading(24);
      out.newLineAtOffset(72, 720);
      for (String line : lines) {
        out.showText(line);
        out.newLine();
      }
      out.endText();
    }
  }
}
