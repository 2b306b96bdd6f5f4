package dev.tenlines.learn;

import dev.tenlines.Progress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sentence vectors, or empty ones where no embedder is there. */
record Vectors(@Nullable Embedder embedder) {
  private static final float[] NONE = new float[0];

  String id() {
    return embedder == null ? "" : embedder.id();
  }

  int dimensions() {
    return embedder == null ? 0 : embedder.dimensions();
  }

  float[] of(String text) {
    return embedder == null ? NONE : embedder.embed(text);
  }

  /** The vectors of many texts, on all cores. */
  float[][] of(List<String> texts, Progress progress) {
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, texts.size())
        .parallel()
        .mapToObj(i -> {
          float[] vector = of(texts.get(i));
          int count = done.incrementAndGet();
          if (count % 32 == 0 || count == texts.size()) {
            progress.at("Reading", count, texts.size());
          }
          return vector;
        })
        .toArray(float[][]::new);
  }
}
