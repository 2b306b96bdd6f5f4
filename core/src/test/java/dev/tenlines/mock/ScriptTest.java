package dev.tenlines.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

  @Test
  void row_isPlayedOnce_thenAllIsGood() {
    assertThat(first(Script.parse("S01, s08 x3, ok, C09"), 8))
        .containsExactly("S01", "S08", "S08", "S08", "ok", "C09", "ok", "ok");
  }

  @Test
  void always_goesOn_afterARow() {
    assertThat(first(Script.parse("ok x2; always S07"), 4))
        .containsExactly("ok", "ok", "S07", "S07");
  }

  @Test
  void share_isDrawnBySeed() {
    List<String> seven = first(Script.parse("30% S08 seed 7"), 1000);

    assertThat(seven).isEqualTo(first(Script.sometimes(Fault.S08, 0.3, 7), 1000));
    assertThat(seven).isNotEqualTo(first(Script.sometimes(Fault.S08, 0.3, 8), 1000));
    assertThat(seven.stream().filter("S08"::equals).count()).isBetween(250L, 350L);
  }

  @Test
  void phases_lastForSixtyRequests() {
    assertThat(first(Script.parse("P03, S01"), 62)).endsWith("P03", "S01", "ok").hasSize(62);
    assertThat(first(Script.faults(Fault.P05), 11))
        .containsExactly("P05", "P05", "P05", "P05", "P05", "ok", "ok", "ok", "ok", "ok", "P05");
    assertThat(first(Script.faults(Fault.P01), 60).stream().filter("S08"::equals).count())
        .isBetween(8L, 28L);
  }

  @Test
  void style_isReadFromTheLine() {
    Script.Style style =
        Script.parse("pace 20ms x50, cached 100/5, thinking 7, retry-after 3").style();

    assertThat(style.pace()).isEqualTo(Duration.ofMillis(20));
    assertThat(style.events()).isEqualTo(50);
    assertThat(style.cacheRead()).isEqualTo(100);
    assertThat(style.cacheWrite()).isEqualTo(5);
    assertThat(style.thoughts()).isEqualTo(7);
    assertThat(style.retryAfter()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsNotUnderstood_isNamed() {
    assertThatThrownBy(() -> Script.parse("S01, S99"))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-320")
        .hasMessageContaining("S99");
    assertThatThrownBy(() -> Script.parse("now and then"))
        .hasMessageContaining("TL-321")
        .hasMessageContaining("now and then");
    assertThatThrownBy(() -> Script.parse("always S07, S01")).hasMessageContaining("TL-321");
  }

  private static List<String> first(Script script, int count) {
    List<String> played = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Fault fault = script.fault(n);
      played.add(fault == null ? "ok" : fault.id());
    }
    return played;
  }
}
