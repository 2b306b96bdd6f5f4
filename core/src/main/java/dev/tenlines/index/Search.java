package dev.tenlines.index;

import dev.tenlines.index.Candidates.Meaning;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One search: what words and meaning bring up, put in order by everything together. */
final class Search {
  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::doc);

  private final ScopedSearcher searcher;
  private final Scope scope;
  private final @Nullable Embedder embedder;

  Search(ScopedSearcher searcher, Scope scope, @Nullable Embedder embedder) {
    this.searcher = searcher;
    this.scope = scope;
    this.embedder = embedder;
  }

  private record Ranked(
      int doc, double score, double words, double heading, double similarity, double[] signs) {}

  /** A hit, and what its score was made of. */
  record Weighed(Hit hit, double[] signs) {}

  List<Weighed> weighed(String text, int most) throws IOException {
    List<Ranked> ranked = ranked(text, most);
    StoredFields stored = searcher.storedFields();
    List<Weighed> hits = new ArrayList<>();
    for (Ranked one : ranked.subList(0, Math.min(most, ranked.size()))) {
      Passage passage = Fields.passage(stored.document(one.doc));
      Hit hit = new Hit(passage, one.score, one.words, one.heading, one.similarity);
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
    double[] heading = found.scores(question.path());
    double[] similarity = found.similarities(meaning);
    double[][] signs = {
      share(words),
      share(heading),
      share(found.scores(question.coverage(searcher))),
      share(found.scores(question.pairs())),
      share(found.scores(question.codes())),
      stretched(similarity),
      known(similarity),
      new double[words.length]
    };
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      signs[7][i] = signs[0][i] * signs[5][i];
      double[] own = new double[signs.length];
      for (int sign = 0; sign < own.length; sign++) {
        own[sign] = signs[sign][i];
      }
      double score = Fusion.score(own);
      ranked.add(new Ranked(found.docs()[i], score, words[i], heading[i], similarity[i], own));
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }

  /** Of the highest. */
  private static double[] share(double[] values) {
    double high = Arrays.stream(values).max().orElse(0);
    return Arrays.stream(values).map(value -> high > 0 ? value / high : 0).toArray();
  }

  /** From the lowest, 0, to the highest, 1. */
  private static double[] stretched(double[] values) {
    double[] there = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double low = Arrays.stream(there).min().orElse(0);
    double range = Arrays.stream(there).max().orElse(0) - low;
    return Arrays.stream(values)
        .map(value -> range > 0 && !Double.isNaN(value) ? (value - low) / range : 0)
        .toArray();
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? 0 : value).toArray();
  }
}
