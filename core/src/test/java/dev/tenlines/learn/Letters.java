package dev.tenlines.learn;

import java.util.Locale;

/** A meaning without a model: which letters a text has. */
public class Letters implements Embedder {
  private static final int MANY = 26;

  @Override
  public String id() {
    return "letters";
  }

  @Override
  public int dimensions() {
    return MANY;
  }

  @Override
  public float[] embed(String text) {
    float[] vector = new float[MANY];
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c >= 'a' && c <= 'z')
        .forEach(c -> vector[c - 'a']++);
    double length = 0;
    for (float value : vector) {
      length += value * value;
    }
    for (int i = 0; i < MANY; i++) {
      vector[i] /= (float) Math.sqrt(Math.max(1, length));
    }
    return vector;
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
