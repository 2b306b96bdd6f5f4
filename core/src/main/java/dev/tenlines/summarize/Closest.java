package dev.tenlines.summarize;

import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which of many sentences say most of what another one says; rare words count more. */
final class Closest {
  private final List<Set<String>> sentences;
  private final Map<String, List<Integer>> holders = new HashMap<>();
  private final double[] weights;

  Closest(List<String> texts) {
    sentences = texts.stream().map(Closest::stems).toList();
    for (int i = 0; i < sentences.size(); i++) {
      for (String stem : sentences.get(i)) {
        holders.computeIfAbsent(stem, s -> new ArrayList<>(2)).add(i);
      }
    }
    weights = sentences.stream().mapToDouble(this::weight).toArray();
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Words.of(text).all().forEach(word -> stems.add(word.stem()));
    return stems;
  }

  /** The places of the closest, best first; none of them shares nothing with it. */
  List<Integer> to(String sentence, int most) {
    Set<String> said = stems(sentence);
    double own = weight(said);
    Map<Integer, Double> shared = new HashMap<>();
    for (String stem : said) {
      for (int i : holders.getOrDefault(stem, List.of())) {
        shared.merge(i, weight(stem), Double::sum);
      }
    }
    return shared.entrySet().stream()
        .map(one -> Map.entry(one.getKey(), one.getValue() / (own + weights[one.getKey()])))
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Double> one) -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private double weight(Set<String> stems) {
    return stems.stream().mapToDouble(this::weight).sum();
  }

  private double weight(String stem) {
    int in = holders.getOrDefault(stem, List.of()).size();
    return Math.log(1 + (sentences.size() + 1.0) / (in + 1.0));
  }
}
