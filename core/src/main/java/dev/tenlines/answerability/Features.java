package dev.tenlines.answerability;

import java.util.ArrayList;
import java.util.List;

/** Named numbers in a fixed order; NaN is what is not known. */
final class Features {
  private final List<String> names = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  void put(String name, double value) {
    names.add(name);
    values.add(Double.isInfinite(value) ? 0 : value);
  }

  void put(String name, boolean value) {
    put(name, value ? 1 : 0);
  }

  List<String> names() {
    return names;
  }

  List<Double> values() {
    return values;
  }

  double[] array() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
