package dev.tenlines.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StructuredTest {
  @Test
  void eInvoice_isTakenExactly() {
    Asked invoice =
        asked(
            "Rechnung R-2041 vom 3. Mai 2026 über 119.00 EUR",
            field("number", "R-2041", "e-invoice (CII)"),
            field("date", "2026-05-03", "e-invoice (CII)"),
            field("total.gross", "119.00", "e-invoice (CII)"),
            field("total.net", "100.00", "e-invoice (CII)"),
            field("currency", "EUR", "e-invoice (CII)"),
            field("seller.name", "Acme GmbH", "e-invoice (CII)"),
            field("seller.vat", "DE136695976", "e-invoice (CII)"));

    assertThat(invoice.all("invoice_number", FieldType.CODE))
        .singleElement()
        .satisfies(c -> assertThat(c.score()).isEqualTo(1))
        .satisfies(c -> assertThat(c.text()).isEqualTo("R-2041"));
    assertThat(invoice.date("invoice_date")).isEqualTo("2026-05-03");
    assertThat(invoice.all("total", FieldType.MONEY))
        .extracting(Candidate::value)
        .containsExactly(new BigDecimal("119.00"));
    assertThat(invoice.money("net_amount")).isEqualTo("100.00");
    assertThat(invoice.best("supplier", FieldType.ORGANISATION)).isEqualTo("Acme GmbH");
    assertThat(invoice.all("customer_vat", FieldType.IDENTIFIER)).isEmpty();
  }

  @Test
  void calendar_hasTheEvent() {
    Asked event =
        asked(
            "SUMMARY: Board meeting",
            field("VEVENT.SUMMARY", "Board meeting", "calendar"),
            field("VEVENT.DTSTART", "2026-12-03T10:00:00[Europe/Berlin]", "calendar"),
            field("VEVENT.DTEND", "2026-12-03T11:30:00[Europe/Berlin]", "calendar"),
            field("VEVENT.LOCATION", "Room 3", "calendar"));

    assertThat(event.best("event_title", FieldType.TEXT)).isEqualTo("Board meeting");
    assertThat(event.date("start_date")).isEqualTo("2026-12-03");
    assertThat(event.best("start_time", FieldType.TIME)).isEqualTo("10:00");
    assertThat(event.best("end_time", FieldType.TIME)).isEqualTo("11:30");
    assertThat(event.best("location", FieldType.TEXT)).isEqualTo("Room 3");
  }

  @Test
  void card_hasTheContact() {
    Asked card =
        asked(
            "FN: Ann Lee",
            field("VCARD.FN", "Ann Lee", "vcard"),
            field("VCARD.TEL", "+44 20 7946 0000", "vcard"),
            field("VCARD.EMAIL", "Ann@lee.example", "vcard"));

    assertThat(card.best("name", FieldType.PERSON)).isEqualTo("Ann Lee");
    assertThat(card.best("email", FieldType.EMAIL)).isEqualTo("ann@lee.example");
    assertThat(card.best("phone", FieldType.PHONE)).isEqualTo("+44 20 7946 0000");
  }

  @Test
  void schemaOrg_isReadByItsPath() {
    Asked order =
        asked(
            "Thank you",
            field("Order.orderNumber", "A-1", "json-ld"),
            field("Order.seller.name", "Acme", "json-ld"),
            field("Order.acceptedOffer[1].price", "5.00", "json-ld"));

    assertThat(order.code("order_id")).isEqualTo("A-1");
    assertThat(order.best("seller", FieldType.ORGANISATION)).isEqualTo("Acme");
    assertThat(order.all("total", FieldType.MONEY)).isEmpty();
  }

  @Test
  void formField_isKnownByItsName() {
    Asked form = asked("", field("form1.InvoiceNo", "77", "pdf form"));

    assertThat(form.code("invoice_number")).isEqualTo("77");
  }

  @Test
  void otherNames_areNotGuessedAt() {
    Asked mail = asked("x", field("X-Number", "5", "mail header"), field("number", "5", "pdf"));

    assertThat(mail.all("invoice_number", FieldType.CODE)).isEmpty();
  }

  private static Field field(String name, String value, String source) {
    return new Field(name, value, source, null);
  }

  private static Asked asked(String text, Field... fields) {
    Document document =
        new Document(
            "a",
            "text/plain",
            text,
            List.of(),
            List.of(),
            List.of(),
            List.of(fields),
            List.of(),
            List.of());
    return new Asked(document, new Structured(), Locale.ENGLISH);
  }
}
