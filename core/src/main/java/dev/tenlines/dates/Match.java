package dev.tenlines.dates;

import dev.tenlines.dates.Chart.Node;
import dev.tenlines.dates.Sense.Count;
import dev.tenlines.dates.Sense.Lasting;
import dev.tenlines.dates.Sense.Nth;
import dev.tenlines.dates.Sense.Unit;
import dev.tenlines.dates.Sense.Word;
import dev.tenlines.text.Grain;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The nodes that a rule has found side by side, asked for by sort and order.
 *
 * @param at when the text was written
 */
record Match(List<Node> nodes, Language language, ZonedDateTime at) {

  LocalDateTime now() {
    return at.toLocalDateTime();
  }

  ZoneOffset here() {
    return at.getOffset();
  }

  When when() {
    return when(0);
  }

  When when(int index) {
    return get(When.class, index);
  }

  Lasting length(int index) {
    return get(Lasting.class, index);
  }

  Grain unit() {
    return get(Unit.class, 0).grain();
  }

  Grain lastUnit() {
    return ((Unit) last().sense()).grain();
  }

  Count count(int index) {
    return get(Count.class, index);
  }

  /** The whole numbers of counts and ordinals. */
  int number(int index) {
    int left = index;
    for (Node node : nodes) {
      if (node.sense() instanceof Count count && left-- == 0) {
        return count.value().intValueExact();
      }
      if (node.sense() instanceof Nth nth && left-- == 0) {
        return nth.value();
      }
    }
    throw new IllegalStateException("No number " + index);
  }

  boolean has(String role) {
    return nodes.stream().anyMatch(n -> n.sense() instanceof Word word && word.role().equals(role));
  }

  boolean hasNth() {
    return nodes.stream().anyMatch(n -> n.sense() instanceof Nth);
  }

  Node last() {
    return nodes.getLast();
  }

  <T extends Sense> T get(Class<T> sort, int index) {
    return nodes.stream()
        .map(Node::sense)
        .filter(sort::isInstance)
        .map(sort::cast)
        .skip(index)
        .findFirst()
        .orElseThrow();
  }
}
