package dev.tenlines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import dev.tenlines.rules.RuleLine.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleFileTest {

  @Test
  void file_isReadLineByLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("triage.yaml");
    Files.writeString(
        file,
        """
        # a comment
        - when: input.mentions("stolen", "lost my card") && !input.mentions("found")
          then: lost_card
          found: { rows: 412, right: 409, lower: 0.981 }
        - when: fields.country == "DE"
          then: card_arrival
        """);

    assertThat(RuleFile.read(file).lines())
        .containsExactly(
            new RuleLine(
                "input.mentions(\"stolen\", \"lost my card\") && !input.mentions(\"found\")",
                "lost_card",
                new Found(412, 409, 0.981)),
            new RuleLine("fields.country == \"DE\"", "card_arrival", null));
  }

  @Test
  void emptyFile_hasNoLines() {
    assertThat(RuleFile.parse("r.yaml", "").lines()).isEmpty();
    assertThat(RuleFile.parse("r.yaml", "# nothing yet\n").lines()).isEmpty();
    assertThat(RuleFile.parse("r.yaml", "[]\n").lines()).isEmpty();
  }

  @Test
  void unknownFunction_isRefusedWhereItStands() {
    refused(
        """
        - when: input.mentions("a")
          then: x
        - when: input.mentons("b")
          then: y
        """,
        "TL-120",
        "r.yaml:3:22");
  }

  @Test
  void unknownVariable_isRefusedWhereItStands() {
    refused("- when: true && inputs == \"a\"\n  then: x\n", "TL-120", "r.yaml:1:17");
  }

  @Test
  void brokenSyntax_isRefusedWhereItStands() {
    refused("- when: input ==\n  then: x\n", "TL-120", "r.yaml:1:17");
  }

  @Test
  void conditionThatIsNoTruth_isRefused() {
    refused("- when: input + \"a\"\n  then: x\n", "TL-120", "r.yaml:1:15");
  }

  @Test
  void mistakeAfterDoubledQuotes_isRefusedWhereItStands() {
    refused("- when: 'input == ''it'' && nope'\n  then: x\n", "TL-120", "r.yaml:1:29");
  }

  @Test
  void mistakeAfterEscapes_isRefusedWhereItStands() {
    refused("- when: \"input == \\\"it\\\" && nope\"\n  then: x\n", "TL-120", "r.yaml:1:29");
  }

  @Test
  void mistakeInALiteralBlock_isRefusedWhereItStands() {
    refused(
        """
        - when: |
            input == "it" &&
              nope
          then: x
        """,
        "TL-120",
        "r.yaml:3:7");
  }

  @Test
  void mistakeOnAFoldedSecondLine_isRefusedWhereItStands() {
    refused(
        """
        - when: input == "it" &&
            nope
          then: x
        """,
        "TL-120",
        "r.yaml:2:5");
  }

  @Test
  void lineWithoutThen_isRefused() {
    refused("- when: 'true'\n  then: x\n- when: 'true'\n", "TL-113", "r.yaml:3:3");
  }

  @Test
  void lineWithoutWhen_isRefused() {
    refused("- then: x\n", "TL-113", "r.yaml:1:3");
  }

  @Test
  void unknownKey_isRefusedWhereItStands() {
    refused("- when: 'true'\n  then: x\n  than: y\n", "TL-112", "(than) at r.yaml:3:3");
  }

  @Test
  void halfOfFound_isRefused() {
    refused("- when: 'true'\n  then: x\n  found: { rows: 3 }\n", "TL-113", "r.yaml:3:10");
  }

  @Test
  void brokenYaml_isRefusedWhereItStands() {
    refused("- when: 'true'\n then: x\n", "TL-111", "r.yaml:2:2");
  }

  @Test
  void mappingInsteadOfAList_isRefused() {
    refused("when: 'true'\nthen: x\n", "TL-113", "must be a list");
  }

  @Test
  void missingFile_isRefused(@TempDir Path directory) {
    assertThatThrownBy(() -> RuleFile.read(directory.resolve("none.yaml")))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith("TL-110")
        .hasMessageContaining("none.yaml");
  }

  @Test
  void writtenLines_readBackTheSame() {
    List<RuleLine> lines =
        List.of(
            new RuleLine("input.mentions(\"it's\", 'a \"b\"')", "it's \"odd\": # 1", null),
            new RuleLine("input == 'it\\'s'", "- x", new Found(412, 409, 0.981)),
            new RuleLine("fields.a == \"\\n\\\\\"", "true", new Found(1, 0, 0)),
            new RuleLine("input.mentions(\"退款\")", "two\nlines\tand a tab ", null));

    assertThat(RuleFile.parse("r.yaml", RuleFile.write(lines)).lines()).isEqualTo(lines);
  }

  @Test
  void writtenQuotes_stillMatch() {
    List<RuleLine> lines = List.of(new RuleLine("input == 'it\\'s'", "x", null));

    Rules rules = RuleFile.parse("r.yaml", RuleFile.write(lines));

    assertThat(rules.first(Request.of("it's"))).isNotNull();
    assertThat(rules.first(Request.of("its"))).isNull();
  }

  @Test
  void noLines_readBackAsNone() {
    assertThat(RuleFile.parse("r.yaml", RuleFile.write(List.of())).lines()).isEmpty();
  }

  private static void refused(String text, String id, String said) {
    assertThatThrownBy(() -> RuleFile.parse("r.yaml", text))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining(said)
        .hasMessageContaining(" Maybe ");
  }
}
