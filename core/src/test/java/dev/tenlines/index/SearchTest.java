package dev.tenlines.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Letters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  @TempDir private Path directory;

  @Test
  void wordsThatMakeAQuestion_areNotSearchedFor() {
    List<Contents> sources =
        List.of(
            source("chat.md", "Small talk", "How do you do? What do I do, and how do we do it?"),
            source("login.md", "Accounts", "A password is changed on the account page."),
            source("food.md", "Kitchen", "Rice is washed before it is boiled."));

    assertThat(found(null, sources, "how do I change my password, and what do you do then"))
        .startsWith("login.md");
  }

  @Test
  void questionOfNothingElse_isSearchedForAsItIs() {
    List<Contents> sources =
        List.of(
            source("song.md", "Songs", "Who are you, sang the band."),
            source("food.md", "Kitchen", "Rice is washed before it is boiled."));

    assertThat(found(null, sources, "Who are you?")).containsExactly("song.md");
  }

  @Test
  void headingThatSaysTheQuestion_comesFirst() {
    List<Contents> sources =
        List.of(
            source("a.md", "Other notes", "Parcels are sent back within two weeks."),
            source("b.md", "Sending parcels back", "Parcels are sent back within two weeks."),
            source("c.md", "Kitchen", "Rice is washed before it is boiled."));

    assertThat(found(null, sources, "sending parcels back")).startsWith("b.md", "a.md");
  }

  @Test
  void passageAmongOthersThatFit_comesBeforeTheSameElsewhere() {
    String same = "It takes two weeks.";
    List<Contents> sources =
        List.of(
            source("elsewhere.md", "Notes", "zzz xyz.", same, "xyz zzz."),
            source("parcels.md", "Notes", "Parcels go back.", same, "Go pack parcels."));

    List<String> found =
        found(new Letters(), sources, "two weeks for parcels to go back").stream()
            .filter(link -> link.endsWith("#2"))
            .toList();

    assertThat(found).containsExactly("parcels.md#2", "elsewhere.md#2");
  }

  private List<String> found(@Nullable Embedder embedder, List<Contents> sources, String asked) {
    try (Index index = LuceneIndex.open(directory, () -> embedder)) {
      index.change(sources, List.of());
      return index.search(asked, new Scope("anybody", Set.of()), 10).stream()
          .map(hit -> hit.passage().link())
          .toList();
    }
  }

  private static Contents source(String name, String heading, String... texts) {
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      String link = texts.length == 1 ? name : name + "#" + (passages.size() + 1);
      int end = start + text.length();
      passages.add(new Passage(name, link, List.of(heading), null, start, end, text, "en"));
      start = end + 1;
    }
    return new Contents(name, name, Access.ALL, passages);
  }
}
