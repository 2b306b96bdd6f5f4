package dev.tenlines.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by their runs of three letters, to be found in spite of a letter or two. */
final class Spellings {
  /** Shorter texts turn into others by one letter too easily. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 60;

  /** From so many letters on, two may be off. */
  private static final int LONG = 8;

  private final List<String> texts;
  private final Map<Integer, int[]> holders = new HashMap<>();

  /** Takes folded texts; those with digits are never near another. */
  Spellings(List<String> texts) {
    this.texts = texts;
    Map<Integer, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      if (spelled(texts.get(i))) {
        for (int run : runs(texts.get(i))) {
          found.computeIfAbsent(run, r -> new ArrayList<>()).add(i);
        }
      }
    }
    found.forEach(
        (run, list) -> holders.put(run, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The indexes of the nearest texts, all equally near; empty where none is near enough. */
  List<Integer> near(String text) {
    if (!spelled(text)) {
      return List.of();
    }
    int[] runs = runs(text);
    short[] shared = new short[texts.size()];
    int most = text.length() < LONG ? 1 : 2;
    int best = most;
    List<Integer> nearest = new ArrayList<>();
    // A letter off breaks three runs, two swapped ones four.
    int enough = Math.max(1, runs.length - 4 * most);
    for (int run : runs) {
      for (int at : holders.getOrDefault(run, NOBODY)) {
        if (++shared[at] == enough) {
          int distance = distance(text, texts.get(at), best);
          if (distance < best) {
            nearest.clear();
            best = distance;
          }
          if (distance <= best) {
            nearest.add(at);
          }
        }
      }
    }
    nearest.sort(null);
    return nearest;
  }

  private static final int[] NOBODY = {};

  private static boolean spelled(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars().noneMatch(Character::isDigit);
  }

  /** The different runs of a text, with its ends. */
  private static int[] runs(String text) {
    String ended = "^" + text + "$";
    return java.util.stream.IntStream.range(0, ended.length() - 2)
        .map(i -> (ended.charAt(i) * 31 + ended.charAt(i + 1)) * 31 + ended.charAt(i + 2))
        .distinct()
        .toArray();
  }

  /** Letters to change, add, leave out or swap; more than {@code most} where it is too far. */
  private static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        row[j] = swapped ? Math.min(row[j], before[j - 2] + 1) : row[j];
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      before = last;
      last = row;
    }
    return last[other.length()];
  }
}
