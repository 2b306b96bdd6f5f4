package dev.tenlines.spring.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void of_spans_marksThemOverlapsAndAll() {
    Shown shown =
        Shown.of(
            "my card never came",
            List.of(new Span("input", 3, 7, "card"), new Span("input", 5, 13, "rd never")));

    assertThat(marked(shown)).isEqualTo("my [card never] came");
  }

  @Test
  void of_spanOutsideTheText_marksWhatIsThere() {
    assertThat(marked(Shown.of("abc", List.of(new Span("input", -4, 1, ""))))).isEqualTo("[a]bc");
    assertThat(marked(Shown.of("abc", List.of(new Span("input", 2, 99, ""))))).isEqualTo("ab[c]");
    assertThat(marked(Shown.of("abc", List.of(new Span("input", 9, 12, ""))))).isEqualTo("abc");
  }

  @Test
  void of_spanInsideASurrogatePair_keepsTheCharacterWhole() {
    Shown shown = Shown.of("a😀b", List.of(new Span("input", 0, 2, "")));

    assertThat(shown.plain()).isEqualTo("a😀b");
  }

  @Test
  void of_lineBreaksAndTabs_stay() {
    assertThat(Shown.of("a\r\n\tb").plain()).isEqualTo("a\n\tb");
  }

  @Test
  void of_loneSurrogate_isSpelledOut() {
    assertThat(Shown.of("a\uD800b").plain()).isEqualTo("a⟨U+D800⟩b");
  }

  @Test
  void excerpt_cutsBetweenCharacters() {
    assertThat(Shown.excerpt("  one\n two  ", 20).plain()).isEqualTo("one two");
    assertThat(Shown.excerpt("abcdef", 3).plain()).isEqualTo("abc…");
    assertThat(Shown.excerpt("ab😀cd", 3).plain()).isEqualTo("ab😀…");
  }

  private static String marked(Shown shown) {
    StringBuilder out = new StringBuilder();
    shown
        .runs()
        .forEach(run -> {
          out.append(run.marked() ? "[" : "");
          run.pieces().forEach(piece -> out.append(piece.text()));
          out.append(run.marked() ? "]" : "");
        });
    return out.toString();
  }
}
