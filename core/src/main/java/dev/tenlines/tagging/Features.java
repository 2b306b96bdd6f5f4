package dev.tenlines.tagging;

import dev.tenlines.document.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What a model may learn from: for each token its clues, those around it, and some together. */
final class Features {
  private static final int NEAR = 2;
  private static final int FAR = 4;
  private static final long EVERYWHERE = Clues.hash("everywhere");

  private final Clues clues;
  private final long[] context;
  private long[] row = new long[128];
  private int size;

  private Features(Clues clues, long[] context) {
    this.clues = clues;
    this.context = context;
  }

  /** The features of each token, at a second look with what the first one found. */
  static Crf.Input of(
      Document document,
      List<Token> tokens,
      Map<String, Object> context,
      Locale locale,
      List<String> fields,
      List<Guess> firstLook) {
    Clues clues = new Clues(tokens);
    List<Clocks.Clock> clocks = Clocks.of(document.text());
    Clocks.add(clues, clocks);
    Vocabulary.add(clues);
    Recognised.add(clues, document.text(), locale);
    Spelling.add(clues);
    Layout.add(clues, document);
    Repeats.add(clues, firstLook, clocks);
    Features features = new Features(clues, known(context));
    long[][] rows = new long[tokens.size()][];
    Arrays.setAll(rows, features::row);
    Kinship kinship = new Kinship(fields, context, clues);
    int[][] kin = new int[tokens.size()][];
    Arrays.setAll(kin, kinship::of);
    return new Crf.Input(rows, kin);
  }

  /** Each thing that is known besides the text, and that nothing is. */
  private static long[] known(Map<String, Object> context) {
    TreeSet<String> known = new TreeSet<>();
    context.forEach((key, value) -> {
      if (value instanceof Collection<?> all) {
        all.forEach(one -> known.add(key + "=" + one));
        known.add(key + "=" + new TreeSet<>(all.stream().map(String::valueOf).toList()));
      } else {
        known.add(key + "=" + value);
      }
    });
    if (known.isEmpty()) {
      known.add("nothing known");
    }
    return known.stream().mapToLong(Clues::hash).toArray();
  }

  private long[] row(int i) {
    size = 0;
    add(EVERYWHERE, 0);
    for (long clue : clues.here(i)) {
      add(clue, 0);
    }
    for (int step = -NEAR; step <= NEAR; step++) {
      for (long clue : clues.near(i + step)) {
        add(clue, 1 + step + NEAR);
      }
    }
    natures(i);
    for (long known : context) {
      add(known, 20);
      add(Clues.joined(known, clues.nature(i)), 21);
      add(Clues.joined(known, Clues.joined(clues.nature(i - 1), clues.nature(i))), 22);
      add(Clues.joined(known, Clues.joined(clues.nature(i), clues.nature(i + 1))), 23);
    }
    return Arrays.copyOf(row, size);
  }

  private void natures(int i) {
    for (int step = -FAR; step <= FAR; step++) {
      add(clues.nature(i + step), 40 + step);
    }
    long own = clues.nature(i);
    long before = Clues.joined(clues.nature(i - 1), own);
    long after = Clues.joined(own, clues.nature(i + 1));
    add(before, 30);
    add(after, 31);
    add(Clues.joined(before, clues.nature(i + 1)), 32);
    add(Clues.joined(clues.nature(i - 2), before), 33);
    add(Clues.joined(after, clues.nature(i + 2)), 34);
    add(Clues.joined(clues.nature(i - 2), clues.nature(i - 1)), 35);
    add(Clues.joined(clues.nature(i + 1), clues.nature(i + 2)), 36);
  }

  private void add(long clue, int kind) {
    if (size == row.length) {
      row = Arrays.copyOf(row, 2 * size);
    }
    row[size++] = Clues.joined(clue, kind);
  }
}
