package dev.tenlines.ranking;

import java.util.Arrays;

/** What speaks for or against a candidate, each as one number; said twice it counts once. */
final class Features {
  private long[] all = new long[96];
  private int size;

  void add(String name, long value) {
    add(Hash.of(name, value));
  }

  void add(String name, long first, long second) {
    add(Hash.of(name, first, second));
  }

  void add(String name, boolean holds) {
    if (holds) {
      add(name, 1);
    }
  }

  void add(long feature) {
    if (size == all.length) {
      all = Arrays.copyOf(all, size * 2);
    }
    all[size++] = feature;
  }

  void addAll(long[] features) {
    for (long feature : features) {
      add(feature);
    }
  }

  /** Sorted, each once. */
  long[] distinct() {
    Arrays.sort(all, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    size = kept;
    return Arrays.copyOf(all, kept);
  }

  /** A step on a scale that grows by half: 1, 2, 3, 4-5, 6-8 … */
  static int step(double value) {
    return value <= 0 ? 0 : 1 + (int) Math.round(Math.log(1 + value) * 2.5);
  }
}
