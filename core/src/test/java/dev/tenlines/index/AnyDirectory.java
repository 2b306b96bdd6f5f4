package dev.tenlines.index;

import dev.tenlines.learn.Embedder;
import org.apache.lucene.store.Directory;

/** Opens indexes in directories that tests make. */
public final class AnyDirectory {
  private AnyDirectory() {}

  /** An index in a directory of any kind. */
  public static Index open(Directory directory, Embedder embedder) {
    return LuceneIndex.in(directory, () -> embedder);
  }
}
