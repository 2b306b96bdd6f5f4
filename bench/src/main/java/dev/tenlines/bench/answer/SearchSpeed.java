package dev.tenlines.bench.answer;

import static java.util.stream.Collectors.joining;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How fast a question is searched among 100,000 passages, and how fast passages are taken in. The
 * hundred thousand are words of the articles in drawn order with drawn vectors; questions, and the
 * articles that are taken in, get their vectors from the model.
 */
final class SearchSpeed {
  private static final String SET = "speed";
  private static final int SOURCES = 1_000;
  private static final int EACH = 100;
  private static final int WORDS = 120;
  private static final int ASKED = 300;
  private static final int WARM = 100;
  private static final int TAKEN = 200;

  private final SplittableRandom random;
  private final List<String> words;
  private final List<String> questions;

  private SearchSpeed(QuestionSet articles, long seed) {
    this.random = new SplittableRandom(seed);
    this.words =
        articles.passages().stream()
            .flatMap(passage -> Stream.of(passage.text().split("\\s+")))
            .toList();
    this.questions = articles.questions().stream().map(QuestionSet.Question::text).toList();
  }

  static List<BenchRow> rows(BenchData data, Bench.Log log, @Nullable Embedder model, long seed)
      throws IOException {
    String set = "squad2-dev-half";
    QuestionSet articles = QuestionSet.articles(set, "", data.data(), data.data());
    return model == null || log.missing(set, articles.questions())
        ? List.of()
        : new SearchSpeed(articles, seed).measure(model);
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
        all.add(source("source " + i, Stream.generate(this::drawn).limit(EACH).toList()));
      }
      index.change(all, List.of());
      drawn.real = true;
      double[] millis = new double[ASKED];
      for (int i = -WARM; i < ASKED; i++) {
        String question = questions.get(random.nextInt(questions.size()));
        long start = System.nanoTime();
        var unused = index.search(question, new Scope("bench", Set.of()), 10);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - start) / 1e6;
        }
      }
      Arrays.sort(millis);
      List<String> taken = article();
      long start = System.nanoTime();
      index.change(List.of(source("new", taken)), List.of());
      double seconds = (System.nanoTime() - start) / 1e9;
      return List.of(
          BenchRow.printed(SET, "question at 100,000 passages, p50 ms", millis[ASKED / 2]),
          BenchRow.atMost(
              SET, "question at 100,000 passages, p95 ms", millis[ASKED * 95 / 100], 60),
          BenchRow.atLeast(
              SET, "passages of 120 words taken in a second", taken.size() / seconds, 30));
    }
  }

  private static Contents source(String name, List<String> texts) {
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      int end = start + text.length();
      String id = name + "#" + passages.size();
      passages.add(new Passage(name, id, List.of(name), null, start, end, text, "en"));
      start = end + 1;
    }
    return new Contents(name, name, Access.ALL, passages);
  }

  /** As frequent and as rare words as in the articles, but in no order. */
  private String drawn() {
    return IntStream.range(0, WORDS)
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(joining(" "));
  }

  /** The articles as they stand. */
  private List<String> article() {
    return IntStream.range(0, Math.min(TAKEN, words.size() / WORDS))
        .mapToObj(i -> String.join(" ", words.subList(i * WORDS, (i + 1) * WORDS)))
        .toList();
  }
}
