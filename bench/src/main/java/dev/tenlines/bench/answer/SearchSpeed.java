package dev.tenlines.bench.answer;

import dev.tenlines.bench.BenchRow;
import dev.tenlines.index.Access;
import dev.tenlines.index.Contents;
import dev.tenlines.index.Index;
import dev.tenlines.index.LuceneIndex;
import dev.tenlines.index.Passage;
import dev.tenlines.index.Scope;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How fast a question is searched among 100,000 passages, and how fast passages are taken in. The
 * hundred thousand are drawn words with drawn vectors; questions, and the passages that are taken
 * in, get their vectors from the model.
 */
final class SearchSpeed {
  private static final String SET = "speed";
  private static final int SOURCES = 1_000;
  private static final int EACH = 100;
  private static final int WORDS = 120;
  private static final int VOCABULARY = 20_000;
  private static final int LETTERS = 20;
  private static final int ASKED = 300;
  private static final int WARM = 100;
  private static final int TAKEN = 200;

  private final SplittableRandom random;

  private SearchSpeed(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static List<BenchRow> rows(@Nullable Embedder model, long seed) throws IOException {
    return model == null ? List.of() : new SearchSpeed(seed).measure(model);
  }

  /** Draws vectors until it is told to ask the model. */
  private static final class Drawn implements Embedder {
    private final Embedder model;
    private boolean real;

    private Drawn(Embedder model) {
      this.model = model;
    }

    @Override
    public String id() {
      return model.id();
    }

    @Override
    public int dimensions() {
      return model.dimensions();
    }

    @Override
    public float[] embed(String text) {
      if (real) {
        return model.embed(text);
      }
      SplittableRandom drawn = new SplittableRandom(text.hashCode());
      float[] vector = new float[model.dimensions()];
      double length = 0;
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (drawn.nextDouble() - 0.5);
        length += vector[i] * vector[i];
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= (float) Math.sqrt(length);
      }
      return vector;
    }

    @Override
    public void close() {}
  }

  private List<BenchRow> measure(Embedder model) throws IOException {
    Drawn drawn = new Drawn(model);
    try (Index index = LuceneIndex.open(Files.createTempDirectory("tenlines-bench"), () -> drawn)) {
      List<Contents> all = new ArrayList<>();
      for (int i = 0; i < SOURCES; i++) {
        all.add(source("source " + i, EACH));
      }
      index.change(all, List.of());
      drawn.real = true;
      double[] millis = new double[ASKED];
      for (int i = -WARM; i < ASKED; i++) {
        String question = words(10);
        long start = System.nanoTime();
        var unused = index.search(question, new Scope("bench", Set.of()), 10);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      Arrays.sort(millis);
      long start = System.nanoTime();
      index.change(List.of(source("new", TAKEN)), List.of());
      double seconds = (System.nanoTime() - start) / 1e9;
      return List.of(
          BenchRow.printed(SET, "question at 100,000 passages, p50 ms", millis[ASKED / 2]),
          BenchRow.atMost(
              SET, "question at 100,000 passages, p95 ms", millis[ASKED * 95 / 100], 60),
          BenchRow.atLeast(SET, "passages of 120 words taken in a second", TAKEN / seconds, 30));
    }
  }

  private Contents source(String name, int count) {
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < count; i++) {
      String text = words(WORDS);
      int end = start + text.length();
      passages.add(
          new Passage(name, name + "#" + i, List.of(words(3)), null, start, end, text, "en"));
      start = end + 1;
    }
    return new Contents(name, name, Access.ALL, passages);
  }

  /** Few words are frequent, most are rare. */
  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      double share = random.nextDouble();
      text.append(word((int) (share * share * share * VOCABULARY))).append(' ');
    }
    return text.toString().strip();
  }

  /** Letters only: with digits, every word would be an identifier. */
  private static String word(int number) {
    return Integer.toString(number + VOCABULARY, LETTERS)
        .chars()
        .map(c -> c < 'a' ? c - '0' + 'q' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
