package dev.tenlines.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person showed in one invoice is found in the next of the same sender, and nowhere else.
 */
class TemplatesTest {
  private static final Setting SETTING =
      new Setting(
          Locale.forLanguageTag("en-GB"),
          ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.UTC));
  private static final FieldSpec NUMBER = FieldSpec.of("invoice_number", FieldType.CODE);
  private static final FieldSpec DATE = FieldSpec.of("invoice_date", FieldType.DATE);
  private static final FieldSpec TOTAL = FieldSpec.of("total_amount", FieldType.MONEY);
  private static final FieldSpec CURRENCY = FieldSpec.of("currency", FieldType.CURRENCY);
  private static final FieldSpec ISSUER = FieldSpec.of("issuer", FieldType.ORGANISATION);
  private static final FieldSpec SUBJECT = FieldSpec.of("subject", FieldType.TEXT);
  private static final List<FieldSpec> FIELDS =
      List.of(NUMBER, DATE, TOTAL, CURRENCY, ISSUER, SUBJECT);

  private static final String FIRST =
      """
      Meadow Printing Ltd
      4 Weir Lane, Frome

      Our reference: MP-4471/A
      Written on: 3 November 2026
      Subject: Posters for the spring
        fair, second run
      Order of 12 October 2026

      200 posters        £410.00
      Carriage            £12.50
      Net                £422.50
      VAT                 £84.50
      To be paid         £507.00

      Meadow Printing Ltd, VAT GB382041769, desk@meadow.example.org
      """;

  private static final String SECOND =
      """
      Meadow Printing Ltd
      4 Weir Lane, Frome

      Our reference: MP-4502/C
      Written on: 19 November 2026
      Subject: Menus
      Order of 2 November 2026

      40 menus           £96.00
      Proofs             £30.00
      Net               £126.00
      VAT                £25.20
      To be paid        £151.20

      Meadow Printing Ltd, VAT GB382041769, desk@meadow.example.org
      """;

  private static final Reviewed REVIEWED =
      reviewed(
          FIRST,
          Map.of(
              "invoice_number", "MP-4471/A",
              "invoice_date", "2026-11-03",
              "total_amount", new BigDecimal("507"),
              "currency", "GBP",
              "issuer", "Meadow Printing Ltd",
              "subject", "Posters for the spring fair, second run"));

  private static final Templates LEARNED = Templates.learn(List.of(REVIEWED), FIELDS, SETTING);

  @Test
  void secondInvoiceOfASender_isReadAfterOneReview() {
    assertThat(values(LEARNED, SECOND))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "invoice_number", "MP-4502/C",
                "invoice_date", "2026-11-19",
                "total_amount", new BigDecimal("151.20"),
                "currency", "GBP",
                "issuer", "Meadow Printing Ltd",
                "subject", "Menus"));
  }

  @Test
  void valueOverTwoLines_isOneValue() {
    assertThat(values(LEARNED, SECOND.replace("Menus\n", "Menus and\n  cards\n")))
        .containsEntry("subject", "Menus and cards");
    assertThat(found(LEARNED, FIRST, SUBJECT).text())
        .isEqualTo("Posters for the spring\n  fair, second run");
  }

  @Test
  void movedLayout_isNotReadWrongly() {
    String moved =
        SECOND
            .replace("Our reference: MP-4502/C", "Page 1 of 2")
            .replace("Written on: 19 November 2026", "Paper: 120 g")
            .replace("To be paid        £151.20", "Please pay until 19 December 2026")
            .replace("Net ", "Number MP-4502/C, net ");

    assertThat(values(LEARNED, moved))
        .doesNotContainKeys("invoice_number", "invoice_date", "total_amount")
        .containsEntry("issuer", "Meadow Printing Ltd");
  }

  @Test
  void labelThatStandsTwiceWithTwoValues_isNotClear() {
    assertThat(values(LEARNED, SECOND + "\nTo be paid        £999.00\n"))
        .doesNotContainKey("total_amount")
        .containsEntry("invoice_number", "MP-4502/C");
  }

  @Test
  void anotherSender_isUntouched() {
    String other =
        SECOND
            .replace("Meadow Printing Ltd", "Quayside Print Works")
            .replace("GB382041769", "GB551490253")
            .replace("desk@meadow", "hello@quayside")
            .replace("Our reference", "Invoice")
            .replace("Written on", "Dated");

    assertThat(values(LEARNED, other)).isEmpty();
    assertThat(LEARNED.fitting(document(other), SETTING)).isNull();
  }

  @Test
  void constants_areFoundWhereTheyStandOnly() {
    assertThat(values(LEARNED, SECOND.replace("£", "$"))).containsEntry("currency", "USD");
    assertThat(values(LEARNED, SECOND.replace("£", ""))).doesNotContainKey("currency");
    assertThat(values(LEARNED, SECOND.replace("Meadow Printing Ltd", "")))
        .doesNotContainKey("issuer")
        .containsEntry("invoice_number", "MP-4502/C");
  }

  @Test
  void placeThatThePersonShows_goesBeforeOthersThatReadTheSame() {
    String text = FIRST.replace("Net ", "Best ").replace("£422.50", "£507.00");
    int end = text.lastIndexOf("£507.00");
    Reviewed shown =
        new Reviewed(
            document(text),
            Map.of(
                "total_amount",
                List.of(new Right(new BigDecimal("507.00"), new Span(end, end + 7)))));

    Templates learned = Templates.learn(List.of(shown), List.of(TOTAL), SETTING);

    assertThat(values(learned, SECOND.replace("Net ", "Best ")))
        .containsEntry("total_amount", new BigDecimal("151.20"));
  }

  @Test
  void templateThatStopsFitting_isRetired() {
    Reviewed wrong = reviewed(SECOND, Map.of("invoice_number", "4502"));
    Reviewed right = reviewed(SECOND, values(LEARNED, SECOND));

    Templates once = LEARNED.judged(right, FIELDS, SETTING).judged(wrong, FIELDS, SETTING);
    assertThat(values(once, SECOND)).isNotEmpty();
    assertThat(once.all().getFirst())
        .satisfies(template -> assertThat(template.hits()).isOne())
        .satisfies(template -> assertThat(template.misses()).isOne());

    Templates twice = once.judged(wrong, FIELDS, SETTING);
    assertThat(values(twice, SECOND)).isEmpty();
    assertThat(twice.all().getFirst().state()).contains("retired", "2 of its last 3 reviews");
  }

  @Test
  void oldContradictions_areForgotten() {
    Reviewed wrong = reviewed(SECOND, Map.of("invoice_number", "4502"));
    Reviewed right = reviewed(SECOND, values(LEARNED, SECOND));
    Templates judged = LEARNED.judged(wrong, FIELDS, SETTING);
    for (int i = 0; i < 5; i++) {
      judged = judged.judged(right, FIELDS, SETTING);
    }

    assertThat(values(judged.judged(wrong, FIELDS, SETTING), SECOND)).isNotEmpty();
  }

  @Test
  void correction_teachesItsFieldOnly() {
    Reviewed other = reviewed(SECOND, Map.of("total_amount", new BigDecimal("126.00")));

    Templates taught = LEARNED.corrected(other, TOTAL, SETTING);

    Map<String, Object> before = values(LEARNED, FIRST);
    Map<String, Object> after = values(taught, FIRST);
    assertThat(after).containsEntry("total_amount", new BigDecimal("422.50"));
    before.remove("total_amount");
    assertThat(after).containsAllEntriesOf(before);
    assertThat(taught.all().getFirst().version()).isEqualTo(2);
  }

  @Test
  void documentsOfTwoSenders_makeTwoTemplates() {
    Reviewed other =
        reviewed(
            "Order form\n\nTicket: 88\nGuest: Ada Penrose\n\nThe Old Forge, box@forge.example.org\n",
            Map.of("invoice_number", "88"));

    Templates both =
        Templates.learn(
            List.of(REVIEWED, other, reviewed(SECOND, values(LEARNED, SECOND))), FIELDS, SETTING);

    assertThat(both.all()).extracting(Template::examples).containsExactly(2, 1);
    assertThat(values(both, SECOND)).isEqualTo(values(LEARNED, SECOND));
  }

  @Test
  void templates_areTheSameAfterTheyWereStored() {
    JsonMapper json = JsonMapper.shared();
    String stored = json.writeValueAsString(LEARNED.all());

    Templates read = new Templates(json.readValue(stored, new TypeReference<List<Template>>() {}));

    assertThat(values(read, SECOND)).isEqualTo(values(LEARNED, SECOND));
    assertThat(json.writeValueAsString(read.all())).isEqualTo(stored);
    assertThat(Templates.learn(List.of(REVIEWED), FIELDS, SETTING).all()).isEqualTo(LEARNED.all());
  }

  @Property(tries = 200)
  void whateverTheText_spansCoverTheirText(@ForAll("mixed") String text) {
    for (FieldSpec field : FIELDS) {
      for (Candidate found : LEARNED.find(document(text), field, SETTING)) {
        assertThat(found.span().of(text)).isEqualTo(found.text()).isNotBlank();
        if (found.label() != null) {
          assertThat(found.label().end()).isLessThanOrEqualTo(text.length());
        }
      }
    }
  }

  /** Lines of both invoices in any order, with others between them. */
  @Provide
  Arbitrary<String> mixed() {
    List<String> lines = (FIRST + SECOND).lines().toList();
    Arbitrary<String> line =
        Arbitraries.oneOf(
            Arbitraries.of(lines),
            Arbitraries.of(lines).map(l -> l.replace(": ", ":\t")),
            Arbitraries.strings().withChars("aé\u0301🦊£ \t:1,.-/").ofMaxLength(20));
    return line.list().ofMinSize(5).ofMaxSize(40).map(all -> String.join("\n", all));
  }

  private static Map<String, Object> values(Templates templates, String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (FieldSpec field : FIELDS) {
      templates
          .find(document(text), field, SETTING)
          .forEach(found -> values.put(field.name(), found.value()));
    }
    return values;
  }

  private static Candidate found(Templates templates, String text, FieldSpec field) {
    return templates.find(document(text), field, SETTING).getFirst();
  }

  private static Reviewed reviewed(String text, Map<String, ?> values) {
    Map<String, List<Right>> rights =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> List.of(new Right(entry.getValue(), null))));
    return new Reviewed(document(text), new HashMap<>(rights));
  }

  private static Document document(String text) {
    return DocumentReader.plain("mail.txt", text);
  }
}
