package dev.tenlines.index;

import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Embedder;
import dev.tenlines.text.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Words and vectors in one Lucene index. The directory is locked while it is changed only: another
 * process may change what this one searches.
 */
public final class LuceneIndex implements Index {
  private static final String GENERATION = "generation";

  /** So many scopes are kept ready. */
  private static final int SCOPES = 64;

  private final Path path;
  private final Directory directory;
  private final Supplier<@Nullable Embedder> embedder;
  private @Nullable SearcherManager searchers;
  private @Nullable IndexReader scoped;

  private final Map<Scope, ScopedSearcher> scopes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, ScopedSearcher> eldest) {
          return size() > SCOPES;
        }
      };

  private LuceneIndex(Path path, Directory directory, Supplier<@Nullable Embedder> embedder) {
    this.path = path;
    this.directory = directory;
    this.embedder = embedder;
  }

  /** Opens the index in a directory, or makes one. */
  public static LuceneIndex open(Path directory, Supplier<@Nullable Embedder> embedder) {
    try {
      Files.createDirectories(directory);
      return new LuceneIndex(directory, FSDirectory.open(directory), embedder);
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  /** An index in a directory of any kind. */
  static LuceneIndex in(Directory directory, Supplier<@Nullable Embedder> embedder) {
    return new LuceneIndex(Path.of(""), directory, embedder);
  }

  /** What is kept of a source. */
  private record Kept(String digest, String print, String made) {}

  /** Something that is read. */
  private interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  @Override
  public List<Hit> search(String question, Scope scope, int most) {
    return weighed(question, scope, most).stream().map(Search.Weighed::hit).toList();
  }

  /** The signs of passages that {@link Fusion} weighs, by link: weights are learned from them. */
  public Map<String, double[]> signs(String question, Scope scope, int most) {
    Map<String, double[]> signs = new LinkedHashMap<>();
    weighed(question, scope, most)
        .forEach(one -> signs.put(one.hit().passage().link(), one.signs()));
    return signs;
  }

  private List<Search.Weighed> weighed(String question, Scope scope, int most) {
    return read(
        List.of(),
        searcher -> {
          ScopedSearcher own = scoped(searcher.getIndexReader(), scope);
          return new Search(own, scope, embedder.get()).weighed(question, most);
        });
  }

  private synchronized ScopedSearcher scoped(IndexReader reader, Scope scope) throws IOException {
    if (!reader.equals(scoped)) {
      scopes.clear();
      scoped = reader;
    }
    ScopedSearcher known = scopes.get(scope);
    if (known == null) {
      known = new ScopedSearcher(reader, Fields.readable(scope));
      scopes.put(scope, known);
    }
    return known;
  }

  /** What was cut or embedded in another way has a minus before its digest: it is read again. */
  @Override
  public Map<String, String> digests() {
    String made = made(embedder.get());
    Map<String, String> digests = new TreeMap<>();
    kept()
        .forEach((source, kept) ->
            digests.put(source, compares(kept.made, made) ? kept.digest : "-" + kept.digest));
    return digests;
  }

  /** Without an embedder, vectors that are there do no harm. */
  private static boolean compares(String kept, String made) {
    return kept.equals(made) || made.endsWith("/") && kept.startsWith(made);
  }

  private static String made(@Nullable Embedder embedder) {
    return Analyzers.VERSION + "/" + (embedder == null ? "" : embedder.id());
  }

  private Map<String, Kept> kept() {
    return read(
        Map.of(),
        searcher -> {
          Map<String, Kept> all = new TreeMap<>();
          var weight = searcher.createWeight(Fields.sources(), ScoreMode.COMPLETE_NO_SCORES, 1);
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
              continue;
            }
            BinaryDocValues source = DocValues.getBinary(leaf.reader(), Fields.NAME);
            BinaryDocValues digest = DocValues.getBinary(leaf.reader(), Fields.DIGEST);
            BinaryDocValues print = DocValues.getBinary(leaf.reader(), Fields.PRINT);
            BinaryDocValues made = DocValues.getBinary(leaf.reader(), Fields.MADE);
            DocIdSetIterator docs = scorer.iterator();
            var live = leaf.reader().getLiveDocs();
            for (int doc = docs.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = docs.nextDoc()) {
              if (live == null || live.get(doc)) {
                all.put(
                    value(source, doc),
                    new Kept(value(digest, doc), value(print, doc), value(made, doc)));
              }
            }
          }
          return all;
        });
  }

  private static String value(BinaryDocValues values, int doc) throws IOException {
    return values.advanceExact(doc) ? values.binaryValue().utf8ToString() : "";
  }

  @Override
  public void change(Collection<Contents> put, Collection<String> removed) {
    Embedder meaning = embedder.get();
    String made = made(meaning);
    Map<String, Kept> after = new TreeMap<>(kept());
    after.keySet().removeAll(removed);
    Map<String, Contents> changed = new LinkedHashMap<>();
    for (Contents contents : put) {
      Kept now = new Kept(contents.digest(), print(contents), made);
      if (!now.equals(after.put(contents.source(), now))) {
        changed.put(contents.source(), contents);
      }
    }
    Fields.Vectors vectors = embedded(changed.values(), new Windows(meaning));
    try (IndexWriter writer = writer()) {
      try {
        writer.deleteDocuments(
            removed.stream().map(Fields::source).toArray(org.apache.lucene.index.Term[]::new));
        for (Contents contents : changed.values()) {
          String print = print(contents);
          List<Document> documents =
              Fields.documents(
                  contents, print, made, meaning == null ? null : meaning.id(), vectors);
          writer.updateDocuments(Fields.source(contents.source()), documents);
        }
        writer.setLiveCommitData(Map.of(GENERATION, generation(after)).entrySet());
        writer.commit();
      } catch (IOException | RuntimeException | Error e) {
        writer.rollback();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      throw caused(
          new TenlinesException(
              "TL-196",
              "The index (" + path + ") is being changed by another process.",
              "Maybe wait until it is done."),
          e);
    } catch (IOException e) {
      throw caused(
          new TenlinesException(
              "TL-195",
              "The index (" + path + ") cannot be changed: " + e.getMessage() + ".",
              "Maybe make room or make the directory writable; nothing was changed."),
          e);
    }
  }

  /**
   * Embeds on all processors, before anything is locked: it is what changes take their time for.
   */
  private static Fields.Vectors embedded(Collection<Contents> changed, Windows windows) {
    Map<Passage, List<float[]>> vectors = new ConcurrentHashMap<>();
    changed.parallelStream()
        .flatMap(contents -> contents.passages().parallelStream())
        .forEach(passage -> vectors.put(passage, windows.of(passage)));
    return passage -> vectors.getOrDefault(passage, List.of());
  }

  private static String print(Contents contents) {
    Access access = contents.access();
    List<Object> all = new ArrayList<>();
    all.add(contents.source());
    all.add(contents.digest());
    all.add(String.valueOf(access.tenant()));
    all.add(new TreeSet<>(access.groups()));
    all.addAll(contents.passages());
    return Digest.of(all.toString());
  }

  private IndexWriter writer() throws IOException {
    return new IndexWriter(directory, Storage.writing());
  }

  /** The same contents, read in the same way, are the same generation. */
  private static String generation(Map<String, Kept> all) {
    StringBuilder text = new StringBuilder();
    all.forEach((source, kept) ->
        text.append(source)
            .append('\n')
            .append(kept.print)
            .append('\n')
            .append(kept.made)
            .append('\n'));
    return Digest.of(text.toString()).substring(0, 32);
  }

  @Override
  public String generation() {
    return read(
        "",
        searcher ->
            ((DirectoryReader) searcher.getIndexReader())
                .getIndexCommit()
                .getUserData()
                .getOrDefault(GENERATION, ""));
  }

  @Override
  public int size() {
    return read(0, searcher -> searcher.count(Fields.passages()));
  }

  /** Reads the newest state; {@code none} where nothing was ever indexed. */
  private <T> T read(T none, Reading<T> reading) {
    try {
      SearcherManager newest = searchers();
      if (newest == null) {
        return none;
      }
      newest.maybeRefreshBlocking();
      IndexSearcher searcher = newest.acquire();
      try {
        return reading.from(searcher);
      } finally {
        newest.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private synchronized @Nullable SearcherManager searchers() throws IOException {
    if (searchers == null && DirectoryReader.indexExists(directory)) {
      searchers = new SearcherManager(directory, null);
    }
    return searchers;
  }

  private static TenlinesException unreadable(Path path, IOException e) {
    return caused(
        new TenlinesException(
            "TL-194",
            "The index (" + path + ") cannot be read: " + e.getMessage() + ".",
            "Maybe remove the directory and index again."),
        e);
  }

  private static TenlinesException caused(TenlinesException what, IOException why) {
    what.initCause(why);
    return what;
  }

  @Override
  public synchronized void close() {
    scopes.clear();
    try {
      if (searchers != null) {
        searchers.close();
      }
      directory.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }
}
