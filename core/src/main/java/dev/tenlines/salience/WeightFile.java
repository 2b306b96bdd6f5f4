package dev.tenlines.salience;

import dev.tenlines.TenlinesException;
import dev.tenlines.salience.Usage.Count;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Expectations as lines of text: their weights, and then a line for each word. */
final class WeightFile {
  private static final String FILE = "expectation.txt";

  private WeightFile() {}

  /** What every installation starts with. */
  static Expectation shipped() {
    try (InputStream in = WeightFile.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new TenlinesException("TL-999", "The weights (" + FILE + ") are missing.", "");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new TenlinesException("TL-999", "The weights (" + FILE + ") cannot be read.", "");
    }
  }

  static Expectation parse(List<String> lines) {
    double[] words = numbers(lines.get(0));
    Map<String, Count> counts = new TreeMap<>();
    for (String line : lines.subList(3, lines.size())) {
      String[] parts = line.split(" ");
      counts.put(parts[0], new Count(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
    }
    return new Expectation(
        new Usage(counts, words[0], words[1]),
        new Poisson(numbers(lines.get(1))),
        new Poisson(numbers(lines.get(2))));
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  /** What {@link #parse} reads. */
  static List<String> lines(Expectation e) {
    List<String> lines = new ArrayList<>();
    lines.add("words " + (long) e.usage().documentWords() + " " + (long) e.usage().summaryWords());
    lines.add("known " + written(e.known()));
    lines.add("neutral " + written(e.neutral()));
    new TreeMap<>(e.usage().counts())
        .forEach((stem, count) ->
            lines.add(stem + " " + (long) count.documents() + " " + (long) count.summaries()));
    return lines;
  }

  private static String written(Poisson poisson) {
    return Arrays.stream(poisson.weights())
        .mapToObj(w -> String.format(Locale.ROOT, "%.5f", w))
        .collect(Collectors.joining(" "));
  }
}
