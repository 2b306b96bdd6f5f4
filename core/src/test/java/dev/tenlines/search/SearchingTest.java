package dev.tenlines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Request.Context;
import dev.tenlines.Stage;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.rendering.Chip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchingTest {
  private static final Feature ORDERS =
      Feature.search("orders", "jdbc:sqlite:shop.db", "shop.yaml");

  @TempDir Path directory;
  private final TestClock clock = new TestClock();

  @BeforeEach
  void open() {
    Shop.in(directory);
  }

  @Test
  void question_isAnsweredWithChipsStatementAndRows() {
    Answered<Found> answered = answered("show me orders from last week over €100");

    Found found = answered.value();
    assertThat(answered.rung()).isEqualTo("rules@1");
    assertThat(answered.basis()).isInstanceOf(Outcome.Basis.Construction.class);
    assertThat(found.chips()).extracting(Chip::label).anyMatch(label -> label.contains("100"));
    assertThat(found.columns()).extracting(Found.Column::name).contains("number", "total");
    assertThat(numbers(found)).containsExactlyInAnyOrder("A-1", "A-3");
    assertThat(found.sql()).startsWith("SELECT").doesNotContain("2026", "100");
    assertThat(found.parameters()).contains("2026-11-09", "2026-11-16", "default", 100);
    assertThat(answered.evidence()).isNotEmpty();
  }

  @Test
  void decimals_keepTheirDigits() {
    Found found = answered("orders over 300").value();

    assertThat(found.rows().getFirst()).contains("300.1");
  }

  @Test
  void answer_readBackFromTheRecord_isTheSame() {
    try (Tenlines tenlines = opened(ORDERS)) {
      Request request = Request.of("orders over 100 from last week").withKey("k");
      Outcome<?> first = tenlines.ask("orders", request);
      Outcome<?> again = tenlines.ask("orders", request);

      assertThat(again).isEqualTo(first);
      assertThat(OutcomeJson.read(OutcomeJson.write(first), Found.class)).isEqualTo(first);
    }
  }

  @Test
  void otherTenant_seesItsOwnRowsOnly_andItsValuesExplainNobodyElsesWords() {
    try (Tenlines tenlines = opened(ORDERS)) {
      Outcome<?> rival = tenlines.ask("orders", Request.of("orders").forTenant("rival"));

      assertThat(numbers(cast(rival).value())).containsExactly("R-1");
      assertThat(tenlines.ask("orders", "orders from customers in Zurich"))
          .isInstanceOf(Declined.class);
      assertThat(tenlines.ask("orders", "orders from customers in Berlin"))
          .isInstanceOf(Answered.class);
    }
  }

  @Test
  void unknownWord_isTold_andHiddenFieldsAreUnknown() {
    for (String question : List.of("orders with gluten", "customers with password hunter2")) {
      Declined<Found> declined = declined(question);

      assertThat(declined.reason()).isIn(Reason.UNKNOWN_WORD, Reason.NO_SUCH_DATA);
      assertThat(
              Objects.requireNonNull(Objects.requireNonNull(declined.proposal()).lacking()).why())
          .isNotEmpty();
    }
  }

  @Test
  void sumsAndSmallTalk_endTheClimb() {
    assertThat(declined("what is 12 times 7?").reason()).isEqualTo(Reason.ARITHMETIC);
    assertThat(declined("hello, how are you?").reason())
        .isIn(Reason.NOT_A_QUERY, Reason.NO_SUCH_DATA);
  }

  @Test
  void noRows_tellsWhichChipRemovesThemAll() {
    Found found = answered("orders over 5000 from last week").value();

    assertThat(found.rows()).isEmpty();
    assertThat(found.emptying()).hasSize(1);
    Chip chip =
        found.chips().stream()
            .filter(one -> one.id().equals(found.emptying().getFirst().chip()))
            .findFirst()
            .orElseThrow();
    assertThat(chip.words()).contains("5000");
    assertThat(found.emptying().getFirst().rows()).isEqualTo(3);
  }

  @Test
  void editedPlan_isExecuted_andRefusedWhereItNamesWhatIsNotThere() {
    try (Tenlines tenlines = opened(ORDERS)) {
      Found found = found(tenlines.ask("orders", "orders over 100"));
      Map<String, Object> plan = new LinkedHashMap<>(Objects.requireNonNull(found.plan()));
      plan.put(
          "where",
          List.of(
              Map.of(
                  "kind",
                  "compare",
                  "field",
                  "total",
                  "operator",
                  "less",
                  "value",
                  Map.of("number", "50"))));

      Request edited = Request.of("orders over 100").withPlan(plan).by("ada");
      Answered<Found> answered = cast(tenlines.ask("orders", edited));
      assertThat(answered.rung()).isEqualTo("asker@1");
      assertThat(numbers(answered.value())).containsExactly("A-4");

      plan.put("columns", List.of(Map.of("field", "note")));
      Outcome<?> refused = tenlines.ask("orders", Request.of("x").withPlan(plan));
      assertThat(((Declined<?>) refused).reason()).isEqualTo(Reason.NO_SUCH_DATA);
      assertThatThrownBy(
              () -> tenlines.ask("orders", Request.of("x").withPlan(Map.of("sql", "DROP"))))
          .isInstanceOf(TenlinesException.class)
          .hasMessageContaining("TL-420");
    }
  }

  @Test
  void acceptedPlan_answersTheSameQuestionWithOtherValues() {
    try (Tenlines tenlines = opened(ORDERS.withRungs("accepted"))) {
      Map<String, Object> plan =
          Map.of(
              "entity",
              "orders",
              "where",
              List.of(
                  range("2026-11-09", "2026-11-16"),
                  Map.of(
                      "kind",
                      "compare",
                      "field",
                      "customer.city",
                      "operator",
                      "equal",
                      "value",
                      Map.of("text", "Berlin"))));
      String question = "whatever Berlin bought last week";
      Outcome<?> first = tenlines.ask("orders", question);
      assertThat(first).isInstanceOf(Declined.class);
      tenlines.ask("orders", Request.of(question).withPlan(plan).by("ada"));
      clock.advance(Duration.ofSeconds(11));

      assertThat(numbers(found(tenlines.ask("orders", question)))).containsExactly("A-1");
      Answered<Found> other = cast(tenlines.ask("orders", "whatever Hamburg bought last week"));
      assertThat(other.rung()).isEqualTo("accepted@1");
      assertThat(numbers(other.value())).containsExactlyInAnyOrder("A-2", "A-3");
      assertThat(numbers(found(tenlines.ask("orders", "whatever Berlin bought this week"))))
          .containsExactly("A-4");
      assertThat(tenlines.ask("orders", "whatever Berlin sold last week"))
          .isInstanceOf(Declined.class);
      Request foreign = Request.of(question).forTenant("rival");
      assertThat(tenlines.ask("orders", foreign)).isInstanceOf(Declined.class);
    }
  }

  @Test
  void assist_showsChipsFirst_andRowsOnTheAskersWord() {
    try (Tenlines tenlines = opened(ORDERS.withStage(Stage.ASSIST))) {
      Declined<Found> first = castDeclined(tenlines.ask("orders", "orders over 100"));
      Found proposed = Objects.requireNonNull(first.proposal());

      assertThat(first.reason()).isEqualTo(Reason.UNCONFIRMED);
      assertThat(proposed.chips()).isNotEmpty();
      assertThat(proposed.rows()).isEmpty();
      Request confirmed = Request.of("orders over 100").withPlan(proposed.plan());
      assertThat(numbers(found(tenlines.ask("orders", confirmed))))
          .containsExactlyInAnyOrder("A-1", "A-3");
    }
  }

  @Test
  void shadow_neverShowsRows() {
    try (Tenlines tenlines = opened(ORDERS.withStage(Stage.SHADOW))) {
      Declined<Found> first = castDeclined(tenlines.ask("orders", "orders over 100"));
      Found proposed = Objects.requireNonNull(first.proposal());

      assertThat(first.reason()).isEqualTo(Reason.SHADOW);
      assertThat(proposed.rows()).isEmpty();
      Request sent = Request.of("orders over 100").withPlan(proposed.plan());
      Declined<Found> again = castDeclined(tenlines.ask("orders", sent));
      assertThat(Objects.requireNonNull(again.proposal()).rows()).isEmpty();
    }
  }

  @Test
  void rows_arePagedInTheTenantOfTheAnswer() {
    try (Tenlines tenlines = opened(ORDERS)) {
      String id = tenlines.ask("orders", "orders").id();

      Found page = Objects.requireNonNull(tenlines.rows("default", id, 2, 1));
      assertThat(page.rows()).hasSize(1);
      assertThat(page.more()).isTrue();
      assertThat(tenlines.rows("rival", id, 0, 10)).isNull();
      assertThat(tenlines.rows("default", "r_none", 0, 10)).isNull();
    }
  }

  @Test
  void zone_decidesWhatADayIs_andAnUnknownOneIsRefused() {
    try (Tenlines tenlines = opened(ORDERS)) {
      Request away =
          Request.of("orders from today").within(new Context("en", "Pacific/Kiritimati"));
      Found found = found(tenlines.ask("orders", away));
      assertThat(found.parameters()).contains("2026-11-23");

      Request nowhere = Request.of("orders").within(new Context(null, "Mars/Base"));
      assertThatThrownBy(() -> tenlines.ask("orders", nowhere)).hasMessageContaining("TL-421");
    }
  }

  @Test
  void declarationWithoutItsParts_isTold() {
    Feature none = ORDERS.withDetail(Searching.DATABASE).withDetail(Searching.ENTITIES);
    assertThat(Tenlines.in(directory).feature(none).check())
        .extracting(Finding::id)
        .containsExactly("TL-423", "TL-423");
    Feature gone = ORDERS.withDetail(Searching.ENTITIES, "gone.yaml");
    assertThat(Tenlines.in(directory).feature(gone).check()).hasSize(1);
    Feature nowhere = ORDERS.withDetail(Searching.ZONE, "Mars/Base");
    assertThat(Tenlines.in(directory).feature(nowhere).check())
        .extracting(Finding::id)
        .containsExactly("TL-421");
  }

  @Test
  void password_comesFromTheEnvironment() {
    Feature secret = ORDERS.withDetail(Searching.DATABASE, "jdbc:sqlite:${FILE}");
    try (Desks desks = new Desks(directory, clock, Map.of("FILE", "shop.db")::get)) {
      assertThat(desks.of(secret).catalog().entities()).hasSize(2);
    }
    try (Desks desks = new Desks(directory, clock, name -> null)) {
      assertThatThrownBy(() -> desks.of(secret)).hasMessageContaining("TL-422");
    }
  }

  @Test
  void databaseThatIsAway_isOpenedWhenItIsThere() {
    Feature later = ORDERS.withDetail(Searching.DATABASE, "jdbc:sqlite:later/shop.db");
    try (Tenlines tenlines = opened(later)) {
      assertThat(tenlines.ask("orders", "orders")).isInstanceOf(Declined.class);
      Path there = directory.resolve("later");
      assertThat(there.toFile().mkdir()).isTrue();
      Shop.in(there);
      assertThat(tenlines.ask("orders", "orders")).isInstanceOf(Answered.class);
    }
  }

  private static Map<String, Object> range(String from, String to) {
    return Map.of(
        "kind", "range", "field", "created", "from", Map.of("day", from), "to", Map.of("day", to));
  }

  private Tenlines opened(Feature feature) {
    return Tenlines.in(directory).clock(clock).feature(feature).open();
  }

  private Answered<Found> answered(String question) {
    try (Tenlines tenlines = opened(ORDERS)) {
      return cast(tenlines.ask("orders", question));
    }
  }

  private Declined<Found> declined(String question) {
    try (Tenlines tenlines = opened(ORDERS)) {
      return castDeclined(tenlines.ask("orders", question));
    }
  }

  private static Found found(Outcome<?> outcome) {
    return cast(outcome).value();
  }

  @SuppressWarnings("unchecked")
  private static Answered<Found> cast(Outcome<?> outcome) {
    assertThat(outcome).as(OutcomeJson.write(outcome)).isInstanceOf(Answered.class);
    return (Answered<Found>) outcome;
  }

  @SuppressWarnings("unchecked")
  private static Declined<Found> castDeclined(Outcome<?> outcome) {
    assertThat(outcome).as(OutcomeJson.write(outcome)).isInstanceOf(Declined.class);
    return (Declined<Found>) outcome;
  }

  private static List<Object> numbers(Found found) {
    int at = found.columns().stream().map(Found.Column::name).toList().indexOf("number");
    return found.rows().stream().map(row -> Objects.requireNonNull(row.get(at))).toList();
  }
}
