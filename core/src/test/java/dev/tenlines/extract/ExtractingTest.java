package dev.tenlines.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.extract.Extracted.State;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExtractingTest {
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["invoice_number", "total_amount"], "properties": {
        "invoice_number": {"type": "string"},
        "invoice_date": {"type": "string", "format": "date"},
        "due_date": {"type": "string", "format": "date"},
        "net_amount": {"type": "number"},
        "tax_amount": {"type": "number"},
        "total_amount": {"type": "number", "title": "Total"}}}
      """;
  private static final String WHOLE =
      """
      Invoice number: MW-2041
      Invoice date: 3 November 2026
      Due date: 17 November 2026

      Net amount: EUR 100.00
      VAT 19 %: EUR 19.00
      Total: EUR 119.00
      """;

  @TempDir Path directory;
  private final TestClock clock = new TestClock();

  @Test
  void everyField_hasItsValue_itsWords_andItsPlace() {
    try (Tenlines tenlines = open("structured", "rules", "review")) {
      Extraction read = answered(tenlines.ask("invoice", WHOLE));

      assertThat(read.values())
          .containsEntry("invoice_number", "MW-2041")
          .containsEntry("invoice_date", "2026-11-03")
          .containsEntry("due_date", "2026-11-17");
      assertThat((BigDecimal) read.values().get("total_amount")).isEqualByComparingTo("119");
      read.fields()
          .values()
          .forEach(field -> {
            Span span = (Span) field.evidence().getFirst();
            assertThat(WHOLE.substring(span.start(), span.end())).isEqualTo(field.raw());
          });
    }
  }

  @Test
  void whatIsComplete_leavesByConstruction_andWhatIsNot_goesToAPerson() {
    try (Tenlines tenlines = open("structured", "rules", "review")) {
      Outcome<?> whole = tenlines.ask("invoice", WHOLE);
      Outcome<?> part = tenlines.ask("invoice", "Invoice number: MW-2042\n\nThank you!\n");

      assertThat(((Answered<?>) whole).basis()).isInstanceOf(Basis.Construction.class);
      Extraction proposal = proposed(part);
      assertThat(proposal.values()).containsOnlyKeys("invoice_number");
      assertThat(proposal.field("total_amount")).isNull();
    }
  }

  @Test
  void severalValues_areAllShown_andNoneIsChosen() {
    try (Tenlines tenlines = open("rules", "review")) {
      Extraction read =
          proposed(
              tenlines.ask(
                  "invoice", "Invoice number: MW-2041\nTotal: EUR 119.00\n\nTotal: EUR 219.00\n"));

      Extracted total = read.field("total_amount");
      assertThat(total.state()).isEqualTo(State.AMBIGUOUS);
      assertThat(total.value()).isNull();
      assertThat(total.candidates())
          .extracting(one -> ((BigDecimal) one.value()).intValue())
          .containsExactlyInAnyOrder(119, 219);
    }
  }

  @Test
  void whatDoesNotAddUp_isToldAtEachOfItsFields() {
    try (Tenlines tenlines = open("rules", "review")) {
      Extraction read = proposed(tenlines.ask("invoice", WHOLE.replace("119.00", "129.00")));

      assertThat(read.field("total_amount").state()).isEqualTo(State.CONTRADICTORY);
      assertThat(read.field("tax_amount").why())
          .isEqualTo("total_amount (129.00) is not net_amount + tax_amount (100.00 + 19.00)");
      assertThat(read.field("due_date").state()).isEqualTo(State.FOUND);
    }
  }

  @Test
  void aDayBeforeTheOther_isAContradiction() {
    try (Tenlines tenlines = open("rules", "review")) {
      Extraction read =
          proposed(tenlines.ask("invoice", WHOLE.replace("17 November", "1 November")));

      assertThat(read.field("due_date").why())
          .isEqualTo("invoice_date (2026-11-03) is after due_date (2026-11-01)");
    }
  }

  @Test
  void oneCorrection_teachesTheLayout_forThisTenantOnly() {
    String first = note("A-1009-X", "3 Nov");
    String second = note("B-2210-Y", "9 Nov");
    try (Tenlines tenlines = open("rules", "templates", "review")) {
      Outcome<?> unknown = tenlines.ask("invoice", first);
      int at = first.indexOf("A-1009-X");
      correct(
          tenlines,
          unknown,
          Map.of("invoice_number", place("A-1009-X", at), "total_amount", place(first, "48.20")));

      Extraction taught = read(tenlines.ask("invoice", second));
      Extraction other = read(tenlines.ask("invoice", Request.of(second).forTenant("other")));

      assertThat(taught.values()).containsEntry("invoice_number", "B-2210-Y");
      assertThat(taught.field("invoice_number").rung()).isEqualTo("templates");
      assertThat(other.values()).doesNotContainEntry("invoice_number", "B-2210-Y");
    }
  }

  @Test
  void eightReviews_trainAModel_thatFindsWhatNoRuleNames() {
    List<String> guests =
        List.of("Kim", "Noor", "Ada", "Lena", "Omar", "Paul", "Rosa", "Tim", "Yara");
    String schema =
        """
        {"type": "object", "required": ["guest_of_honour"],
         "properties": {"guest_of_honour": {"type": "string", "format": "person"}}}
        """;
    Feature feature = Feature.extract("toast", schema).withRungs("structured", "learned", "review");
    try (Tenlines tenlines = Tenlines.in(directory).clock(clock).feature(feature).open()) {
      for (String guest : guests.subList(0, 8)) {
        String text = toast(guest);
        Outcome<?> outcome = tenlines.ask("toast", text);
        assertThat(outcome).isInstanceOf(Deferred.class);
        Object right = Map.of("guest_of_honour", place(guest, text.indexOf(guest)));
        correct(tenlines, outcome, feature.kind().task().value(feature, right));
      }

      Extraction read = read(tenlines.ask("toast", toast("Yara")));

      assertThat(read.values()).containsOnly(Map.entry("guest_of_honour", "Yara"));
      assertThat(read.field("guest_of_honour").rung()).isEqualTo("learned");
    }
  }

  private static String toast(String guest) {
    return "Dear friends, tonight we raise our glasses to " + guest + " and to the cook!\n";
  }

  @Test
  void whatAnotherRungSays_isTakenOnlyWhereItStands() {
    Rung<?> other = new Clever(Map.of("invoice_number", "MW-2041", "total_amount", "4711.00"));
    try (Tenlines tenlines =
        Tenlines.in(directory)
            .clock(clock)
            .feature(feature().withRungs("model:clever", "review"))
            .rung("model:clever", other)
            .open()) {
      Extraction read = proposed(tenlines.ask("invoice", WHOLE));

      assertThat(read.values()).containsOnly(Map.entry("invoice_number", "MW-2041"));
    }
  }

  @Test
  void aRecord_isASchema() {
    record Visit(LocalDate start_date, LocalDate end_date, String email) {}
    Feature feature = Feature.extract("visit", Visit.class).withRungs("rules", "review");
    try (Tenlines tenlines = Tenlines.in(directory).clock(clock).feature(feature).open()) {
      Extraction read =
          read(
              tenlines.ask(
                  "visit",
                  "Start date: 2026-12-01\nEnd date: 2026-12-04\nE-mail: kim@example.org\n"));

      assertThat(read.values())
          .containsEntry("start_date", "2026-12-01")
          .containsEntry("end_date", "2026-12-04")
          .containsEntry("email", "kim@example.org");
    }
  }

  @Test
  void aCorrection_thatTheSchemaForbids_isRefused() {
    Feature feature = feature();
    assertThatThrownBy(() -> feature.kind().task().value(feature, Map.of("total", 3)))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-173")
        .hasMessageContaining("total_amount");
    assertThatThrownBy(() -> feature.kind().task().value(feature, Map.of("total_amount", "much")))
        .hasMessageContaining("TL-173");
    assertThatThrownBy(() -> feature.kind().task().value(feature, "119"))
        .hasMessageContaining("TL-173");
  }

  @Test
  void aSchemaThatIsNone_isAFindingBeforeItOpens() {
    assertThat(Tenlines.in(directory).feature(Feature.extract("a", "none.json")).check())
        .anyMatch(finding -> finding.id().equals("TL-290"));
    assertThat(
            Tenlines.in(directory).feature(Feature.extract("a", "{\"type\": \"object\"}")).check())
        .anyMatch(finding -> finding.id().equals("TL-291"));
    assertThat(
            Tenlines.in(directory)
                .feature(feature().withDetail(Extracting.LOCALE, "no locale"))
                .check())
        .anyMatch(finding -> finding.id().equals("TL-295"));
  }

  /** A rung from outside that says what it likes. */
  private record Clever(Map<String, Object> said) implements Rung<Object> {
    @Override
    public String name() {
      return "model:clever";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Attempt<Object> attempt(Ask ask) {
      return new Attempt.Proposed<>(said, 1, null, "", null, List.of(), Money.ZERO);
    }
  }

  private static String note(String code, String day) {
    return """
    HAFEN LOGISTIK
    Sendung

    Vorgang
    %s
    vom %s
    Frachtkosten EUR 48.20
    """
        .formatted(code, day);
  }

  private static Map<String, Object> place(String words, int at) {
    Map<String, Object> span = new LinkedHashMap<>();
    span.put("kind", "span");
    span.put("source", "input");
    span.put("start", at);
    span.put("end", at + words.length());
    span.put("text", words);
    return Map.of("value", words, "raw", words, "evidence", List.of(span));
  }

  private static Map<String, Object> place(String text, String amount) {
    Map<String, Object> place = new LinkedHashMap<>(place(amount, text.indexOf(amount)));
    place.put("value", new BigDecimal(amount));
    return place;
  }

  private void correct(Tenlines tenlines, Outcome<?> outcome, Map<String, Object> fields) {
    correct(tenlines, outcome, feature().kind().task().value(feature(), fields));
  }

  private void correct(Tenlines tenlines, Outcome<?> outcome, Object value) {
    tenlines
        .reviews()
        .decide(
            "default", ((Deferred<?>) outcome).review(), "ann", null, new Verdict.Corrected(value));
    clock.advance(Duration.ofSeconds(11));
  }

  private Tenlines open(String... rungs) {
    return Tenlines.in(directory).clock(clock).feature(feature().withRungs(rungs)).open();
  }

  private static Feature feature() {
    return Feature.extract("invoice", SCHEMA);
  }

  private static Extraction answered(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Answered.class);
    return read(outcome);
  }

  private static Extraction proposed(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Deferred.class);
    return read(outcome);
  }

  private static Extraction read(Outcome<?> outcome) {
    Object value =
        switch (outcome) {
          case Answered<?> answered -> answered.value();
          case Deferred<?> deferred -> deferred.proposal();
          default -> null;
        };
    assertThat(value).isInstanceOf(Extraction.class);
    return (Extraction) value;
  }
}
