package dev.tenlines.tagging;

import java.util.Arrays;

/** The features that a model knows, by number; others are passed over. */
final class FeatureIndex {
  private static final int MOST_FULL = 2;

  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int size;

  /** The number of a feature, which it gets now if it has none. */
  int put(long key) {
    if (MOST_FULL * size >= keys.length) {
      grow();
    }
    int at = slot(key);
    if (numbers[at] == 0) {
      keys[at] = key;
      numbers[at] = ++size;
    }
    return numbers[at] - 1;
  }

  /** The number of a feature, or -1. */
  int get(long key) {
    return numbers[slot(key)] - 1;
  }

  int size() {
    return size;
  }

  /** The features in the order of their numbers. */
  long[] keys() {
    long[] all = new long[size];
    for (int i = 0; i < keys.length; i++) {
      if (numbers[i] > 0) {
        all[numbers[i] - 1] = keys[i];
      }
    }
    return all;
  }

  /** The numbers of those that are known. */
  int[] known(long[] row) {
    int[] known = new int[row.length];
    int n = 0;
    for (long key : row) {
      int number = get(key);
      if (number >= 0) {
        known[n++] = number;
      }
    }
    return Arrays.copyOf(known, n);
  }

  private int slot(long key) {
    int at = (int) key & keys.length - 1;
    while (numbers[at] != 0 && keys[at] != key) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != 0) {
        int at = slot(oldKeys[i]);
        keys[at] = oldKeys[i];
        numbers[at] = oldNumbers[i];
      }
    }
  }
}
