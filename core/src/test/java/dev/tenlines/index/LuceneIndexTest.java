package dev.tenlines.index;

import dev.tenlines.learn.Letters;
import java.nio.file.Path;

class LuceneIndexTest implements IndexContract {

  @Override
  public Index open(Path directory) {
    return LuceneIndex.open(directory, Breaking::new);
  }

  /** Breaks where a text says so. */
  private static final class Breaking extends Letters {
    @Override
    public float[] embed(String text) {
      if (text.contains(FAILING)) {
        throw new IllegalStateException(FAILING);
      }
      return super.embed(text);
    }
  }
}
