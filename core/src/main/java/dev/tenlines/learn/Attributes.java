package dev.tenlines.learn;

import dev.tenlines.text.Words;
import java.util.Arrays;
import java.util.List;

/**
 * Hashed attributes of a text: words and pairs of words in one block, runs of three to five
 * characters within words in another. Counts are damped, weighted by how rare they are, and each
 * block has length one. Digits count as zero, so that amounts and numbers of all values look alike.
 */
final class Attributes {
  /** Beyond this many characters a text adds time and no meaning. */
  private static final int MOST_CHARACTERS = 20_000;

  private final int bits;
  private final float[] rarity;

  /**
   * A sparse vector.
   *
   * @param index places in ascending order
   * @param value one for each place
   */
  record Sparse(int[] index, float[] value) {
    static final Sparse EMPTY = new Sparse(new int[0], new float[0]);
  }

  Attributes(int bits, float[] rarity) {
    this.bits = bits;
    this.rarity = rarity;
  }

  /** Learns how rare each attribute is. */
  static Attributes learn(List<String> texts, int bits) {
    int[] rows = new int[1 << bits];
    for (String text : texts) {
      for (int place : distinct(hashes(text, bits))) {
        rows[place]++;
      }
    }
    float[] rarity = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rarity[i] = (float) (Math.log((1.0 + texts.size()) / (1.0 + rows[i])) + 1);
    }
    return new Attributes(bits, rarity);
  }

  int bits() {
    return bits;
  }

  float[] rarity() {
    return rarity;
  }

  int size() {
    return 1 << bits;
  }

  /** The attributes of a text, both blocks in one vector. */
  Sparse of(String text) {
    int[][] blocks = hashes(text, bits);
    Sparse words = weigh(blocks[0]);
    Sparse runs = weigh(blocks[1]);
    int n = words.index().length;
    int[] index = Arrays.copyOf(words.index(), n + runs.index().length);
    float[] value = Arrays.copyOf(words.value(), index.length);
    System.arraycopy(runs.index(), 0, index, n, runs.index().length);
    System.arraycopy(runs.value(), 0, value, n, runs.index().length);
    return new Sparse(index, value);
  }

  private Sparse weigh(int[] hashes) {
    Arrays.sort(hashes);
    int[] index = new int[hashes.length];
    float[] value = new float[hashes.length];
    int n = 0;
    double squares = 0;
    for (int i = 0; i < hashes.length; ) {
      int j = i;
      while (j < hashes.length && hashes[j] == hashes[i]) {
        j++;
      }
      float weight = (float) (1 + Math.log(j - i)) * rarity[hashes[i]];
      index[n] = hashes[i];
      value[n++] = weight;
      squares += weight * weight;
      i = j;
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < n; i++) {
      value[i] /= length;
    }
    return new Sparse(Arrays.copyOf(index, n), Arrays.copyOf(value, n));
  }

  private static int[] distinct(int[][] blocks) {
    return java.util.stream.IntStream.concat(Arrays.stream(blocks[0]), Arrays.stream(blocks[1]))
        .distinct()
        .toArray();
  }

  /** The places of words and pairs, and of character runs. */
  private static int[][] hashes(String text, int bits) {
    String part = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    Ints words = new Ints();
    Ints runs = new Ints();
    int mask = (1 << bits) - 1;
    int before = 0;
    for (Words.Word word : Words.of(part).all()) {
      String spelled = digitsAlike(word.folded());
      int hash = hash(spelled, 0, spelled.length(), 17);
      words.add(mix(hash) & mask);
      if (before != 0) {
        words.add(mix(before * 31 + hash + 1) & mask);
      }
      before = hash;
    }
    // Runs also see the signs between words: "!!!" and "$$$" mean something in moderation.
    for (String piece : digitsAlike(Words.normal(part)).split(" ")) {
      String bordered = " " + piece + " ";
      for (int length = 3; length <= 5; length++) {
        for (int start = 0; start + length <= bordered.length(); start++) {
          runs.add(mix(hash(bordered, start, start + length, 91 + length)) & mask);
        }
      }
    }
    return new int[][] {words.toArray(), runs.toArray()};
  }

  private static String digitsAlike(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= '1' && chars[i] <= '9') {
        chars[i] = '0';
      }
    }
    return new String(chars);
  }

  private static int hash(String text, int from, int to, int seed) {
    int hash = seed;
    for (int i = from; i < to; i++) {
      hash = hash * 0x01000193 ^ text.charAt(i);
    }
    return hash;
  }

  /** The finishing step of MurmurHash3, so that low bits depend on all. */
  private static int mix(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  private static final class Ints {
    private int[] values = new int[64];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
