package dev.tenlines.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Request;
import dev.tenlines.Stage;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.ScriptedRung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftingTest {
  private static final Map<String, Object> MARIA =
      Map.of("customer", "Maria", "order", "AB-1234", "carrier", "DHL");
  private static final Map<String, Object> JONAS =
      Map.of("customer", "Jonas", "order", "CD-9876", "carrier", "UPS");

  @TempDir Path directory;
  private final TestClock clock = new TestClock();

  @BeforeEach
  void macros() throws IOException {
    macro(
        "late",
        "title: Parcel is late, where is my order",
        "Hi {{customer}},\n\nyour order {{order}} is on its way with {{carrier}}. It takes up to 5"
            + " days.");
    macro(
        "refund",
        "title: Refund and return of an item",
        "Hi {{customer}},\n\nsend the item back within 30 days and we will refund it.");
    macro(
        "vip",
        "title: Parcel is late, where is my order\nwhen: fields.vip == true",
        "Dear {{customer}}, we call you at once.");
  }

  @Test
  void theMacroThatFits_isProposedToAPerson_withItsFactsSources() {
    try (Tenlines tenlines = open(feature())) {
      var deferred = deferred(tenlines.ask("reply", late(MARIA)));

      Draft draft = (Draft) deferred.proposal();
      assertThat(draft).isNotNull();
      assertThat(draft.text())
          .startsWith("Hi Maria,")
          .contains("order AB-1234 is on its way with DHL");
      assertThat(draft.sentences().get(1).from())
          .extracting(part -> ((Span) part).source())
          .containsExactly("order", "carrier");
      assertThat(deferred.evidence())
          .extracting(part -> ((Span) part).source())
          .containsExactly("macros/late.md", "customer", "order", "carrier");
      ReviewItem item = item(tenlines, deferred);
      assertThat(item.cause()).isEqualTo(Cause.POLICY);
      assertThat(item.reason()).isEqualTo("a person decides every draft");
    }
  }

  @Test
  void aMacro_whoseFieldIsMissing_isNotUsed() {
    try (Tenlines tenlines = open(feature())) {
      var deferred = deferred(tenlines.ask("reply", "Where is my order? The parcel is late."));

      assertThat(deferred.proposal()).isNull();
    }
  }

  @Test
  void aMacro_isUsedOnlyWhenItsConditionHolds() {
    try (Tenlines tenlines = open(feature())) {
      Request vip = late(Map.of("customer", "Maria", "vip", true));

      assertThat(deferred(tenlines.ask("reply", vip)).proposal())
          .hasToString("Dear Maria, we call you at once.");
    }
  }

  @Test
  void afterACorrection_theSameKindOfTicket_getsTheCorrectedText() {
    try (Tenlines tenlines = open(feature())) {
      correct(tenlines, late(MARIA), "Hello Maria, sorry! AB-1234 left us late, with DHL.");

      var next = deferred(tenlines.ask("reply", late(JONAS)));

      assertThat(next.proposal())
          .hasToString("Hello Jonas, sorry! CD-9876 left us late, with UPS.");
      assertThat(((Span) next.evidence().getFirst()).source()).startsWith("r_");
    }
  }

  @Test
  void aCorrection_withFactsOfTheOldTicketOnly_isNotUsedAgain() {
    try (Tenlines tenlines = open(feature())) {
      correct(tenlines, late(MARIA), "Hello Maria, it arrives on 3 December. Greetings, Paula");

      assertThat(deferred(tenlines.ask("reply", late(JONAS))).proposal())
          .asString()
          .startsWith("Hi Jonas")
          .doesNotContain("Paula", "December", "Maria");
    }
  }

  @Test
  void anotherTenant_neverGetsIt() {
    try (Tenlines tenlines = open(feature())) {
      correct(tenlines, late(MARIA), "Hello Maria, sorry! AB-1234 left us late, with DHL.");

      var other = deferred(tenlines.ask("reply", late(JONAS).forTenant("other")));

      assertThat(other.proposal()).asString().startsWith("Hi Jonas");
    }
  }

  @Test
  void aRefusedDraft_isNotShown_andTheMacroStands() {
    Rung<String> model =
        ScriptedRung.proposing("model:x", "Hi Maria, you get 50 EUR from us on Friday.", 0.9);
    try (Tenlines tenlines = open(with(model), model)) {
      var deferred = deferred(tenlines.ask("reply", late(MARIA)));

      assertThat(deferred.proposal()).asString().contains("on its way with DHL");
      assertThat(deferred.trace().steps())
          .anySatisfy(
              step -> assertThat(step.reason()).isEqualTo("The number (50 EUR) is in no source."));
    }
  }

  @Test
  void aDraftOfAModel_isProposed_whenAllItSaysHasASource() {
    String text = "Dear Maria, AB-1234 travels with DHL and needs at most five days.";
    Rung<String> model = ScriptedRung.proposing("model:x", text, 0.9);
    try (Tenlines tenlines = open(with(model), model)) {
      assertThat(deferred(tenlines.ask("reply", late(MARIA))).proposal()).hasToString(text);
    }
  }

  @Test
  void noDraft_everLeavesByItself_whateverItsRungSays() {
    Rung<String> model =
        new ScriptedRung(
            "model:x",
            Duration.ZERO,
            request ->
                new dev.tenlines.ladder.Attempt.Proposed<>(
                    "All is well.",
                    1,
                    1.0,
                    "",
                    new Outcome.Basis.Construction(),
                    java.util.List.of(),
                    dev.tenlines.cost.Money.ZERO));
    try (Tenlines tenlines = open(with(model), model)) {
      assertThat(tenlines.ask("reply", late(MARIA))).isInstanceOf(Deferred.class);
    }
  }

  @Test
  void aSum_isDeclined_withTheNameOfWhatDoesIt() {
    try (Tenlines tenlines = open(feature())) {
      Outcome<?> outcome = tenlines.ask("reply", "what is 3 * 249 plus 21 % VAT");

      assertThat(((Declined<?>) outcome).reason()).isEqualTo(Reason.NOT_A_LANGUAGE_TASK);
      assertThat(outcome.trace().steps().getFirst().reason())
          .isEqualTo("asks for a sum: compute it in code and pass it in fields");
    }
  }

  @Test
  void aFieldThatHasToBeTold_isTold_orThereIsNoDraft() {
    Feature receipt = Feature.draft("reply", "macros", "total").withRungs("macros", "review");
    try (Tenlines tenlines = open(receipt)) {
      assertThat(deferred(tenlines.ask("reply", late(withTotal(MARIA)))).proposal()).isNull();
    }
  }

  @Test
  void outcomes_areReadBackAsTheyWere() {
    try (Tenlines tenlines = open(feature())) {
      Outcome<?> first = tenlines.ask("reply", late(MARIA).withKey("k"));

      assertThat(tenlines.ask("reply", late(MARIA).withKey("k"))).isEqualTo(first);
    }
  }

  @Test
  void withoutAReviewer_itDoesNotStart() {
    assertThatThrownBy(() -> open(feature().withRungs("macros")))
        .hasMessageContaining("TL-250")
        .hasMessageContaining("nobody reviews");
  }

  @Test
  void rungsOfOtherKinds_andBrokenMacros_areToldAtTheStart() throws IOException {
    Files.writeString(directory.resolve("macros/bad.md"), "no header");

    assertThat(Tenlines.in(directory).feature(feature().withRungs("classifier", "review")).check())
        .extracting(finding -> finding.id())
        .contains("TL-134");
    assertThat(Tenlines.in(directory).feature(feature()).check())
        .extracting(finding -> finding.id())
        .containsExactly("TL-251");
    assertThat(Tenlines.in(directory).feature(Feature.draft("reply", "none")).check())
        .extracting(finding -> finding.id())
        .containsExactly("TL-252");
  }

  @Test
  void aFile_declaresIt() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          reply: { kind: draft, macros: macros/, must-mention: [order], rungs: [macros, past, review] }
        """);
    try (Tenlines tenlines = Tenlines.in(directory).clock(clock).open()) {
      assertThat(tenlines.plan("reply").feature().detail("must-mention")).containsExactly("order");
      assertThat(tenlines.plan("reply").feature().stage()).isEqualTo(Stage.AUTO);
      assertThat(deferred(tenlines.ask("reply", late(MARIA))).proposal()).isNotNull();
    }
  }

  private static Feature feature() {
    return Feature.draft("reply", "macros/");
  }

  private static Feature with(Rung<?> model) {
    return feature().withRungs("macros", "past", model.name(), "review");
  }

  private Tenlines open(Feature feature, Rung<?>... rungs) {
    TenlinesBuilder builder = Tenlines.in(directory).feature(feature).clock(clock);
    for (Rung<?> rung : rungs) {
      builder.rung(rung.name(), rung);
    }
    return builder.open();
  }

  private static Request late(Map<String, Object> fields) {
    return Request.of("Where is my order? The parcel is late.").withFields(fields);
  }

  private static Map<String, Object> withTotal(Map<String, Object> fields) {
    Map<String, Object> all = new java.util.HashMap<>(fields);
    all.put("total", new java.math.BigDecimal("121.00"));
    return all;
  }

  private void correct(Tenlines tenlines, Request request, String text) {
    var deferred = deferred(tenlines.ask("reply", request));
    Object value = tenlines.plan("reply").feature().kind().task().value(feature(), text);
    Decision decision =
        tenlines
            .reviews()
            .decide(request.tenant(), deferred.review(), "ann", null, new Verdict.Corrected(value));
    assertThat(decision).isInstanceOf(Decision.Done.class);
    clock.advance(Duration.ofSeconds(11));
  }

  private static ReviewItem item(Tenlines tenlines, Deferred<?> deferred) {
    ReviewItem item = tenlines.reviews().find(Request.SINGLE_TENANT, deferred.review());
    assertThat(item).isNotNull();
    return item;
  }

  private static Deferred<?> deferred(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Deferred.class);
    return (Deferred<?>) outcome;
  }

  private void macro(String name, String header, String body) throws IOException {
    Path file = directory.resolve("macros").resolve(name + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "---\n" + header + "\n---\n\n" + body + "\n");
  }
}
