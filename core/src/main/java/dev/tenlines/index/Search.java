package dev.tenlines.index;

import dev.tenlines.index.Candidates.Meaning;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One search: what words and meaning bring up, put in order by everything together. */
final class Search {
  private final ScopedSearcher searcher;
  private final Scope scope;
  private final @Nullable Embedder embedder;

  Search(ScopedSearcher searcher, Scope scope, @Nullable Embedder embedder) {
    this.searcher = searcher;
    this.scope = scope;
    this.embedder = embedder;
  }

  private record Ranked(int doc, double score, double words, double heading, double similarity) {}

  List<Hit> hits(String text, int most) throws IOException {
    Question question = new Question(text, searcher.getIndexReader());
    Query readable = Fields.readable(scope);
    Meaning meaning =
        embedder == null ? null : new Meaning(Fields.vectors(embedder.id()), embedder.embed(text));
    Candidates found = Candidates.find(searcher, readable, question, meaning, most);
    double[] words = found.scores(question.text());
    double[] heading = found.scores(question.path());
    double[] codes = found.scores(question.codes());
    double[] similarity = found.similarities(meaning);
    double[] w = stretched(words);
    double[] h = stretched(heading);
    double[] s = stretched(similarity);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < found.docs().length; i++) {
      double score = 0.4 * w[i] + 0.2 * h[i] + 0.5 * s[i] + 0.2 * codes[i];
      ranked.add(new Ranked(found.docs()[i], score, words[i], heading[i], similarity[i]));
    }
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    StoredFields stored = searcher.storedFields();
    List<Hit> hits = new ArrayList<>();
    for (Ranked one : ranked.subList(0, Math.min(most, ranked.size()))) {
      Passage passage = Fields.passage(stored.document(one.doc));
      hits.add(new Hit(passage, one.score, one.words, one.heading, one.similarity));
    }
    return hits;
  }

  private static double[] stretched(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = high > low && !Double.isNaN(values[i]) ? (values[i] - low) / (high - low) : 0;
    }
    return out;
  }
}
