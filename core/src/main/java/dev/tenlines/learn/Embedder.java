package dev.tenlines.learn;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Turns a text into a vector of length one that is near the vectors of texts that mean the same.
 * The same text always gives the same vector, whatever is embedded beside it. Safe for many
 * threads.
 */
public interface Embedder extends AutoCloseable {
  /** Name and version of the model: vectors of different ids do not compare. */
  String id();

  int dimensions();

  float[] embed(String text);

  /**
   * A text with what each of its pieces means in its place.
   *
   * @param vector what {@link #embed} gives
   * @param starts where each piece begins, in UTF-16 units; -1 where it stands for no letters
   * @param states a vector for each piece, of any length; none where the embedder tells none
   */
  record Reading(float[] vector, int[] starts, float[][] states) {}

  /** The meaning of a text and of its pieces. */
  default Reading read(String text) {
    return new Reading(embed(text), new int[0], new float[0][]);
  }

  /** Waits for running calls, then frees the model. */
  @Override
  void close();

  /** Finds embedders on the class path. */
  interface Provider {
    Embedder open();
  }

  /** The embedder on the class path, opened, or null when there is none. */
  static @Nullable Embedder find() {
    return ServiceLoader.load(Provider.class).findFirst().map(Provider::open).orElse(null);
  }
}
