package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code read}: files as they come, and what can be picked out of them. */
class ReadTest {
  private static final String NOW = "2026-11-23T10:00+01:00[Europe/Berlin]";
  @TempDir private Path directory;

  private Path mail() throws IOException {
    Path file = directory.resolve("order.eml");
    Files.writeString(
        file,
        """
        From: Noor <noor@example.org>
        To: shop@example.com
        Subject: Order CC-4711
        Date: Mon, 23 Nov 2026 09:12:00 +0100
        Content-Type: text/plain; charset=utf-8

        Please deliver it tomorrow, I paid 49,90 EUR.

        On Sun, 22 Nov 2026, the shop wrote:
        > Your parcel is late.
        """);
    return file;
  }

  private Path pdf() throws IOException {
    Path file = directory.resolve("invoice.pdf");
    try (PDDocument pdf = new PDDocument()) {
      PDPage first = new PDPage();
      pdf.addPage(first);
      try (PDPageContentStream page = new PDPageContentStream(pdf, first)) {
        BufferedImage white = new BufferedImage(200, 260, BufferedImage.TYPE_INT_RGB);
        page.drawImage(LosslessFactory.createFromImage(pdf, white), 0, 0, 612, 792);
      }
      PDPage second = new PDPage();
      pdf.addPage(second);
      try (PDPageContentStream page = new PDPageContentStream(pdf, second)) {
        page.beginText();
        page.setFont(new PDType1Font(FontName.HELVETICA), 12);
        page.newLineAtOffset(72, 700);
        page.showText("Total 1,234.50 EUR, due 3 December 2026");
        page.endText();
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  @Test
  void aMail_isShownWithItsHead_itsParts_andWhatCanBePicked() throws IOException {
    Cli read = Cli.run("read", mail(), "--locale", "en-IE", "--now", NOW, "--text");

    assertThat(read.code()).as(read.err()).isZero();
    assertThat(read.out())
        .contains("order.eml: message/rfc822")
        .containsPattern("Subject +Order CC-4711 +mail header")
        .containsPattern("time +tomorrow +2026-11-24T00:00/2026-11-25T00:00")
        .containsPattern("amount +49,90 EUR +49\\.9 EUR")
        .containsPattern("quoted_reply +On Sun, 22 Nov 2026");
  }

  @Test
  void aPdf_saysThePageOfEachThing_andWarnsOfAPageThatIsAPicture() throws IOException {
    JsonNode read = Cli.run("read", pdf(), "--now", NOW, "--json").json();

    JsonNode total = read.get("found").get(0);
    assertThat(total.get("kind").asString()).isEqualTo("amount");
    assertThat(total.get("readings").get(0).asString()).isEqualTo("1234.5 EUR");
    assertThat(total.get("page").asInt()).isEqualTo(2);
    assertThat(read.at("/document/pages").size()).isEqualTo(2);
    assertThat(read.at("/document/warnings").toString()).contains("Page 1 is scanned");
  }

  @Test
  void whatCannotBeRead_isNamed_andTheNextFileIsRead() throws IOException {
    Path broken = directory.resolve("broken.pdf");
    Files.writeString(broken, "%PDF-1.7\nnothing follows");

    Cli read = Cli.run("read", broken, mail(), "--now", NOW);

    assertThat(read.code()).isEqualTo(1);
    assertThat(read.err()).contains("broken.pdf: TL-282");
    assertThat(read.out()).contains("order.eml");
    assertThat(Cli.run("read", mail(), "--now", "soon").err()).contains("TL-317", "soon");
  }
}
