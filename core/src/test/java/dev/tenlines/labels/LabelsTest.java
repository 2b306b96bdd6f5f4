package dev.tenlines.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
  private static final String ENGLISH =
      """
      Brightwater Tools Ltd
      14 Canal Street, Leeds LS1 4AP
      VAT No: GB 123 4567 82

      Bill to:
      Hopper & Sons Limited
      2 Mill Road
      York YO1 7HH

      Invoice number: BT-2026/118
      Invoice date: 3 November 2026
      Due date: 3 December 2026
      Your order no: PO 7781

      Item              Qty   Price   Amount
      Hammer            2     12.50    25.00
      Nails, 1 kg       4      5.00    20.00

      Subtotal                         45.00
      VAT 20%                           9.00
      Total due                       £54.00
      """;

  @Test
  void valueBehindItsLabel_isFoundSurely() {
    Asked invoice = Asked.text(ENGLISH);

    assertThat(invoice.code("invoice_number")).isEqualTo("BT-2026/118");
    assertThat(invoice.date("date")).isEqualTo("2026-11-03");
    assertThat(invoice.score("invoice_number", FieldType.CODE)).isGreaterThan(0.9);
    assertThat(invoice.score("date", FieldType.DATE)).isGreaterThan(0.9);
  }

  @Test
  void longerLabel_keepsItsValueFromTheShorter() {
    Asked invoice = Asked.text(ENGLISH);

    assertThat(invoice.date("due_date")).isEqualTo("2026-12-03");
    assertThat(invoice.all("date", FieldType.DATE))
        .extracting(Candidate::value)
        .doesNotContain("2026-12-03");
    assertThat(invoice.money("amount")).isEqualTo("54.00");
    assertThat(invoice.money("amount_untaxed")).isEqualTo("45.00");
    assertThat(invoice.money("tax")).isEqualTo("9.00");
    assertThat(invoice.code("order_number")).isEqualTo("PO 7781");
  }

  @Test
  void parties_areToldApart() {
    Asked invoice = Asked.text(ENGLISH);

    assertThat(invoice.best("issuer", FieldType.ORGANISATION)).isEqualTo("Brightwater Tools Ltd");
    assertThat(invoice.best("customer", FieldType.ORGANISATION)).isEqualTo("Hopper & Sons Limited");
    assertThat(invoice.best("supplier_city", FieldType.TEXT)).isEqualTo("Leeds");
    assertThat(invoice.best("vat", FieldType.IDENTIFIER)).isEqualTo("GB123456782");
  }

  @Test
  void currencyOfTheTotal_isThatOfTheInvoice() {
    assertThat(Asked.text(ENGLISH).best("currency", FieldType.CURRENCY)).isEqualTo("GBP");
  }

  @Test
  void valueUnderItsLabel_isFound() {
    Asked order =
        Asked.text(
            """
            Order number
            112-4455667

            Order placed
            3 November 2026
            """);

    assertThat(order.code("order_id")).isEqualTo("112-4455667");
    assertThat(order.date("order_date")).isEqualTo("2026-11-03");
  }

  @Test
  void headerRow_namesTheColumnsUnderIt() {
    Asked table =
        Asked.text(
            """
            Invoice No.    Invoice Date    Due Date      Customer No.
            INV-4711       2026-03-05      2026-04-04    C-99

            Total excl. VAT    VAT 20%    Total incl. VAT
            100.00             20.00      120.00 GBP
            """);

    assertThat(table.code("invoice_number")).isEqualTo("INV-4711");
    assertThat(table.date("date")).isEqualTo("2026-03-05");
    assertThat(table.date("due_date")).isEqualTo("2026-04-04");
    assertThat(table.code("customer_number")).isEqualTo("C-99");
    assertThat(table.money("amount_untaxed")).isEqualTo("100.00");
    assertThat(table.money("total")).isEqualTo("120.00");
  }

  @Test
  void lettersParted_areStillALabel() {
    assertThat(Asked.text("F actuurnummer: 993\nK lantnummer: 666").code("invoice_number"))
        .isEqualTo("993");
  }

  @Test
  void twoTotals_areBothTold() {
    List<Candidate> totals =
        Asked.text("Grand total: 100.00 EUR\n\nGrand total: 120.00 EUR\n")
            .all("amount", FieldType.MONEY);

    assertThat(totals).extracting(c -> c.value().toString()).containsExactly("100.00", "120.00");
    assertThat(totals).allSatisfy(c -> assertThat(c.score()).isLessThan(0.9));
  }

  @Test
  void sameValueTwice_isOneAndSurer() {
    Asked once = Asked.text("Grand total: 120.00 EUR\n");
    Asked twice = Asked.text("Grand total: 120.00 EUR\n\nAmount due: 120.00 EUR\n");

    assertThat(twice.all("amount", FieldType.MONEY)).hasSize(1);
    assertThat(twice.score("amount", FieldType.MONEY))
        .isGreaterThan(once.score("amount", FieldType.MONEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "Good morning, how are you today?"})
  void nothingThere_isNothingFound(String text) {
    Asked empty = Asked.text(text);

    assertThat(empty.all("invoice_number", FieldType.CODE)).isEmpty();
    assertThat(empty.all("date", FieldType.DATE).stream().filter(c -> c.score() > 0.6)).isEmpty();
    assertThat(empty.all("amount", FieldType.MONEY)).isEmpty();
    assertThat(empty.all("iban", FieldType.IDENTIFIER)).isEmpty();
    assertThat(empty.all("customer", FieldType.ORGANISATION)).isEmpty();
  }

  @Test
  void formAlone_isNeverSure() {
    Asked note = Asked.text("Please pay to DE89 3704 0044 0532 0130 00, thank you.");

    assertThat(note.best("iban", FieldType.IDENTIFIER)).isEqualTo("DE89370400440532013000");
    assertThat(note.score("iban", FieldType.IDENTIFIER)).isBetween(0.3, 0.6);
  }

  @Test
  void prose_isReadToo() {
    Asked mail =
        Asked.text(
            """
            Dear Sam,

            please find attached our invoice 2026-118 for the total amount of EUR 1,250.00.
            Payment is due by 17 December 2026 to our account DE89 3704 0044 0532 0130 00.
            """);

    assertThat(mail.code("invoice_number")).isEqualTo("2026-118");
    assertThat(mail.money("amount")).isEqualTo("1250.00");
    assertThat(mail.date("due_date")).isEqualTo("2026-12-17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rechnungsnr.: R-17; Rechnungsdatum: 5. März 2026; Gesamtbetrag: 1.119,00 EUR; Fällig am 2.4.2026",
        "Facture n° R-17; Date de facture : 5 mars 2026; Net à payer : 1 119,00 EUR; Date d’échéance : 02/04/2026",
        "Nº de factura: R-17; Fecha de emisión: 5 de marzo de 2026; Total a pagar: 1.119,00 EUR; Vencimiento: 02/04/2026",
        "Factuurnummer R-17; Factuurdatum 5 maart 2026; Te betalen € 1.119,00; Vervaldatum 2-4-2026",
        "Fattura n. R-17; Data fattura: 5 marzo 2026; Totale da pagare € 1.119,00; Scadenza: 02/04/2026",
        "Faktura nr R-17; Data wystawienia: 5 marca 2026; Do zapłaty: 1119,00 PLN; Termin płatności: 02.04.2026",
        "Fatura nº R-17; Data de emissão: 5 de março de 2026; Total a pagar 1.119,00 €; Data de vencimento: 02/04/2026",
        "Fakturanummer: R-17; Fakturadatum: 5 mars 2026; Att betala: 1 119,00 kr; Förfallodatum: 2026-04-02",
        "Fakturanr. R-17; Fakturadato: 5. marts 2026; Beløb at betale: 1.119,00 kr.; Betales senest: 2. april 2026"
      })
  void tenLanguages_haveTheirLabels(String lines) {
    Asked invoice = Asked.text(lines.replace("; ", "\n"));

    assertThat(invoice.code("invoice_number")).isEqualTo("R-17");
    assertThat(invoice.date("date")).isEqualTo("2026-03-05");
    assertThat(invoice.money("amount")).isEqualTo("1119.00");
    assertThat(invoice.date("due_date")).isEqualTo("2026-04-02");
  }

  @Test
  void orderOfDayAndMonth_isThatOfTheOtherDates() {
    Asked british = Asked.text("Invoice date: 03/04/2026\nDue date: 30/04/2026");
    Asked american = Asked.text("Invoice date: 03/04/2026\nDue date: 04/30/2026");

    assertThat(british.date("date")).isEqualTo("2026-04-03");
    assertThat(american.date("date")).isEqualTo("2026-03-04");
    assertThat(Asked.text("Invoice date: 03/04/2026").in(Locale.UK).date("date"))
        .isEqualTo("2026-04-03");
  }

  @Test
  void undecidedDate_isToldBothWays() {
    assertThat(Asked.text("Invoice date: 03/04/2026").all("date", FieldType.DATE))
        .extracting(Candidate::value)
        .containsExactlyInAnyOrder("2026-03-04", "2026-04-03");
  }

  @Test
  void otherPartysNumber_isNotTheSuppliers() {
    Asked invoice =
        Asked.text(
            """
            Sprzedawca:                         Nabywca:
            Kowalski Sp. z o.o.                 Nowak S.A.
            ul. Długa 5                         ul. Krótka 1
            NIP: 526-025-02-74                  NIP: 525-22-48-481
            """);

    assertThat(invoice.best("issuer", FieldType.ORGANISATION)).isEqualTo("Kowalski Sp. z o.o.");
    assertThat(invoice.best("vat", FieldType.IDENTIFIER)).isEqualTo("5260250274");
    assertThat(invoice.best("customer_vat", FieldType.IDENTIFIER)).isEqualTo("5252248481");
  }

  @Test
  void netAmountWithoutLabel_isTheTotalLessItsTax() {
    Asked invoice = Asked.text("Services    30.00\nVAT    6.00\nAmount due    36.00 EUR\n");

    assertThat(invoice.money("net_amount")).isEqualTo("30.00");
    assertThat(invoice.score("net_amount", FieldType.MONEY)).isLessThan(0.6);
  }

  @Test
  void announcement_hasItsFields() {
    Asked seminar =
        Asked.text(
            """
            Title: Learning from few examples
            Speaker: Dr. Grace Miller, University of Leeds
            Date: Thursday, 3 December 2026
            Time: 2:00 - 3:30 pm
            Place: Room 4.12, Main Building
            Host: Jane Roe
            """);

    assertThat(seminar.best("event_title", FieldType.TEXT)).isEqualTo("Learning from few examples");
    assertThat(seminar.best("speaker", FieldType.PERSON)).isEqualTo("Dr. Grace Miller");
    assertThat(seminar.date("start_date")).isEqualTo("2026-12-03");
    assertThat(seminar.best("start_time", FieldType.TIME)).isEqualTo("14:00");
    assertThat(seminar.best("end_time", FieldType.TIME)).isEqualTo("15:30");
    assertThat(seminar.best("location", FieldType.TEXT)).isEqualTo("Room 4.12, Main Building");
  }

  @Test
  void signature_hasItsFields() {
    Asked mail =
        Asked.text(
            """
            Best regards
            Thomas Berger
            Head of Purchasing

            Berger Maschinenbau GmbH & Co. KG
            Industriestr. 7, 90441 Nürnberg
            Tel: +49 911 123456   Fax: +49 911 123457
            t.berger@berger-mb.example
            """);

    assertThat(mail.best("contact_name", FieldType.PERSON)).isEqualTo("Thomas Berger");
    assertThat(mail.best("job_title", FieldType.TEXT)).isEqualTo("Head of Purchasing");
    assertThat(mail.best("company", FieldType.ORGANISATION))
        .isEqualTo("Berger Maschinenbau GmbH & Co. KG");
    assertThat(mail.best("phone", FieldType.PHONE)).isEqualTo("+49911123456");
    assertThat(mail.best("fax", FieldType.PHONE)).isEqualTo("+49911123457");
  }

  @Test
  void unknownField_isFoundByItsOwnLabels() {
    FieldSpec hull =
        new FieldSpec(
            "hull", FieldType.CODE, "", List.of("hull mark"), "", false, false, List.of());

    assertThat(Asked.text("Berth 4\nHull mark: ZX-900\nTotal: 5.00").all(hull))
        .singleElement()
        .satisfies(c -> assertThat(c.value()).isEqualTo("ZX-900"))
        .satisfies(c -> assertThat(c.score()).isGreaterThan(0.9));
  }

  @Test
  void ownWordsOfTheSchema_goBeforeOthersOfTheSameMeaning() {
    Asked booking =
        Asked.text(
            """
            Date: 20/12/2026

            Check In       Check Out
            30/12/2026     31/12/2026
            """);

    assertThat(booking.date("check_in")).isEqualTo("2026-12-30");
    assertThat(booking.date("check_out")).isEqualTo("2026-12-31");
  }
}
