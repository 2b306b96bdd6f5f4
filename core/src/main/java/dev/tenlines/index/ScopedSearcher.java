package dev.tenlines.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;

/**
 * Searches what one scope may read. How rare a word is and how long passages are is counted there
 * only: what others keep does not even move a score. Removed passages do not count either.
 */
final class ScopedSearcher extends IndexSearcher {
  private static final int MOST_TERMS = 10_000;

  private final List<FixedBitSet> readable = new ArrayList<>();
  private final Map<String, CollectionStatistics> collections = new HashMap<>();
  private final Map<Term, TermStatistics> terms = new HashMap<>();

  ScopedSearcher(IndexReader reader, Query scope) throws IOException {
    super(reader);
    setQueryCache(null);
    Weight weight = createWeight(rewrite(scope), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        bits.or(scorer.iterator());
      }
      if (leaf.reader().getLiveDocs() != null) {
        leaf.reader().getLiveDocs().applyMask(bits, 0);
      }
      readable.add(bits);
    }
  }

  /** What the scope may read of a segment. */
  FixedBitSet readable(LeafReaderContext leaf) {
    return readable.get(leaf.ord);
  }

  @Override
  public synchronized TermStatistics termStatistics(Term term, int documents, long total)
      throws IOException {
    TermStatistics known = terms.get(term);
    if (known == null) {
      // Lucene wants at least one; where there is none, nothing is scored.
      long found = Math.max(1, count(term));
      known = new TermStatistics(term.bytes(), found, Math.max(found, total));
      if (terms.size() >= MOST_TERMS) {
        terms.clear();
      }
      terms.put(term, known);
    }
    return known;
  }

  private long count(Term term) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      if (postings == null) {
        continue;
      }
      FixedBitSet bits = readable(leaf);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (bits.get(doc)) {
          count++;
        }
      }
    }
    return count;
  }

  @Override
  public synchronized CollectionStatistics collectionStatistics(String field) throws IOException {
    CollectionStatistics known = collections.get(field);
    if (known == null) {
      known = collection(field);
      collections.put(field, known);
    }
    return known;
  }

  private CollectionStatistics collection(String field) throws IOException {
    long documents = 0;
    long length = 0;
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      NumericDocValues norms = leaf.reader().getNormValues(field);
      if (norms == null) {
        continue;
      }
      FixedBitSet bits = readable(leaf);
      for (int doc = norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc()) {
        if (bits.get(doc)) {
          documents++;
          length += SmallFloat.byte4ToInt((byte) norms.longValue());
        }
      }
    }
    documents = Math.max(1, documents);
    length = Math.max(documents, length);
    return new CollectionStatistics(
        field, Math.max(documents, getIndexReader().maxDoc()), documents, length, length);
  }
}
