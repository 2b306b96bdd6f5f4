package dev.tenlines.indexing;

import dev.tenlines.Progress;
import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import dev.tenlines.index.Access;
import dev.tenlines.index.Index;
import dev.tenlines.index.Passage;
import dev.tenlines.project.HeldFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Brings an index to what lies in folders. A file that is in it as it is costs one look at its
 * bytes; what vanished from a folder leaves the index, what lies elsewhere stays. It may be stopped
 * at any moment: each source is in the index as it was before or as it is now.
 */
public final class Indexer {
  private final Index index;
  private final BiFunction<String, byte[], Read> reader;
  private final Path home;
  private final Path lock;
  private final Access access;
  private final Progress progress;

  private Indexer(
      Index index,
      BiFunction<String, byte[], Read> reader,
      Path home,
      Path lock,
      Access access,
      Progress progress) {
    this.index = index;
    this.reader = reader;
    this.home = home;
    this.lock = lock;
    this.access = access;
    this.progress = progress;
  }

  /**
   * An indexer of documents for everybody.
   *
   * @param reader makes a document of a file's name and bytes
   * @param home sources are named by their way from there
   * @param lock the file that is held while the index changes
   */
  public static Indexer of(
      Index index, BiFunction<String, byte[], Read> reader, Path home, Path lock) {
    Path from = home.toAbsolutePath().normalize();
    return new Indexer(index, reader, from, lock, Access.ALL, Progress.NONE);
  }

  /** The same for documents that not everybody may find. */
  public Indexer visibleTo(Access other) {
    return new Indexer(index, reader, home, lock, other, progress);
  }

  /** The same with somebody who is told how far it is, in files. */
  public Indexer watchedBy(Progress other) {
    return new Indexer(index, reader, home, lock, access, other);
  }

  /**
   * Indexes folders and files.
   *
   * @throws TenlinesException TL-220 where one is not there, TL-221 where somebody else is at it
   */
  public Indexed index(Path... roots) {
    return index(Arrays.asList(roots));
  }

  /** Indexes folders and files. */
  public Indexed index(Collection<Path> roots) {
    List<Path> all = roots.stream().map(Indexer::absolute).distinct().toList();
    demand(all);
    return holding(() -> indexed(all));
  }

  private Indexed indexed(List<Path> roots) {
    Indexing run = new Indexing(index, access);
    Set<Path> files = new LinkedHashSet<>();
    for (Path root : roots) {
      Folder folder = Folder.of(root);
      run.others(folder.others());
      folder.failed().forEach(f -> run.unseen(named(f.place()), f.cause()));
      files.addAll(folder.files());
    }
    int done = 0;
    for (Path file : files) {
      progress.at("Indexing", done++, files.size());
      run.file(named(file), file, this::passages);
    }
    remove(run, roots);
    progress.at("Indexing", files.size(), Math.max(1, files.size()));
    return run.done();
  }

  /** Takes out what lies in folders, or lay there: they need not be there any more. */
  public Indexed remove(Collection<Path> roots) {
    List<Path> all = roots.stream().map(Indexer::absolute).toList();
    return holding(() -> {
      Indexing run = new Indexing(index, access);
      remove(run, all);
      return run.done();
    });
  }

  /** What comes of work that nobody else does at the same time. */
  private Indexed holding(Supplier<Indexed> work) {
    try (HeldFile held = HeldFile.take(lock)) {
      if (held == null) {
        String name = lock.getFileName().toString().replaceFirst("\\.lock$", "");
        throw new TenlinesException(
            "TL-221",
            "The documents of (" + name + ") are being indexed already.",
            "Maybe wait until that is done; it takes in what changed meanwhile when run again.");
      }
      return work.get();
    }
  }

  private void remove(Indexing run, List<Path> roots) {
    run.remove(source -> roots.stream().anyMatch(root -> lies(source, root)));
  }

  private List<Passage> passages(String source, byte[] bytes) throws Unread {
    return switch (reader.apply(source.substring(source.lastIndexOf('/') + 1), bytes)) {
      case Document document -> Passages.of(source, document);
      case Refused refused -> throw new Unread(refused.what());
    };
  }

  private String named(Path file) {
    if (!sameRoot(file, home)) {
      return file.toString().replace('\\', '/');
    }
    return home.relativize(file).toString().replace('\\', '/');
  }

  private boolean lies(String source, Path root) {
    return home.resolve(source).normalize().startsWith(root);
  }

  private static boolean sameRoot(Path a, Path b) {
    return Objects.equals(a.getRoot(), b.getRoot());
  }

  private static Path absolute(Path root) {
    return root.toAbsolutePath().normalize();
  }

  /**
   * Throws where one of them is not there.
   *
   * @throws TenlinesException TL-220
   */
  public static void demand(Collection<Path> roots) {
    for (Path root : roots) {
      if (!Files.exists(root)) {
        throw new TenlinesException(
            "TL-220",
            "The folder or file (" + root + ") is not there.",
            "Maybe check the path; to take out what was indexed from it, use --remove.");
      }
    }
  }
}
