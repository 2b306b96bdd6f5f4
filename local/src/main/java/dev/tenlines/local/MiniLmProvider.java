package dev.tenlines.local;

import dev.tenlines.learn.Embedder;

/** Makes MiniLM known to the core, with one session for each core of the machine. */
public final class MiniLmProvider implements Embedder.Provider {
  @Override
  public Embedder open() {
    return new MiniLm(Math.max(1, Runtime.getRuntime().availableProcessors()));
  }
}
