package dev.tenlines.bench.answer;

import dev.tenlines.learn.Embedder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An embedder that embeds no text twice: sets are searched and judged again and again. */
record Remembering(Embedder embedder, Map<String, float[]> known) implements Embedder {
  Remembering(Embedder embedder) {
    this(embedder, new ConcurrentHashMap<>());
  }

  @Override
  public String id() {
    return embedder.id();
  }

  @Override
  public int dimensions() {
    return embedder.dimensions();
  }

  @Override
  public float[] embed(String text) {
    return known.computeIfAbsent(text, embedder::embed);
  }

  @Override
  public void close() {
    known.clear();
  }
}
