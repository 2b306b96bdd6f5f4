package dev.tenlines.serving;

import dev.tenlines.learn.Embedder;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The embedder of the class path, loaded when it is first needed or ahead of that. */
public final class LazyEmbedder implements AutoCloseable {
  private @Nullable CompletableFuture<@Nullable Embedder> loading;

  /** Begins to load: native code takes long, and other work can go on beside it. */
  public synchronized CompletableFuture<@Nullable Embedder> load() {
    if (loading == null) {
      loading = CompletableFuture.supplyAsync(Embedder::find);
    }
    return loading;
  }

  /** The embedder, or null when the class path has none. */
  public @Nullable Embedder get() {
    return load().join();
  }

  @Override
  public synchronized void close() {
    if (loading != null) {
      CompletableFuture<Void> unused = loading.thenAccept(LazyEmbedder::close);
      unused.join();
    }
  }

  private static void close(@Nullable Embedder embedder) {
    if (embedder != null) {
      embedder.close();
    }
  }
}
