package dev.tenlines.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.Refused;
import dev.tenlines.index.Access;
import dev.tenlines.index.Contents;
import dev.tenlines.reading.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {
  @TempDir private Path home;
  private final MemoryIndex index = new MemoryIndex();
  private Indexer indexer;

  @BeforeEach
  void open() {
    indexer = Indexer.of(index, IndexerTest::read, home, home.resolve("help.lock"));
  }

  @Test
  void folder_isIndexedOnceAndReadNoMore() {
    write("docs/a.txt", "Alpha.");
    write("docs/deep/b.txt", "Beta.");

    Indexed first = indexer.index(home.resolve("docs"));
    int changes = index.changes;
    Indexed second = indexer.index(home.resolve("docs"));

    assertThat(index.sources).containsOnlyKeys("docs/a.txt", "docs/deep/b.txt");
    assertThat(first.files()).isEqualTo(2);
    assertThat(first.passages()).isEqualTo(2);
    assertThat(second.files()).isZero();
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(index.changes).isEqualTo(changes);
  }

  @Test
  void changes_replaceWhatWasThere() {
    write("docs/a.txt", "Alpha.");
    indexer.index(home.resolve("docs"));
    write("docs/a.txt", "Gamma.");

    Indexed again = indexer.index(home.resolve("docs"));

    assertThat(index.texts()).containsExactly("Gamma.");
    assertThat(again.files()).isEqualTo(1);
  }

  @Test
  void whatVanished_leavesWithoutTouchingOtherFolders() {
    write("docs/a.txt", "Alpha.");
    write("docs/b.txt", "Beta.");
    write("docs-old/c.txt", "Gamma.");
    indexer.index(home.resolve("docs"), home.resolve("docs-old"));
    delete("docs/b.txt");
    delete("docs-old/c.txt");

    Indexed again = indexer.index(home.resolve("docs"));

    assertThat(again.removed()).containsExactly("docs/b.txt");
    assertThat(index.texts()).containsExactlyInAnyOrder("Alpha.", "Gamma.");
  }

  @Test
  void hiddenAndMadeFiles_areNotRead() {
    write("docs/a.txt", "Alpha.");
    write("docs/.git/b.txt", "x");
    write("docs/node_modules/p/README.md", "x");
    write("docs/target/c.txt", "x");
    write("docs/.secret.txt", "x");
    write("docs/logo.png", "x");

    Indexed done = indexer.index(home.resolve("docs"));

    assertThat(index.sources).containsOnlyKeys("docs/a.txt");
    assertThat(done.others()).isEqualTo(1);
    assertThat(done.skipped()).isEmpty();
  }

  @Test
  void links_leadNowhereOutside() throws IOException {
    write("secret/s.txt", "Secret.");
    write("docs/a.txt", "Alpha.");
    Files.createSymbolicLink(home.resolve("docs/out.txt"), home.resolve("secret/s.txt"));
    Files.createSymbolicLink(home.resolve("docs/outside"), home.resolve("secret"));
    Files.createSymbolicLink(home.resolve("docs/loop"), home.resolve("docs"));
    Files.createSymbolicLink(home.resolve("docs/in.txt"), home.resolve("docs/a.txt"));

    indexer.index(home.resolve("docs"));

    assertThat(index.sources).containsOnlyKeys("docs/a.txt", "docs/in.txt");
  }

  @Test
  void linkedFolder_isReadWhereItIsNamed() throws IOException {
    write("real/a.txt", "Alpha.");
    Files.createSymbolicLink(home.resolve("docs"), home.resolve("real"));

    indexer.index(home.resolve("docs"));

    assertThat(index.sources).containsOnlyKeys("docs/a.txt");
  }

  @Test
  void unreadableFile_isNamedAndStopsNothing() {
    write("docs/a.txt", "Alpha.");
    write("docs/broken.pdf", "BROKEN");
    write("docs/z.txt", "Omega.");

    Indexed done = indexer.index(home.resolve("docs"));

    assertThat(index.texts()).containsExactly("Alpha.", "Omega.");
    assertThat(done.skipped())
        .containsExactly(new Indexed.Skipped("docs/broken.pdf", "The file is broken."));
  }

  @Test
  void fileThatBreaks_losesWhatItSaidBefore() {
    write("docs/a.pdf", "Alpha.");
    indexer.index(home.resolve("docs"));
    write("docs/a.pdf", "BROKEN");

    indexer.index(home.resolve("docs"));

    assertThat(index.texts()).isEmpty();
  }

  @Test
  void access_isThatOfTheCall() {
    write("team/a.txt", "Alpha.");
    Access staff = new Access("acme", Set.of("staff"));

    indexer.visibleTo(staff).index(home.resolve("team"));

    assertThat(index.sources.values()).extracting(Contents::access).containsExactly(staff);
  }

  @Test
  void access_isNeverWidenedByTheWay() {
    write("docs/team/a.txt", "Alpha.");
    write("docs/b.txt", "Beta.");
    Access staff = new Access("acme", Set.of("staff"));
    indexer.visibleTo(staff).index(home.resolve("docs/team"));

    Indexed all = indexer.index(home.resolve("docs"));

    assertThat(index.sources.get("docs/team/a.txt").access()).isEqualTo(staff);
    assertThat(index.sources.get("docs/b.txt").access()).isEqualTo(Access.ALL);
    assertThat(all.skipped())
        .extracting(Indexed.Skipped::source)
        .containsExactly("docs/team/a.txt");
  }

  @Test
  void newFile_amongRestrictedOnesIsNotForEverybody() {
    write("docs/a.txt", "Alpha.");
    write("docs/staff/b.txt", "Beta.");
    indexer.index(home.resolve("docs/a.txt"));
    indexer.visibleTo(new Access("acme", Set.of("staff"))).index(home.resolve("docs/staff"));
    write("docs/c.txt", "Gamma.");
    write("docs/staff/deep/d.txt", "Delta.");

    Indexed done = indexer.index(home.resolve("docs"));

    assertThat(index.sources).containsOnlyKeys("docs/a.txt", "docs/c.txt", "docs/staff/b.txt");
    assertThat(done.skipped())
        .extracting(Indexed.Skipped::source)
        .containsExactlyInAnyOrder("docs/staff/b.txt", "docs/staff/deep/d.txt");
  }

  @Test
  void access_changesWhereItIsNamed() {
    write("docs/a.txt", "Alpha.");
    indexer.index(home.resolve("docs"));
    Access staff = new Access("acme", Set.of("staff"));

    indexer.visibleTo(staff).index(home.resolve("docs"));

    assertThat(index.sources.get("docs/a.txt").access()).isEqualTo(staff);
  }

  @Test
  void removal_takesOutWhatLayInAFolder() {
    write("docs/a.txt", "Alpha.");
    write("guides/b.txt", "Beta.");
    indexer.index(home.resolve("docs"), home.resolve("guides"));
    delete("docs/a.txt");
    delete("docs");

    Indexed removed = indexer.remove(List.of(home.resolve("docs")));

    assertThat(removed.removed()).containsExactly("docs/a.txt");
    assertThat(index.texts()).containsExactly("Beta.");
  }

  @Test
  void folderElsewhere_isNamedByTheWayThere(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("a.txt"), "Alpha.");
    Indexer there = Indexer.of(index, IndexerTest::read, home.resolve("p"), home.resolve("x.lock"));

    there.index(elsewhere);
    Files.delete(elsewhere.resolve("a.txt"));
    there.index(elsewhere);

    assertThat(index.written.getFirst().source()).startsWith("../").endsWith("/a.txt");
    assertThat(index.texts()).isEmpty();
  }

  @Test
  void missingFolder_isAnError() {
    assertThatThrownBy(() -> indexer.index(home.resolve("nothing")))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-220")
        .hasMessageContaining("nothing");
  }

  @Test
  void secondIndexer_isToldThatOneIsAtWork() {
    write("docs/a.txt", "Alpha.");
    List<Throwable> thrown = new ArrayList<>();
    Indexer first =
        indexer.watchedBy((what, done, total) -> {
          try {
            indexer.index(home.resolve("docs"));
          } catch (TenlinesException e) {
            thrown.add(e);
          }
        });

    first.index(home.resolve("docs"));

    assertThat(thrown.getFirst()).hasMessageContaining("TL-221").hasMessageContaining("(help)");
    assertThat(index.texts()).containsExactly("Alpha.");
  }

  private static dev.tenlines.document.Read read(String name, byte[] bytes) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    return text.equals("BROKEN")
        ? new Refused(Refused.Kind.BROKEN, "The file is broken.")
        : DocumentReader.plain(name, text);
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(home.resolve(file).getParent());
      Files.writeString(home.resolve(file), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void delete(String file) {
    try {
      Files.delete(home.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
