package dev.tenlines.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldType;
import dev.tenlines.page.Pdfs;
import dev.tenlines.reading.DocumentReader;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LabelsPdfTest {
  private static final DocumentReader READER = new DocumentReader();

  @AfterAll
  static void close() {
    READER.close();
  }

  @Test
  void labelAbove_bindsInItsColumn() {
    Asked invoice =
        asked(
            new Pdfs()
                .page(p -> {
                  p.write(10, 50, 100, "Invoice date");
                  p.write(10, 200, 100, "Invoice number");
                  p.write(10, 350, 100, "Due date");
                  p.write(10, 50, 114, "2026-03-05");
                  p.write(10, 200, 114, "A-4711");
                  p.write(10, 350, 114, "2026-04-04");
                }));

    assertThat(invoice.code("invoice_number")).isEqualTo("A-4711");
    assertThat(invoice.date("date")).isEqualTo("2026-03-05");
    assertThat(invoice.date("due_date")).isEqualTo("2026-04-04");
  }

  @Test
  void labelFarLeft_bindsOnItsLine() {
    Asked invoice =
        asked(
            new Pdfs()
                .page(p -> {
                  p.write(10, 300, 300, "Subtotal");
                  p.write(10, 500, 300, "100.00");
                  p.write(10, 300, 315, "VAT 20%");
                  p.write(10, 500, 315, "20.00");
                  p.write(12, 300, 330, "Total");
                  p.write(12, 500, 330, "120.00 EUR");
                }));

    assertThat(invoice.money("subtotal")).isEqualTo("100.00");
    assertThat(invoice.money("vat_amount")).isEqualTo("20.00");
    assertThat(invoice.money("amount")).isEqualTo("120.00");
    assertThat(invoice.best("currency", FieldType.CURRENCY)).isEqualTo("EUR");
  }

  @Test
  void rowOfTotals_isReadByItsColumns() {
    Asked invoice =
        asked(
            new Pdfs()
                .page(p -> {
                  p.write(9, 250, 200, "Montant HT");
                  p.write(9, 350, 200, "Montant TVA");
                  p.write(9, 450, 200, "Montant TTC");
                  p.write(9, 50, 215, "Abonnement");
                  p.write(9, 250, 215, "10,00");
                  p.write(9, 350, 215, "2,00");
                  p.write(9, 450, 215, "12,00");
                  p.write(9, 50, 230, "Options");
                  p.write(9, 250, 230, "5,00");
                  p.write(9, 350, 230, "1,00");
                  p.write(9, 450, 230, "6,00");
                  p.write(9, 50, 245, "Total facture");
                  p.write(9, 250, 245, "15,00");
                  p.write(9, 350, 245, "3,00");
                  p.write(9, 450, 245, "18,00");
                }));

    assertThat(invoice.money("amount")).isEqualTo("18.00");
    assertThat(invoice.money("amount_untaxed")).isEqualTo("15.00");
    assertThat(invoice.money("tax_amount")).isEqualTo("3.00");
  }

  @Test
  void addressUnderItsLabel_isABlock() {
    Asked invoice =
        asked(
            new Pdfs()
                .page(p -> {
                  p.write(10, 50, 100, "Ship to");
                  p.write(10, 50, 113, "Peter Smith");
                  p.write(10, 50, 126, "5 Oak Lane");
                  p.write(10, 50, 139, "Leeds LS1 4AP");
                  p.write(10, 50, 190, "Total 5.00 GBP");
                }));

    assertThat(invoice.all("delivery_address", FieldType.ADDRESS))
        .first()
        .extracting(Candidate::value)
        .isEqualTo("Peter Smith 5 Oak Lane Leeds LS1 4AP");
  }

  private static Asked asked(Pdfs pdf) {
    Document document = (Document) READER.read("a.pdf", pdf.bytes());
    return new Asked(document, new Labels(), Locale.ENGLISH);
  }
}
