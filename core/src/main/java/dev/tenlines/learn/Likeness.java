package dev.tenlines.learn;

import dev.tenlines.learn.Attributes.Sparse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alike two texts are: by their words, by runs of characters and, where there is an embedder,
 * by their meaning.
 */
public final class Likeness {
  private static final int BITS = 16;

  private final Attributes attributes;
  private final Vectors vectors;

  private Likeness(Attributes attributes, Vectors vectors) {
    this.attributes = attributes;
    this.vectors = vectors;
  }

  /** Learns from texts of the kind that will be compared which words say little. */
  public static Likeness learn(List<String> texts, @Nullable Embedder embedder) {
    return new Likeness(Attributes.learn(texts, BITS), new Vectors(embedder));
  }

  /** What is compared of a text. */
  public static final class Print {
    private final Sparse attributes;
    private final float[] meaning;

    private Print(Sparse attributes, float[] meaning) {
      this.attributes = attributes;
      this.meaning = meaning;
    }

    /** From 0, nothing in common, to 1. */
    public double like(Print other) {
      // Words and runs have length one each.
      double spelled = dot(attributes, other.attributes) / 2;
      return meaning.length == 0 ? spelled : (spelled + Math.max(0, dot(other.meaning))) / 2;
    }

    private double dot(float[] other) {
      double sum = 0;
      for (int i = 0; i < meaning.length; i++) {
        sum += meaning[i] * other[i];
      }
      return sum;
    }

    private static double dot(Sparse a, Sparse b) {
      double sum = 0;
      int i = 0;
      int j = 0;
      while (i < a.index().length && j < b.index().length) {
        int order = Integer.compare(a.index()[i], b.index()[j]);
        if (order == 0) {
          sum += a.value()[i++] * b.value()[j++];
        } else if (order < 0) {
          i++;
        } else {
          j++;
        }
      }
      return sum;
    }
  }

  /** The print of a text. */
  public Print of(String text) {
    Sparse all = attributes.of(text);
    return new Print(sorted(all), vectors.of(text));
  }

  /** Words and runs share places; one place may stand twice. */
  private static Sparse sorted(Sparse all) {
    Integer[] order = new Integer[all.index().length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(order, java.util.Comparator.comparingInt(i -> all.index()[i]));
    int[] index = new int[order.length];
    float[] value = new float[order.length];
    int n = 0;
    for (int i : order) {
      if (n > 0 && index[n - 1] == all.index()[i]) {
        value[n - 1] += all.value()[i];
      } else {
        index[n] = all.index()[i];
        value[n++] = all.value()[i];
      }
    }
    return new Sparse(java.util.Arrays.copyOf(index, n), java.util.Arrays.copyOf(value, n));
  }
}
