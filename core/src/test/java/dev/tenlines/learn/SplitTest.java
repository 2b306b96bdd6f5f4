package dev.tenlines.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Property(tries = 30)
  void sameTexts_stayOnOneSide(@ForAll long seed) {
    List<Example> rows = new ArrayList<>(Tickets.some(200, 0, 5));
    Tickets.some(200, 0, 5)
        .forEach(r ->
            rows.add(new Example(r.text().toUpperCase(java.util.Locale.ROOT) + "  ", r.label())));

    Split split = Split.of(rows, 0.2, 0.3, seed);

    Set<String> train = texts(split.train());
    Set<String> calibrate = texts(split.calibrate());
    assertThat(train).doesNotContainAnyElementsOf(calibrate);
    assertThat(train).doesNotContainAnyElementsOf(texts(split.test()));
    assertThat(calibrate).doesNotContainAnyElementsOf(texts(split.test()));
    assertThat(split.train().size() + split.calibrate().size() + split.test().size())
        .isEqualTo(400);
  }

  @Test
  void everyLabel_isSpreadInProportion() {
    Split split = Split.of(Tickets.some(600, 0, 6), 0.2, 0.3, 1);

    for (String label : List.of("delivery", "refund", "password")) {
      long all = Tickets.some(600, 0, 6).stream().filter(r -> r.label().equals(label)).count();
      long test = split.test().stream().filter(r -> r.label().equals(label)).count();
      assertThat(test).isBetween((long) (0.3 * all) - 2, (long) (0.3 * all) + 2);
    }
  }

  @Test
  void duplicates_areCountedBeyondTheFirst() {
    List<Example> rows =
        List.of(new Example("A b", "x"), new Example("a  B ", "x"), new Example("c", "y"));

    assertThat(Split.duplicates(rows)).isEqualTo(1);
  }

  private static Set<String> texts(List<Example> rows) {
    return new HashSet<>(rows.stream().map(r -> Words.normal(r.text())).toList());
  }
}
