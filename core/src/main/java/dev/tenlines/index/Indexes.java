package dev.tenlines.index;

import dev.tenlines.learn.Embedder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The indexes of a project, one for each feature, opened when first asked for. */
public final class Indexes implements AutoCloseable {
  private final Path directory;
  private final Supplier<@Nullable Embedder> embedder;
  private final Map<String, Index> open = new ConcurrentHashMap<>();

  /**
   * Indexes in a directory.
   *
   * @param embedder null where the class path has none: then passages are found by words alone
   */
  public Indexes(Path directory, Supplier<@Nullable Embedder> embedder) {
    this.directory = directory;
    this.embedder = embedder;
  }

  /** The index of a feature; an empty one where nothing was indexed yet. */
  public Index of(String feature) {
    return open.computeIfAbsent(
        feature, name -> LuceneIndex.open(directory.resolve(name), embedder));
  }

  @Override
  public void close() {
    open.values().forEach(Index::close);
    open.clear();
  }
}
