package dev.tenlines.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Span;
import dev.tenlines.document.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {
  private static final String INVOICE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
        xmlns:ram="urn:ram" xmlns:udt="urn:udt">
        <rsm:ExchangedDocument><ram:ID>R-2041</ram:ID><ram:IssueDateTime>
          <udt:DateTimeString format="102">20260503</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
        <rsm:SupplyChainTradeTransaction>
          <ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Acme GmbH</ram:Name>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">12/345</ram:ID></ram:SpecifiedTaxRegistration>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123456789</ram:ID></ram:SpecifiedTaxRegistration>
          </ram:SellerTradeParty></ram:ApplicableHeaderTradeAgreement>
          <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
            <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
              <ram:GrandTotalAmount>119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
          </ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>
      </rsm:CrossIndustryInvoice>
      """;

  @TempDir Path directory;

  @AfterEach
  void usualPath() {
    System.clearProperty("tenlines.path");
  }

  @Test
  void words_haveTheirPlace() throws Unreadable {
    Document pdf = read(new Pdfs().page(p -> p.write(10, 100, 200, "Total due: 119.00 EUR")));

    assertThat(pdf.text()).isEqualTo("Total due: 119.00 EUR");
    int at = pdf.text().indexOf("119.00");
    Placed place = pdf.places(new Span(at, at + 6)).getFirst();
    assertThat(place.page()).isEqualTo(1);
    Box box = place.box();
    assertThat(box.x()).isCloseTo(147.8, within(2.0));
    assertThat(box.y()).isBetween(190.0, 196.0);
    assertThat(box.y() + box.height()).isBetween(200.0, 204.0);
    assertThat(pdf.pages())
        .singleElement()
        .satisfies(page -> {
          assertThat(page.width()).isCloseTo(595, within(1.0));
          assertThat(page.scanned()).isFalse();
        });
  }

  @Test
  void rowsOfATable_stayRows() throws Unreadable {
    Document pdf =
        read(
            new Pdfs()
                .page(p -> {
                  p.write(18, 60, 60, "Invoice 2041");
                  p.write(10, 60, 120, "Tea");
                  p.write(10, 400, 120, "3.50");
                  p.write(10, 60, 134, "Cake");
                  p.write(10, 400, 134, "4.10");
                  p.write(10, 60, 200, "Payable in two");
                  p.write(10, 60, 212, "weeks.");
                }));

    assertThat(pdf.text())
        .isEqualTo("Invoice 2041\n\nTea\t3.50\nCake\t4.10\n\nPayable in two\nweeks.");
    assertThat(texts(pdf, Kind.HEADING)).containsExactly("Invoice 2041");
    assertThat(texts(pdf, Kind.TABLE_ROW)).containsExactly("Tea\t3.50", "Cake\t4.10");
    assertThat(texts(pdf, Kind.PARAGRAPH)).containsExactly("Payable in two\nweeks.");
  }

  @Test
  void columnsOfText_areReadOneAfterTheOther() throws Unreadable {
    Document pdf =
        read(
            new Pdfs()
                .page(p -> {
                  for (int i = 1; i <= 8; i++) {
                    p.write(10, 60, 100 + 12 * i, "left line number " + i + " of a long text");
                    p.write(10, 320, 100 + 12 * i, "right line number " + i + " of a long text");
                  }
                }));

    assertThat(pdf.text().indexOf("left line number 8"))
        .isLessThan(pdf.text().indexOf("right line number 1"));
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void turnedPages_haveBoxesAsTheyAreShown(int rotation) throws Unreadable {
    Document pdf = read(new Pdfs().page(rotation, p -> p.write(10, 100, 200, "Hello there")));

    assertThat(pdf.text()).contains("Hello", "there");
    assertThat(pdf.words())
        .allSatisfy(word -> {
          assertThat(word.box().x() + word.box().width())
              .isBetween(0.0, pdf.pages().getFirst().width());
          assertThat(word.box().y() + word.box().height())
              .isBetween(0.0, pdf.pages().getFirst().height());
        });
  }

  @Test
  void pageWithoutText_isNamedAsScanned() throws Exception {
    System.setProperty("tenlines.path", directory.toString());
    Document pdf = read(new Pdfs().page(p -> p.write(10, 60, 60, "One")).scan());

    assertThat(pdf.pages().get(1).scanned()).isTrue();
    assertThat(pdf.warnings())
        .containsExactly("Page 2 is scanned and was not read: tesseract is not installed");
  }

  @Test
  void pageWithoutText_isReadWhereTesseractIs() throws Exception {
    Path command = directory.resolve("tesseract");
    Files.writeString(
        command,
        "#!/bin/sh\nprintf '5\\t1\\t1\\t1\\t1\\t1\\t100\\t200\\t300\\t40\\t96\\tReceipt\\n'\n");
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    System.setProperty("tenlines.path", directory.toString());

    Document pdf = read(new Pdfs().scan());

    assertThat(pdf.text()).isEqualTo("Receipt");
    assertThat(pdf.words())
        .singleElement()
        .satisfies(word -> assertThat(word.box()).isEqualTo(new Box(36, 72, 108, 14.4)));
    assertThat(pdf.warnings()).singleElement().asString().contains("Page 1 is scanned");
  }

  @Test
  void form_isReadExactlyAndInPlace() throws Exception {
    Document pdf =
        read(
            new Pdfs()
                .page(p -> p.write(10, 60, 100, "Name"))
                .field("person", "Ann Miller", new PDRectangle(120, 842 - 104, 200, 14)));

    assertThat(pdf.text()).isEqualTo("Name\tAnn Miller");
    assertThat(pdf.fields())
        .singleElement()
        .satisfies(field -> {
          assertThat(field.name()).isEqualTo("person");
          assertThat(field.source()).isEqualTo("pdf form");
          assertThat(field.span().of(pdf.text())).isEqualTo("Ann Miller");
        });
  }

  @Test
  void invoiceForMachines_isReadExactly() throws Exception {
    Document pdf =
        read(
            new Pdfs()
                .page(p -> p.write(10, 60, 100, "Invoice"))
                .file("factur-x.xml", INVOICE.getBytes(UTF_8)));

    assertThat(pdf.fields())
        .extracting(f -> f.name() + "=" + f.value())
        .containsExactly(
            "number=R-2041",
            "date=2026-05-03",
            "currency=EUR",
            "seller.name=Acme GmbH",
            "seller.vat=DE123456789",
            "total.gross=119.00");
    assertThat(pdf.attachments()).extracting(Document::name).containsExactly("factur-x.xml");
  }

  @Test
  void invoiceInUbl_isReadExactly() throws Exception {
    String ubl =
        """
        <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:c="urn:c">
        <c:ID>77</c:ID><c:IssueDate>2026-05-03</c:IssueDate><c:DocumentCurrencyCode>EUR</c:DocumentCurrencyCode>
        <c:AccountingSupplierParty><c:Party><c:PartyName><c:Name>Acme</c:Name></c:PartyName></c:Party></c:AccountingSupplierParty>
        <c:LegalMonetaryTotal><c:PayableAmount currencyID="EUR">119.00</c:PayableAmount></c:LegalMonetaryTotal></Invoice>
        """;

    assertThat(InvoiceXml.read("x.xml", ubl.getBytes(UTF_8)).fields())
        .extracting(f -> f.name() + "=" + f.value())
        .containsExactly(
            "number=77", "date=2026-05-03", "currency=EUR", "seller.name=Acme", "total.due=119.00");
  }

  @Test
  void invoiceThatPointsToFiles_isRefused() {
    String xml =
        "<?xml version='1.0'?><!DOCTYPE Invoice [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<Invoice><ID>&x;</ID></Invoice>";

    assertThatThrownBy(() -> InvoiceXml.read("x.xml", xml.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.refused().kind()).isEqualTo(Refused.Kind.BROKEN));
  }

  @Test
  void lockedPdf_isRefusedAsSuch() throws IOException {
    byte[] locked = new Pdfs().page(p -> p.write(10, 60, 60, "Secret")).locked().bytes();

    assertThatThrownBy(() -> PdfReader.read("x.pdf", locked, (n, t, b) -> null, directory))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e -> assertThat(e.refused().kind()).isEqualTo(Refused.Kind.ENCRYPTED));
  }

  @Test
  void cutPdf_isRefusedAsBroken() {
    byte[] start = Arrays.copyOf(new Pdfs().page(p -> p.write(10, 60, 60, "Lost")).bytes(), 200);

    assertThatThrownBy(() -> PdfReader.read("x.pdf", start, (n, t, b) -> null, directory))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.refused().kind()).isEqualTo(Refused.Kind.BROKEN));
  }

  private Document read(Pdfs pdf) throws Unreadable {
    return PdfReader.read(
        "x.pdf", pdf.bytes(), (name, type, bytes) -> InvoiceXml.read(name, bytes), directory);
  }

  private static List<String> texts(Document pdf, Kind kind) {
    return pdf.blocks().stream()
        .filter(b -> b.kind() == kind)
        .map(Block::span)
        .map(s -> s.of(pdf.text()))
        .toList();
  }
}
