package dev.tenlines.answerability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.answerability.Units.Form;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class UnitsTest {

  @Test
  void code_table_rows_and_items_are_quoted_whole() {
    String text =
        """
        Send a request. It needs a key.

        ```
        send(key);

        close();
        ```

        | name | days |
        | Norway | 4 |

        - Lamps of glass
        - Lamps of steel\
        """;
    assertThat(cut(text))
        .containsExactly(
            "Send a request.",
            "It needs a key.",
            "```\nsend(key);\n\nclose();\n```",
            "| name | days |",
            "| Norway | 4 |",
            "- Lamps of glass",
            "- Lamps of steel");
    assertThat(Units.of(text))
        .extracting(Units.Unit::form)
        .contains(Form.CODE, Form.ROW, Form.ITEM);
  }

  @Test
  void code_without_a_fence_is_code() {
    assertThat(Units.isCode("lamp = Lamp(watts=40)\nlamp.save()\nlamp.light(True)")).isTrue();
    assertThat(Units.isCode("The lamp is saved.\nThen it is lit.")).isFalse();
  }

  @Property(tries = 200)
  void units_lie_in_order_within_the_text(@ForAll List<Piece> pieces) {
    String text = String.join("", pieces.stream().map(Piece::text).toList());
    int end = 0;
    for (Units.Unit unit : Units.of(text)) {
      assertThat(unit.start()).isGreaterThanOrEqualTo(end);
      assertThat(unit.end()).isGreaterThan(unit.start());
      end = unit.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  enum Piece {
    WORD("lamp "),
    STOP("lit. "),
    LINE("\n"),
    GAP("\n\n"),
    FENCE("\n```\n"),
    ROW("| a | b |\n"),
    ITEM("- item\n"),
    CODE("x = f(1)\n");

    private final String text;

    Piece(String text) {
      this.text = text;
    }

    private String text() {
      return text;
    }
  }

  private static List<String> cut(String text) {
    return Units.of(text).stream().map(u -> text.substring(u.start(), u.end())).toList();
  }
}
