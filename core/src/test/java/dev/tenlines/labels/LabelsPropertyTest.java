package dev.tenlines.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LabelsPropertyTest {
  private static final List<FieldSpec> FIELDS =
      List.of(
          FieldSpec.of("invoice_number", FieldType.CODE),
          FieldSpec.of("date", FieldType.DATE),
          FieldSpec.of("due_date", FieldType.DATE),
          FieldSpec.of("amount", FieldType.MONEY),
          FieldSpec.of("amount_untaxed", FieldType.MONEY),
          FieldSpec.of("currency", FieldType.CURRENCY),
          FieldSpec.of("vat", FieldType.IDENTIFIER),
          FieldSpec.of("issuer", FieldType.ORGANISATION),
          FieldSpec.of("customer", FieldType.ORGANISATION),
          FieldSpec.of("delivery_address", FieldType.ADDRESS),
          FieldSpec.of("city", FieldType.TEXT),
          FieldSpec.of("street", FieldType.TEXT),
          FieldSpec.of("location", FieldType.TEXT),
          FieldSpec.of("end_time", FieldType.TIME),
          FieldSpec.of("payment_method", FieldType.TEXT),
          FieldSpec.of("contact_name", FieldType.PERSON),
          FieldSpec.of("phone", FieldType.PHONE));

  @Property(tries = 300)
  void everySpan_coversItsText(@ForAll("texts") String text) {
    Asked asked = Asked.text(text);
    for (FieldSpec field : FIELDS) {
      for (Candidate candidate : asked.all(field)) {
        assertThat(candidate.span().of(asked.document().text())).isEqualTo(candidate.text());
        assertThat(candidate.text()).isNotEmpty();
      }
    }
  }

  @Property(tries = 200)
  void labelledCode_isFoundWhateverItsForm(@ForAll("codes") String code) {
    assertThat(Asked.text("Invoice number: " + code + "\nTotal: 5.00").code("invoice_number"))
        .isEqualTo(code);
  }

  @Provide
  Arbitrary<String> codes() {
    Arbitrary<String> letters = Arbitraries.strings().withCharRange('A', 'Z').ofLength(2);
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(9);
    return letters.flatMap(l -> digits.map(d -> l + "-" + d));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "Invoice",
            "Invoice number",
            "Date",
            "Total",
            "VAT",
            "due",
            "Bill to",
            "Ship to",
            ":",
            "\n",
            "\n\n",
            "\t",
            "   ",
            " ",
            "#",
            "n°",
            "RE-2026/0815",
            "3 December 2026",
            "3.12.2026",
            "by 3 December 2026",
            "12.50",
            "€ 1.250,00",
            "EUR    34,72",
            "(total)",
            "19 %",
            "Acme GmbH",
            "SARL Dupont",
            "Jane Roe",
            "5 Oak Lane",
            "80331 München",
            "a@b-c.example",
            "+49 911 123456",
            "DE89 3704 0044 0532 0130 00",
            "2:00 - 3:30 pm",
            "Where",
            "PayPal",
            "😀",
            "\u00A0",
            "\r\n",
            "United States",
            "F actuurnummer",
            "SARL",
            "Co.",
            "))",
            "((")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }
}
