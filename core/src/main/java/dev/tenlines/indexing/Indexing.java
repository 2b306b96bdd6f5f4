package dev.tenlines.indexing;

import dev.tenlines.index.Access;
import dev.tenlines.index.Contents;
import dev.tenlines.index.Index;
import dev.tenlines.index.Passage;
import dev.tenlines.indexing.Indexed.Skipped;
import dev.tenlines.reading.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** One run of an indexer: what it has seen, and what waits to be written together. */
final class Indexing {
  /** Few enough that little is embedded again after a stop, and that progress is seen. */
  private static final int TOGETHER = 64;

  private final Index index;
  private final Access access;
  private final Map<String, String> held;
  private final Restricted restricted;
  private final Set<String> seen = new HashSet<>();
  private final List<String> unseen = new ArrayList<>();
  private final List<Contents> waiting = new ArrayList<>();
  private final List<String> gone = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final long began = System.nanoTime();
  private int waitingPassages;
  private int files;
  private int passages;
  private int unchanged;
  private int others;

  Indexing(Index index, Access access) {
    this.index = index;
    this.access = access;
    this.held = index.digests();
    this.restricted = new Restricted(held);
  }

  /** Makes passages of a file's bytes. */
  interface Cutting {
    List<Passage> of(String source, byte[] bytes) throws Unread;
  }

  void others(int more) {
    others += more;
  }

  /** Nobody knows what lies there: nothing of it is taken for gone. */
  void unseen(String place, IOException cause) {
    unseen.add(place);
    skipped.add(new Skipped(place, why(cause)));
  }

  void file(String source, Path file, Cutting cutting) {
    byte[] bytes;
    try {
      if (Files.size(file) > Limits.USUAL.input()) {
        skipped.add(
            new Skipped(source, "It has more than %d bytes.".formatted(Limits.USUAL.input())));
        return;
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return; // it vanished meanwhile
    } catch (IOException e) {
      unseen(source, e);
      return;
    }
    String before = held.getOrDefault(source, "");
    String digest = SourceDigest.of(bytes, access);
    if (digest.equals(before)) {
      seen.add(source);
      unchanged++;
    } else if (restricted.widens(source, before, access)) {
      seen.add(source);
      skipped.add(
          new Skipped(source, "It lies among documents for some only: say for whom it is."));
    } else {
      read(source, bytes, digest, cutting);
    }
  }

  private void read(String source, byte[] bytes, String digest, Cutting cutting) {
    try {
      List<Passage> cut = cutting.of(source, bytes);
      if (cut.isEmpty()) {
        skipped.add(new Skipped(source, "It holds no text."));
      }
      seen.add(source);
      files += cut.isEmpty() ? 0 : 1;
      passages += cut.size();
      waitingPassages += cut.size();
      waiting.add(new Contents(source, digest, access, cut));
      if (waitingPassages >= TOGETHER) {
        write();
      }
    } catch (Unread e) {
      // What it held before is no more than what it holds now: it leaves the index as if gone.
      skipped.add(new Skipped(source, String.valueOf(e.getMessage())));
    }
  }

  /** Takes out what was not seen of these sources. */
  void remove(Predicate<String> sources) {
    held.keySet().stream()
        .filter(sources)
        .filter(source -> !seen.contains(source))
        .filter(source -> unseen.stream().noneMatch(place -> within(source, place)))
        .sorted()
        .forEach(gone::add);
  }

  private static boolean within(String source, String place) {
    return place.isEmpty() || source.equals(place) || source.startsWith(place + "/");
  }

  private void write() {
    if (!waiting.isEmpty() || !gone.isEmpty()) {
      index.change(waiting, gone);
    }
    waiting.clear();
    waitingPassages = 0;
  }

  Indexed done() {
    write();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Indexed(files, passages, unchanged, gone, skipped, others, took);
  }

  private static String why(IOException e) {
    return "It cannot be read (" + e.getClass().getSimpleName() + ").";
  }
}
