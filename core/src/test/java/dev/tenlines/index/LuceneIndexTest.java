package dev.tenlines.index;

import dev.tenlines.learn.Embedder;
import java.nio.file.Path;

class LuceneIndexTest implements IndexContract {

  @Override
  public Index open(Path directory) {
    return LuceneIndex.open(directory, Letters::new);
  }

  /** A meaning without a model: which letters a text has. */
  static final class Letters implements Embedder {
    @Override
    public String id() {
      return "letters";
    }

    @Override
    public int dimensions() {
      return 26;
    }

    @Override
    public float[] embed(String text) {
      if (text.contains(FAILING)) {
        throw new IllegalStateException(FAILING);
      }
      float[] vector = new float[26];
      text.toLowerCase(java.util.Locale.ROOT)
          .chars()
          .filter(c -> c >= 'a' && c <= 'z')
          .forEach(c -> vector[c - 'a']++);
      double length = 0;
      for (float value : vector) {
        length += value * value;
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= (float) Math.sqrt(Math.max(1, length));
      }
      return vector;
    }

    @Override
    public void close() {}
  }
}
