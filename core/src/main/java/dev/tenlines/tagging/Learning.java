package dev.tenlines.tagging;

import dev.tenlines.tagging.Training.Row;
import dev.tenlines.tagging.Training.Strength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes models of marked texts. Long texts get a second model, which sees what a first one found in
 * the whole of them. It learns from what models found that had not seen the text: their mistakes
 * are those of new texts.
 */
final class Learning {
  private static final int FOLDS = 3;

  /** Texts as short as this hardly ever say something twice. */
  private static final int SHORT = 60;

  private static final int MANY_TOKENS = 10_000;
  private static final Strength MANY = new Strength(12, 0.001f);
  private static final Strength FEW = new Strength(30, 0.03f);

  private final List<Tagged> examples;
  private final Locale locale;
  private final long seed;
  private final Tags tags;
  private final List<List<Token>> tokens;
  private final int size;

  private Learning(List<Tagged> examples, Locale locale, long seed) {
    this.examples = examples;
    this.locale = locale;
    this.seed = seed;
    tags =
        new Tags(
            examples.stream()
                .flatMap(e -> e.marks().stream())
                .map(Mark::field)
                .distinct()
                .sorted()
                .toList());
    tokens = examples.stream().map(e -> Token.of(e.document().text())).toList();
    size = tokens.stream().mapToInt(List::size).sum();
  }

  /** What was learned; the second model is null where texts are short. */
  record Learned(Crf first, @Nullable Crf second) {}

  static Learned from(List<Tagged> examples, Locale locale, long seed) {
    Learning learning = new Learning(examples, locale, seed);
    return learning.learn();
  }

  private Learned learn() {
    List<Crf.Input> rows = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      rows.add(features(i, List.of()));
    }
    Crf first = fit(rows, -1);
    if (size <= SHORT * examples.size() || examples.size() < FOLDS) {
      return new Learned(first, null);
    }
    List<Crf.Input> seen = new ArrayList<>(rows);
    for (int fold = 0; fold < FOLDS; fold++) {
      Crf strange = fit(rows, fold);
      for (int i = fold; i < examples.size(); i += FOLDS) {
        seen.set(i, features(i, Reading.guesses(strange, rows.get(i), tokens.get(i))));
      }
    }
    return new Learned(first, fit(seen, -1));
  }

  private Crf.Input features(int i, List<Guess> firstLook) {
    Tagged example = examples.get(i);
    return Features.of(
        example.document(), tokens.get(i), example.context(), locale, tags.fields(), firstLook);
  }

  /** A model of all rows but those of a fold. */
  private Crf fit(List<Crf.Input> rows, int without) {
    int once = size > MANY_TOKENS ? 2 : 1;
    FeatureIndex index = new FeatureIndex();
    List<Row> training = new ArrayList<>();
    FeatureIndex all = new FeatureIndex();
    int[] seen = new int[0];
    for (int i = 0; i < rows.size(); i++) {
      if (without >= 0 && i % FOLDS == without) {
        continue;
      }
      for (long[] row : rows.get(i).features()) {
        for (long key : row) {
          int number = all.put(key);
          if (number >= seen.length) {
            seen = Arrays.copyOf(seen, Math.max(1024, 2 * number));
          }
          if (++seen[number] == once) {
            index.put(key);
          }
        }
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      if (without >= 0 && i % FOLDS == without) {
        continue;
      }
      int[][] known = Arrays.stream(rows.get(i).features()).map(index::known).toArray(int[][]::new);
      training.add(
          new Row(known, rows.get(i).kinship(), tags.of(tokens.get(i), examples.get(i).marks())));
    }
    Strength strength = size > MANY_TOKENS ? MANY : FEW;
    return Training.fit(tags, index, training, strength, seed);
  }
}
