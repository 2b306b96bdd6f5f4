package dev.tenlines.index;

import dev.tenlines.index.Candidates.Meaning;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One search: what words and meaning bring up, put in order by everything together. */
final class Search {
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::doc);

  /** So many say together what an answer is about. */
  private static final int LEADERS = 5;

  /** Below it, values differ by rounding only. */
  private static final double EVEN = 1e-12;

  private final ScopedSearcher searcher;
  private final Scope scope;
  private final @Nullable Embedder embedder;

  Search(ScopedSearcher searcher, Scope scope, @Nullable Embedder embedder) {
    this.searcher = searcher;
    this.scope = scope;
    this.embedder = embedder;
  }

  private record Ranked(
      int doc, double score, double words, double path, double similarity, double[] signs) {}

  /** A hit, and what its score was made of. */
  record Weighed(Hit hit, double[] signs) {}

  List<Weighed> weighed(String text, int most) throws IOException {
    List<Ranked> ranked = ranked(text, most);
    StoredFields stored = searcher.storedFields();
    List<Weighed> hits = new ArrayList<>();
    for (Ranked one : ranked.subList(0, Math.min(most, ranked.size()))) {
      Passage passage = Fields.passage(stored.document(one.doc));
      Hit hit = new Hit(passage, one.score, one.words, one.path, one.similarity);
      hits.add(new Weighed(hit, one.signs));
    }
    return hits;
  }

  private List<Ranked> ranked(String text, int most) throws IOException {
    Question question = new Question(text, searcher.getIndexReader());
    Query readable = Fields.readable(scope);
    Meaning meaning =
        embedder == null ? null : new Meaning(Fields.vectors(embedder.id()), embedder.embed(text));
    Candidates found = Candidates.find(searcher, readable, question, meaning, most);
    double[] words = found.scores(question.text());
    double[] path = found.scores(question.path());
    double[] similarity = found.similarities(meaning);
    double[][] signs = {
      standing(words),
      standing(found.scores(question.heading())),
      standing(found.scores(question.coverage(searcher))),
      share(found.scores(question.pairs())),
      share(found.scores(question.codes())),
      standing(similarity),
      standing(found.around(meaning)),
      new double[words.length]
    };
    if (meaning != null) {
      signs[7] = standing(found.similarities(found.together(meaning, best(signs))));
    }
    double[] scores = scores(signs);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      ranked.add(
          new Ranked(found.docs()[i], scores[i], words[i], path[i], similarity[i], of(signs, i)));
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }

  /** The places of those that lead by the other signs: what they share is looked for, too. */
  private static List<Integer> best(double[][] signs) {
    double[] scores = scores(signs);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .limit(LEADERS)
        .toList();
  }

  private static double[] scores(double[][] signs) {
    return IntStream.range(0, signs[0].length)
        .mapToDouble(i -> Fusion.score(of(signs, i)))
        .toArray();
  }

  /** The signs of one candidate. */
  private static double[] of(double[][] signs, int place) {
    return Arrays.stream(signs).mapToDouble(sign -> sign[place]).toArray();
  }

  /** Of the highest. */
  private static double[] share(double[] values) {
    double high = Arrays.stream(values).max().orElse(0);
    return Arrays.stream(values).map(value -> high > 0 ? value / high : 0).toArray();
  }

  /** How far each stands out: in standard deviations from the mean, 0 for what is not known. */
  private static double[] standing(double[] values) {
    double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(known).average().orElse(0);
    double variance =
        Arrays.stream(known).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    return Arrays.stream(values)
        .map(value ->
            variance > EVEN && !Double.isNaN(value) ? (value - mean) / Math.sqrt(variance) : 0)
        .toArray();
  }
}
