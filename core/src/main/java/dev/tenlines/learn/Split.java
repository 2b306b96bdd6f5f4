package dev.tenlines.learn;

import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Labelled rows in three parts. Texts that are the same after normalisation stay on one side, and
 * every label is spread over the parts in proportion.
 *
 * @param train what rules are found on and the classifier is trained on
 * @param calibrate what certificates are issued on
 * @param test what neither saw
 */
public record Split(List<Example> train, List<Example> calibrate, List<Example> test) {

  /**
   * Splits at random.
   *
   * @param calibrate share of the rows, above 0
   * @param test share of the rows, 0 for none
   */
  public static Split of(List<Example> examples, double calibrate, double test, long seed) {
    Map<String, List<List<Example>>> byLabel = new TreeMap<>();
    for (List<Example> same : twins(examples)) {
      byLabel.computeIfAbsent(same.getFirst().label(), l -> new ArrayList<>()).add(same);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Split split = new Split(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (List<List<Example>> own : byLabel.values()) {
      shuffle(own, random);
      double offset = random.nextDouble();
      for (int i = 0; i < own.size(); i++) {
        double place = (i + offset) / own.size();
        split.part(place % 1, calibrate, test).addAll(own.get(i));
      }
    }
    shuffle(split.train, random);
    return split;
  }

  /** How many rows repeat an earlier text. */
  public static int duplicates(List<Example> examples) {
    return examples.size() - twins(examples).size();
  }

  private List<Example> part(double place, double calibrate, double test) {
    return place < test ? this.test : place < test + calibrate ? this.calibrate : train;
  }

  private static Collection<List<Example>> twins(List<Example> examples) {
    Map<String, List<Example>> groups = new LinkedHashMap<>();
    for (Example example : examples) {
      groups.computeIfAbsent(Words.normal(example.text()), text -> new ArrayList<>()).add(example);
    }
    return groups.values();
  }

  private static <T> void shuffle(List<T> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      java.util.Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
