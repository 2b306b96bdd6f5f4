package dev.tenlines.bench.answer;

import dev.tenlines.bench.BenchData;
import dev.tenlines.index.Fusion;
import dev.tenlines.index.LuceneIndex;
import dev.tenlines.index.Scope;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of {@link Fusion}: those that make the right passage the likeliest of all
 * candidates. Each set counts the same, however many questions it has. Nothing is drawn: the same
 * data give the same weights. What is declared stays as it is. Beside each set stands how well its
 * questions do by weights that were learned from the other sets.
 */
public final class FusionFit {
  /** As many as a search weighs of each way. */
  private static final int CANDIDATES = 50;

  private static final int STEPS = 500;
  private static final int DECLARED = Fusion.SIGNS.indexOf("identifiers");
  private static final double PACE = 0.5;

  /** Holds weights near zero that no set asks for. */
  private static final double CALM = 1e-2;

  private FusionFit() {}

  /** One question: the signs of every candidate, and which of them are right. */
  private record Search(List<double[]> signs, List<Boolean> right) {}

  /** Prints weights that were learned from the sets under a directory. */
  public static void main(String[] arguments) throws IOException {
    BenchData data = new BenchData(Path.of(arguments[0]), null);
    List<List<Search>> sets = new ArrayList<>();
    try (Embedder found = Embedder.find()) {
      Embedder embedder = found == null ? null : new Remembering(found);
      List<Path> squad = Asked.files(data.data().resolve("squad2-dev-half"), ".json");
      // Not Django's FAQ: only its right sections lack a heading, which teaches to avoid headings.
      for (Asked asked :
          List.of(
              Asked.lines(data, "rag-anthropic-docs"),
              Asked.lines(data, "rag-codebase-chunks"),
              Asked.squad(squad, squad),
              Asked.lines(data, "rag-django-docs").of("own"))) {
        sets.add(searches(asked, embedder));
      }
    }
    System.out.println(Fusion.SIGNS);
    System.out.println(Arrays.toString(fit(sets)));
    for (int i = 0; i < sets.size(); i++) {
      List<List<Search>> others = new ArrayList<>(sets);
      List<Search> left = others.remove(i);
      System.out.println("MRR of the set left out: " + reciprocal(left, fit(others)));
    }
  }

  private static List<Search> searches(Asked asked, @Nullable Embedder embedder)
      throws IOException {
    List<Search> searches = new ArrayList<>();
    Path directory = Files.createTempDirectory("tenlines-fit");
    try (LuceneIndex index = LuceneIndex.open(directory, () -> embedder)) {
      index.change(asked.contents(), List.of());
      for (Asked.Question question : asked.questions()) {
        Map<String, double[]> signs =
            index.signs(question.text(), new Scope("fit", Set.of()), CANDIDATES);
        List<Boolean> right = signs.keySet().stream().map(question.right()::contains).toList();
        if (right.contains(true)) {
          searches.add(new Search(List.copyOf(signs.values()), right));
        }
      }
    }
    return searches;
  }

  private static double reciprocal(List<Search> set, double[] weights) {
    return set.stream().mapToDouble(search -> reciprocal(search, weights)).average().orElse(0);
  }

  private static double reciprocal(Search search, double[] weights) {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < search.right().size(); i++) {
      if (search.right().get(i)) {
        best = Math.max(best, Fusion.score(search.signs().get(i), weights));
      }
    }
    double least = best;
    return 1.0
        / (1 + search.signs().stream().filter(s -> Fusion.score(s, weights) > least).count());
  }

  private static double[] fit(List<List<Search>> sets) {
    double[] weights = new double[Fusion.SIGNS.size()];
    weights[DECLARED] = Fusion.weights()[DECLARED];
    double[] seen = new double[weights.length];
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        slope[i] = -CALM * weights[i];
      }
      for (List<Search> set : sets) {
        for (Search search : set) {
          add(slope, search, weights, 1.0 / (set.size() * sets.size()));
        }
      }
      slope[DECLARED] = 0;
      for (int i = 0; i < weights.length; i++) {
        seen[i] += slope[i] * slope[i];
        weights[i] += PACE * slope[i] / Math.sqrt(seen[i] + 1e-12);
      }
    }
    return weights;
  }

  /** Where the right candidates become likelier. */
  private static void add(double[] slope, Search search, double[] weights, double share) {
    List<double[]> signs = search.signs();
    double[] likely = new double[signs.size()];
    double sum = 0;
    double sumOfRight = 0;
    for (int i = 0; i < likely.length; i++) {
      likely[i] = Math.exp(Fusion.score(signs.get(i), weights));
      sum += likely[i];
      sumOfRight += search.right().get(i) ? likely[i] : 0;
    }
    for (int i = 0; i < likely.length; i++) {
      double wanted = search.right().get(i) ? likely[i] / sumOfRight : 0;
      for (int sign = 0; sign < slope.length; sign++) {
        slope[sign] += share * (wanted - likely[i] / sum) * signs.get(i)[sign];
      }
    }
  }
}
