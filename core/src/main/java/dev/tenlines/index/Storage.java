package dev.tenlines.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat.ScalarEncoding;
import org.apache.lucene.index.IndexWriterConfig;

/** How Lucene writes: vectors in 8 bits a number, with a graph only where there are very many. */
final class Storage {
  private static final int NEIGHBOURS = 16;
  private static final int BEAM = 100;

  /**
   * Lucene leaves the graph out where a search for so many would visit everything anyway: at ln(n)
   * times this, which is 100,000 vectors.
   */
  private static final int EXACT = 8_686;

  private static final KnnVectorsFormat VECTORS =
      new Lucene104HnswScalarQuantizedVectorsFormat(
          ScalarEncoding.UNSIGNED_BYTE, NEIGHBOURS, BEAM, 1, null, EXACT);

  private Storage() {}

  static IndexWriterConfig writing() {
    return new IndexWriterConfig(Analyzers.byField())
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return VECTORS;
              }
            });
  }
}
