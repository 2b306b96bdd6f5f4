package dev.tenlines.search;

import dev.tenlines.rendering.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found, in words; also where it comes back from the record as names and values. */
final class Wording {
  private Wording() {}

  /** In one line. */
  static String of(Object value) {
    return switch (value) {
      case Found found when found.lacking() != null -> found.lacking().why();
      case Found found when found.plan() == null ->
          found.readings().stream()
              .map(reading -> chips(labels(reading.chips())))
              .collect(Collectors.joining(" or "));
      case Found found -> chips(labels(found.chips()));
      case Map<?, ?> map when map.get("chips") instanceof List<?> chips -> chips(read(chips));
      default -> "";
    };
  }

  private static String chips(List<String> labels) {
    return labels.stream().map(label -> "[" + label + "]").collect(Collectors.joining(" "));
  }

  /** What stands within another chip is said by it already. */
  private static List<String> labels(List<Chip> chips) {
    return chips.stream().filter(chip -> !chip.nested()).map(Chip::label).toList();
  }

  private static List<String> read(List<?> chips) {
    List<String> labels = new ArrayList<>();
    for (Object chip : chips) {
      if (chip instanceof Map<?, ?> one
          && one.get("label") instanceof String label
          && one.get("id") instanceof String id
          && id.indexOf('.') == id.lastIndexOf('.')) {
        labels.add(label);
      }
    }
    return labels;
  }

  /** A cell as people read it. */
  static String cell(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }
}
