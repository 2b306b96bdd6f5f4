package dev.tenlines.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.index.AnyDirectory;
import dev.tenlines.index.Hit;
import dev.tenlines.index.Index;
import dev.tenlines.index.Passage;
import dev.tenlines.index.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexing that is killed anywhere, and what is found afterwards. */
class CrashTest {
  /** Say {@code -Dtenlines.sequences=10000} for as many as we promise. */
  private static final int SEQUENCES = Integer.getInteger("tenlines.sequences", 60);

  private static final int FILES = 7;
  private static final int NEVER = Integer.MAX_VALUE;
  private static final Scope ANYBODY = new Scope("default", Set.of());

  @TempDir private Path home;
  private int words;
  private int crashes;

  @Test
  void killedAnywhere_nothingIsStaleAndNothingIsLost() throws IOException {
    for (int seed = 1; seed <= SEQUENCES; seed++) {
      sequence(new Random(seed));
    }

    assertThat(crashes).isGreaterThan(SEQUENCES);
  }

  private void sequence(Random random) throws IOException {
    words = 0;
    Map<String, String> files = new TreeMap<>();
    Directory disk = new ByteBuffersDirectory();
    Map<String, Set<String>> ever = new HashMap<>();
    for (int round = 2 + random.nextInt(5); round > 0; round--) {
      change(files, random);
      files.forEach((name, text) -> ever.computeIfAbsent(name, n -> new TreeSet<>()).add(text));
      Mortal process = new Mortal(random.nextInt(4) == 0 ? NEVER : 1 + random.nextInt(400));
      index(disk, process, files);
      if (process.dead()) {
        crashes++;
        assertWhole(disk, ever);
      }
    }
    index(disk, new Mortal(NEVER), files);
    assertFresh(disk, files);
    files.keySet().forEach(name -> home.resolve("docs").resolve(name).toFile().delete());
  }

  private void change(Map<String, String> files, Random random) throws IOException {
    Files.createDirectories(home.resolve("docs"));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      String name = (char) ('a' + random.nextInt(FILES)) + ".txt";
      if (random.nextInt(3) == 0) {
        files.remove(name);
        Files.deleteIfExists(home.resolve("docs").resolve(name));
      } else {
        String text = text(random);
        files.put(name, text);
        Files.writeString(home.resolve("docs").resolve(name), text);
      }
    }
  }

  /** Up to six passages, each with a word of its own. */
  private String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append("# Part\n%sx%d and the rest\n".formatted((char) ('a' + i), words++));
    }
    return text.toString();
  }

  private void index(Directory disk, Mortal process, Map<String, String> files) {
    Index index = AnyDirectory.open(process.over(disk), process.embedder());
    try {
      Indexed done =
          Indexer.of(index, process::read, home, home.resolve("lock")).index(home.resolve("docs"));
      assertThat(done.files() + done.unchanged()).isEqualTo(files.size());
    } catch (RuntimeException e) {
      assertThat(process.dead()).as("only the dead fail: " + e).isTrue();
    }
  }

  /** What is found equals what a new index of the same files finds. */
  private void assertFresh(Directory disk, Map<String, String> files) {
    Index old = AnyDirectory.open(disk, new Mortal(NEVER).embedder());
    Directory empty = new ByteBuffersDirectory();
    index(empty, new Mortal(NEVER), files);
    Index fresh = AnyDirectory.open(empty, new Mortal(NEVER).embedder());

    assertThat(old.digests()).isEqualTo(fresh.digests());
    assertThat(old.digests())
        .containsOnlyKeys(files.keySet().stream().map(f -> "docs/" + f).toList());
    assertThat(old.size()).isEqualTo(fresh.size());
    assertThat(old.generation()).isEqualTo(files.isEmpty() ? old.generation() : fresh.generation());
    files.values().forEach(text -> assertThat(found(old, text)).isEqualTo(found(fresh, text)));
  }

  /** Every source is one that its file once was, with all its passages and no others. */
  private void assertWhole(Directory disk, Map<String, Set<String>> ever) {
    Index index = AnyDirectory.open(disk, new Mortal(NEVER).embedder());
    BiFunction<String, String, List<Passage>> cut =
        (source, text) -> Passages.of(source, Mortal.headed(source, text));
    int passages = 0;
    for (Map.Entry<String, String> held : index.digests().entrySet()) {
      String source = held.getKey();
      String text =
          ever.get(source.substring("docs/".length())).stream()
              .filter(t -> held.getValue().equals(digest(t)))
              .findFirst()
              .orElseThrow();
      List<Passage> all = cut.apply(source, text);
      passages += all.size();
      assertThat(found(index, all.getLast().text())).contains(all.getLast());
    }
    assertThat(index.size()).isEqualTo(passages);
  }

  private static String digest(String text) {
    return SourceDigest.of(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8), dev.tenlines.index.Access.ALL);
  }

  /** The passages that share one of the words that only this text has. */
  private static Set<Passage> found(Index index, String text) {
    Set<Passage> found = new java.util.HashSet<>();
    for (String word : new TreeSet<>(List.of(text.split("\\W+")))) {
      if (word.matches("[a-f]x\\d+")) {
        index.search(word, ANYBODY, 50).stream()
            .map(Hit::passage)
            .filter(p -> p.text().contains(word))
            .forEach(found::add);
      }
    }
    return found;
  }
}
