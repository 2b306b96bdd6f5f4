package dev.tenlines.bench.answer;

import dev.tenlines.learn.Embedder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An embedder that embeds no text twice: sets are searched and judged again and again. */
record Remembering(
    Embedder embedder, Map<String, float[]> known, Map<String, Embedder.Reading> read)
    implements Embedder {
  Remembering(Embedder embedder) {
    this(embedder, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
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
  public Reading read(String text) {
    return read.computeIfAbsent(text, embedder::read);
  }

  @Override
  public void close() {
    known.clear();
    read.clear();
  }
}
