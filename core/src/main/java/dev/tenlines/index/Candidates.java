package dev.tenlines.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** The passages that words or meaning bring up, each with every score: nobody is judged by half. */
final class Candidates {
  /** How many each way of searching brings. */
  private static final int EACH = 50;

  private final IndexSearcher searcher;
  private final int[] docs;

  private Candidates(IndexSearcher searcher, int[] docs) {
    this.searcher = searcher;
    this.docs = docs;
  }

  /** A question's vector, and where those it compares with lie. */
  record Meaning(String field, float[] vector) {}

  /** Finds them among what a query lets through. */
  static Candidates find(
      IndexSearcher searcher,
      Query readable,
      Question question,
      @Nullable Meaning meaning,
      int most)
      throws IOException {
    int each = Math.max(EACH, most);
    TreeSet<Integer> found = new TreeSet<>();
    for (Query words : new Query[] {question.words(), question.path(), question.codes()}) {
      Query within =
          new BooleanQuery.Builder().add(words, Occur.MUST).add(readable, Occur.FILTER).build();
      for (ScoreDoc hit : searcher.search(within, each).scoreDocs) {
        found.add(hit.doc);
      }
    }
    if (meaning != null) {
      Query near = new KnnFloatVectorQuery(meaning.field, meaning.vector, each, readable);
      for (ScoreDoc hit : searcher.search(near, each).scoreDocs) {
        found.add(passage(searcher, hit.doc));
      }
    }
    return new Candidates(searcher, found.stream().mapToInt(Integer::intValue).toArray());
  }

  /** The passage that a window belongs to. */
  private static int passage(IndexSearcher searcher, int doc) throws IOException {
    LeafReaderContext leaf = leaf(searcher, doc);
    NumericDocValues ahead = DocValues.getNumeric(leaf.reader(), Fields.AHEAD);
    return ahead.advanceExact(doc - leaf.docBase) ? doc + (int) ahead.longValue() : doc;
  }

  private static LeafReaderContext leaf(IndexSearcher searcher, int doc) {
    var leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(doc, leaves));
  }

  int[] docs() {
    return docs;
  }

  /** What a query gives each; 0 where it does not match. */
  double[] scores(Query query) throws IOException {
    double[] scores = new double[docs.length];
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    int i = 0;
    while (i < docs.length) {
      LeafReaderContext leaf = leaf(searcher, docs[i]);
      int after = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer = weight.scorer(leaf);
      for (; i < docs.length && docs[i] < after; i++) {
        if (scorer != null && stands(scorer.iterator(), docs[i] - leaf.docBase)) {
          scores[i] = scorer.score();
        }
      }
    }
    return scores;
  }

  private static boolean stands(DocIdSetIterator iterator, int doc) throws IOException {
    int at = iterator.docID() < doc ? iterator.advance(doc) : iterator.docID();
    return at == doc;
  }

  /** How near the nearest window of each is; NaN for those without vectors. */
  double[] similarities(@Nullable Meaning meaning) throws IOException {
    return similarities(meaning, docs);
  }

  /** How near the nearer of the passages before and after each is; NaN where there is none. */
  double[] around(@Nullable Meaning meaning) throws IOException {
    int[] before = new int[docs.length];
    int[] after = new int[docs.length];
    TreeSet<Integer> beside = new TreeSet<>();
    for (int i = 0; i < docs.length; i++) {
      before[i] = docs[i] - windows(docs[i]) - 1;
      after[i] = passage(searcher, docs[i] + 1);
      beside.add(before[i]);
      beside.add(after[i]);
    }
    // What is known of a source stands between it and the next, and has no vector.
    beside.removeIf(doc -> doc < 0 || doc >= searcher.getIndexReader().maxDoc());
    int[] neighbours = beside.stream().mapToInt(Integer::intValue).toArray();
    double[] similarities = similarities(meaning, neighbours);
    double[] nearer = new double[docs.length];
    for (int i = 0; i < docs.length; i++) {
      nearer[i] =
          nearer(at(before[i], neighbours, similarities), at(after[i], neighbours, similarities));
    }
    return nearer;
  }

  private static double at(int doc, int[] docs, double[] values) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? Double.NaN : values[place];
  }

  private static double nearer(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  /** What some of them, by their places, mean together; null where none of them has a vector. */
  @Nullable Meaning together(Meaning meaning, List<Integer> places) throws IOException {
    float[] sum = new float[meaning.vector.length];
    for (int place : places) {
      LeafReaderContext leaf = leaf(searcher, docs[place]);
      FloatVectorValues values = leaf.reader().getFloatVectorValues(meaning.field);
      if (values != null) {
        KnnVectorValues.DocIndexIterator iterator = values.iterator();
        if (stands(iterator, docs[place] - leaf.docBase)) {
          float[] vector = values.vectorValue(iterator.index());
          for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
          }
        }
      }
    }
    VectorUtil.l2normalize(sum, false);
    return VectorUtil.dotProduct(sum, sum) > 0 ? new Meaning(meaning.field, sum) : null;
  }

  private int windows(int doc) throws IOException {
    LeafReaderContext leaf = leaf(searcher, doc);
    NumericDocValues behind = DocValues.getNumeric(leaf.reader(), Fields.BEHIND);
    return behind.advanceExact(doc - leaf.docBase) ? (int) behind.longValue() : 0;
  }

  private double[] similarities(@Nullable Meaning meaning, int[] of) throws IOException {
    double[] nearest = new double[of.length];
    Arrays.fill(nearest, Double.NaN);
    if (meaning == null) {
      return nearest;
    }
    int i = 0;
    while (i < of.length) {
      LeafReaderContext leaf = leaf(searcher, of[i]);
      int after = leaf.docBase + leaf.reader().maxDoc();
      FloatVectorValues values = leaf.reader().getFloatVectorValues(meaning.field);
      VectorScorer scorer = values == null ? null : values.rescorer(meaning.vector);
      NumericDocValues behind = DocValues.getNumeric(leaf.reader(), Fields.BEHIND);
      for (; i < of.length && of[i] < after; i++) {
        if (scorer != null) {
          int doc = of[i] - leaf.docBase;
          int windows = behind.advanceExact(doc) ? (int) behind.longValue() : 0;
          nearest[i] = nearest(scorer, doc - windows, doc);
        }
      }
    }
    return nearest;
  }

  private static double nearest(VectorScorer scorer, int from, int to) throws IOException {
    double best = Double.NaN;
    for (int doc = from; doc <= to; doc++) {
      if (stands(scorer.iterator(), doc)) {
        // Lucene's scores of unit vectors lie between 0 and 1.
        double cosine = 2.0 * scorer.score() - 1;
        best = Double.isNaN(best) ? cosine : Math.max(best, cosine);
      }
    }
    return best;
  }
}
