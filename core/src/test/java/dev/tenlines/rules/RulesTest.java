package dev.tenlines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RulesTest {

  @Test
  void firstLineThatMatches_answers() {
    Rules rules =
        rules(
            "input.mentions(\"stolen\")", "lost",
            "input.mentions(\"card\")", "card",
            "true", "rest");

    assertThat(then(rules, "my card was stolen")).isEqualTo("lost");
    assertThat(then(rules, "my card")).isEqualTo("card");
    assertThat(rules.first(Request.of("hello")).number()).isEqualTo(3);
  }

  @Test
  void noLineThatMatches_isNoMatch() {
    assertThat(rules("input.mentions(\"card\")", "x").first(Request.of("hello"))).isNull();
    assertThat(Rules.NONE.first(Request.of("hello"))).isNull();
  }

  @Test
  void mentions_meetsAnyOfItsPhrases() {
    Rules rules = rules("input.mentions(\"stolen\", \"lost my card\")", "x");

    assertThat(matches(rules, "I LOST MY CARDS")).isTrue();
    assertThat(matches(rules, "it was stolen")).isTrue();
    assertThat(matches(rules, "I lost my wallet")).isFalse();
  }

  @Test
  void mentionsAll_meetsAllOfItsPhrases() {
    Rules rules = rules("input.mentionsAll(\"card\", \"arrive\")", "x");

    assertThat(matches(rules, "it arrived, my card")).isTrue();
    assertThat(matches(rules, "my card")).isFalse();
    assertThat(matches(rules, "")).isFalse();
  }

  @Test
  void negation_excludes() {
    Rules rules = rules("input.mentions(\"card\") && !input.mentions(\"found\")", "x");

    assertThat(matches(rules, "my card is lost")).isTrue();
    assertThat(matches(rules, "my card is lost, no, found")).isFalse();
  }

  @Test
  void fields_areReadByName() {
    Rules rules = rules("fields.country == \"DE\" && input.mentions(\"card\")", "x");

    assertThat(matches(rules, "card", Map.of("country", "DE"))).isTrue();
    assertThat(matches(rules, "card", Map.of("country", "FR"))).isFalse();
  }

  @Test
  void mentionsOfAField_looksIntoTheField() {
    Rules rules = rules("fields.subject.mentions(\"refund\")", "x");

    assertThat(matches(rules, "hello", Map.of("subject", "Refunds?"))).isTrue();
    assertThat(matches(rules, "refund", Map.of("subject", "hello"))).isFalse();
  }

  @Test
  void missingField_doesNotMatchAndDoesNotStopLaterLines() {
    Rules rules =
        rules(
            "fields.country == \"DE\"", "equal",
            "fields.country != \"DE\"", "unequal",
            "!fields.subject.mentions(\"x\")", "mentions",
            "true", "rest");

    assertThat(then(rules, "hello")).isEqualTo("rest");
  }

  @Test
  void fieldOfAnotherType_doesNotMatch() {
    Rules rules = rules("fields.a.mentions(\"x\")", "text", "fields.a > 3", "number");

    assertThat(matches(rules, "x", Map.of("a", true))).isFalse();
    assertThat(matches(rules, "x", Map.of("a", List.of("x")))).isFalse();
  }

  @Test
  void numbersOfEveryJavaType_compare() {
    Rules rules = rules("fields.n > 3", "x");

    for (Number five : List.of(5, 5L, 5.0, 5f, (short) 5, (byte) 5, new BigDecimal("5"))) {
      assertThat(matches(rules, "", Map.of("n", five))).as(five.getClass().getName()).isTrue();
    }
    assertThat(matches(rules, "", Map.of("n", 3))).isFalse();
    assertThat(matches(rules, "", Map.of("n", 2.5))).isFalse();
    assertThat(matches(rules("fields.n < 3.5", "x"), "", Map.of("n", 3))).isTrue();
    assertThat(matches(rules("fields.n == 3", "x"), "", Map.of("n", 3.0))).isTrue();
  }

  @Test
  void listsMapsAndNulls_areReadToAnyDepth() {
    Map<String, Object> customer = new HashMap<>();
    customer.put("orders", List.of(1, 7));
    customer.put("closed", null);
    Map<String, Object> fields = Map.of("customer", customer);

    assertThat(matches(rules("fields.customer.orders[1] == 7", "x"), "", fields)).isTrue();
    assertThat(matches(rules("fields.customer.orders.exists(o, o > 7)", "x"), "", fields))
        .isFalse();
    assertThat(matches(rules("fields.customer.closed == null", "x"), "", fields)).isTrue();
  }

  @Test
  void presenceOfAField_canBeAsked() {
    Rules rules = rules("has(fields.vip) && fields.vip", "x");

    assertThat(matches(rules, "", Map.of("vip", true))).isTrue();
    assertThat(matches(rules, "", Map.of("vip", false))).isFalse();
    assertThat(matches(rules, "", Map.of())).isFalse();
  }

  @Test
  void match_showsWhatItMentionsInTheInput() {
    Rules rules =
        rules(
            "input.mentionsAll(\"card\", \"nowhere\")", "no",
            "input.mentionsAll(\"card\", \"arrive\") && !input.mentions(\"found\")", "x");

    Rules.Match match = rules.first(Request.of("My cards never arrived"));

    assertThat(match.spans())
        .containsExactly(new Span("input", 3, 8, "cards"), new Span("input", 15, 22, "arrived"));
  }

  @Test
  void mentionsAllThatFails_supportsNothing() {
    Rules rules = rules("input.mentionsAll(\"my\", \"nowhere\") || input.mentions(\"card\")", "x");

    assertThat(rules.first(Request.of("my card")).spans())
        .containsExactly(new Span("input", 3, 7, "card"));
  }

  @Test
  void matchOnAField_hasNoSpanOfTheInput() {
    Rules rules = rules("fields.subject.mentions(\"refund\")", "x");

    Rules.Match match = rules.first(Request.of("hello").withFields(Map.of("subject", "a refund")));

    assertThat(match.spans()).isEmpty();
  }

  @Test
  void version_changesWithEveryContentAndNothingElse() {
    String version = rules("true", "x").version();

    assertThat(version).matches("[0-9a-f]{6}");
    assertThat(RuleFile.parse("other.yaml", "# moved\n- { then: x, when: 'true' }").version())
        .isEqualTo(version);
    assertThat(rules("false", "x").version()).isNotEqualTo(version);
    assertThat(rules("true", "y").version()).isNotEqualTo(version);
    assertThat(rules("true", "x", "true", "x").version()).isNotEqualTo(version);
    assertThat(rules("true", "a", "false", "b").version())
        .isNotEqualTo(rules("false", "b", "true", "a").version());
  }

  @Test
  void version_changesWhenAPersonTakesALineOver() {
    RuleLine declared = new RuleLine("true", "x", null);
    RuleLine found = new RuleLine("true", "x", new RuleLine.Found(9, 9, 0.7));

    assertThat(RuleFile.parse("r", RuleFile.write(List.of(found))).version())
        .isNotEqualTo(RuleFile.parse("r", RuleFile.write(List.of(declared))).version());
  }

  @Test
  void pattern_searchesInTheInput() {
    Rules rules = rules("input.matches(\"[A-Z]{2}[0-9]{4}\")", "x");

    assertThat(matches(rules, "order AB1234 please")).isTrue();
    assertThat(matches(rules, "order A1234 please")).isFalse();
  }

  @Test
  void catastrophicPattern_finishes() {
    Rules rules = rules("input.matches(\"(a+)+$\")", "x");
    String input = "a".repeat(50_000) + "!";

    boolean matched =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> matches(rules, input));

    assertThat(matched).isFalse();
  }

  @Test
  void brokenPatternOfARequest_doesNotMatch() {
    Rules rules = rules("input.matches(fields.pattern)", "x");

    assertThat(matches(rules, "abc", Map.of("pattern", "("))).isFalse();
    assertThat(matches(rules, "abc", Map.of("pattern", "b"))).isTrue();
  }

  private static Rules rules(String... whenThen) {
    List<RuleLine> lines = new ArrayList<>();
    for (int i = 0; i < whenThen.length; i += 2) {
      lines.add(new RuleLine(whenThen[i], whenThen[i + 1], null));
    }
    return RuleFile.parse("r.yaml", RuleFile.write(lines));
  }

  private static String then(Rules rules, String input) {
    return rules.first(Request.of(input)).line().then();
  }

  private static boolean matches(Rules rules, String input) {
    return matches(rules, input, Map.of());
  }

  private static boolean matches(Rules rules, String input, Map<String, Object> fields) {
    return rules.first(Request.of(input).withFields(fields)) != null;
  }
}
