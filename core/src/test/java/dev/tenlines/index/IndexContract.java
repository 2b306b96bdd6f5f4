package dev.tenlines.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every index keeps to. */
interface IndexContract {
  Scope ANYBODY = new Scope("acme", Set.of());

  /** Opens the index that lies in a directory. */
  Index open(Path directory);

  static Contents source(String name, String... texts) {
    return source(name, Access.ALL, texts);
  }

  static Contents source(String name, Access access, String... texts) {
    List<Passage> passages = new java.util.ArrayList<>();
    int start = 0;
    for (String text : texts) {
      passages.add(
          new Passage(
              name,
              name + "#" + start,
              List.of("Handbook", "Part of " + name),
              passages.size() + 1,
              start,
              start + text.length(),
              text,
              "en"));
      start += text.length() + 1;
    }
    return new Contents(name, "digest of " + String.join("|", texts), access, passages);
  }

  private static List<String> found(Index index, String question, Scope scope) {
    return index.search(question, scope, 5).stream().map(hit -> hit.passage().id()).toList();
  }

  @Test
  default void newIndex_isEmpty(@TempDir Path directory) {
    try (Index index = open(directory)) {
      assertThat(index.size()).isZero();
      assertThat(index.digests()).isEmpty();
      assertThat(index.search("refund", ANYBODY, 5)).isEmpty();
    }
  }

  @Test
  default void putSource_isFoundWithEverythingKnownOfIt(@TempDir Path directory) {
    Contents refunds = source("refunds.md", "Refunds take five days.", "Gift cards stay.");
    try (Index index = open(directory)) {
      index.change(List.of(refunds, source("shipping.md", "Parcels leave at noon.")), List.of());

      Hit hit = index.search("when do refunds come", ANYBODY, 5).getFirst();
      assertThat(hit.passage()).isEqualTo(refunds.passages().getFirst());
      assertThat(hit.words()).isPositive();
      assertThat(index.size()).isEqualTo(3);
      assertThat(index.digests())
          .containsOnlyKeys("refunds.md", "shipping.md")
          .containsEntry("refunds.md", refunds.digest());
    }
  }

  @Test
  default void sourcePutAgain_replacesWhatItHeld(@TempDir Path directory) {
    try (Index index = open(directory)) {
      index.change(List.of(source("a.md", "Parrots talk.", "Parrots fly.")), List.of());
      index.change(List.of(source("a.md", "Cats purr.")), List.of());

      assertThat(index.size()).isEqualTo(1);
      assertThat(index.search("parrots", ANYBODY, 5))
          .extracting(hit -> hit.passage().text())
          .doesNotContain("Parrots talk.", "Parrots fly.");
    }
  }

  @Test
  default void removedSource_isGone(@TempDir Path directory) {
    try (Index index = open(directory)) {
      index.change(List.of(source("a.md", "Parrots talk."), source("b.md")), List.of());
      index.change(List.of(), List.of("a.md", "never-there.md"));

      assertThat(index.search("parrots", ANYBODY, 5)).isEmpty();
      assertThat(index.digests()).containsOnlyKeys("b.md");
    }
  }

  @Test
  default void change_thatFails_changesNothing(@TempDir Path directory) {
    try (Index index = open(directory)) {
      index.change(List.of(source("a.md", "Parrots talk.")), List.of());
      String before = index.generation();
      Contents broken = source("b.md", new String[] {"fine", FAILING});

      assertThatThrownBy(
              () -> index.change(List.of(source("a.md", "Cats purr."), broken), List.of()))
          .hasMessageContaining(FAILING);
      assertThat(found(index, "parrots", ANYBODY)).containsExactly("a.md#0");
      assertThat(index.generation()).isEqualTo(before);
    }
  }

  /** A text that the index under test cannot take. */
  String FAILING = "this text cannot be embedded";

  @Test
  default void generation_changesWithTheContentsAndOnlyThen(@TempDir Path directory) {
    try (Index index = open(directory)) {
      Contents a = source("a.md", "Parrots talk.");
      index.change(List.of(a), List.of());
      String first = index.generation();
      index.change(List.of(a), List.of());
      assertThat(index.generation()).isEqualTo(first);

      index.change(List.of(source("b.md", "Cats purr.")), List.of());
      assertThat(index.generation()).isNotEqualTo(first);
      index.change(List.of(), List.of("b.md"));
      assertThat(index.generation()).isEqualTo(first);

      index.change(
          List.of(source("a.md", new Access("acme", Set.of()), "Parrots talk.")), List.of());
      assertThat(index.generation()).isNotEqualTo(first);
    }
  }

  @Test
  default void closedIndex_holdsTheSameWhenOpenedAgain(@TempDir Path directory) {
    String generation;
    try (Index index = open(directory)) {
      index.change(List.of(source("a.md", "Parrots talk.")), List.of());
      generation = index.generation();
    }
    try (Index index = open(directory)) {
      assertThat(found(index, "parrots", ANYBODY)).containsExactly("a.md#0");
      assertThat(index.generation()).isEqualTo(generation);
    }
  }

  @Test
  default void otherIndexOfTheDirectory_seesAChange(@TempDir Path directory) {
    try (Index reader = open(directory);
        Index writer = open(directory)) {
      assertThat(reader.size()).isZero();
      writer.change(List.of(source("a.md", "Parrots talk.")), List.of());
      assertThat(found(reader, "parrots", ANYBODY)).containsExactly("a.md#0");
      writer.change(List.of(), List.of("a.md"));
      assertThat(found(reader, "parrots", ANYBODY)).isEmpty();
    }
  }

  @Test
  default void sourceOfATenant_isFoundByItsPeopleOnly(@TempDir Path directory) {
    try (Index index = open(directory)) {
      index.change(
          List.of(
              source("ours.md", new Access("acme", Set.of()), "Parrots talk."),
              source("staff.md", new Access("acme", Set.of("staff", "board")), "Parrots cost."),
              source("theirs.md", new Access("globex", Set.of()), "Parrots bite.")),
          List.of());

      assertThat(found(index, "parrots", ANYBODY)).containsExactly("ours.md#0");
      assertThat(found(index, "parrots", new Scope("acme", Set.of("staff"))))
          .containsExactlyInAnyOrder("ours.md#0", "staff.md#0");
      assertThat(found(index, "parrots", new Scope("*", Set.of("*")))).isEmpty();
    }
  }

  /** Scores and their order. */
  static List<Hit> seen(Index index, String question, @Nullable Scope scope) {
    return index.search(question, scope == null ? ANYBODY : scope, 10);
  }

  @Test
  default void sourcesOfOthers_doNotMoveAScore(@TempDir Path one, @TempDir Path other) {
    Access own = new Access("acme", Set.of());
    List<Contents> ours =
        List.of(
            source("a.md", own, "Parrots talk a lot about parrots."),
            source("b.md", own, "Cats purr when parrots talk."));
    try (Index alone = open(one);
        Index shared = open(other)) {
      alone.change(ours, List.of());
      shared.change(ours, List.of());
      for (int i = 0; i < 20; i++) {
        Access globex = new Access("globex", Set.of());
        shared.change(List.of(source(i + ".md", globex, "Parrots and cats, " + i)), List.of());
      }
      assertThat(seen(shared, "do parrots purr", null))
          .isEqualTo(seen(alone, "do parrots purr", null));
    }
  }

  @Test
  default void whoeverAsks_findsEverythingOfTheirsAndNothingOfOthers(@TempDir Path directory) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(7);
    List<String> tenants = List.of("acme", "globex", "*", "=acme");
    List<String> groups = List.of("staff", "board", "*", "=staff");
    List<Contents> all = new java.util.ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String tenant = random.nextInt(3) == 0 ? null : tenants.get(random.nextInt(4));
      all.add(source(i + ".md", new Access(tenant, some(groups, random)), "Parrots talk, " + i));
    }
    try (Index index = open(directory)) {
      index.change(all, List.of());
      for (int i = 0; i < 60; i++) {
        Scope scope = new Scope(tenants.get(random.nextInt(4)), some(groups, random));
        List<String> theirs =
            all.stream()
                .filter(one -> reads(scope, one.access()))
                .map(one -> one.source() + "#0")
                .toList();
        assertThat(index.search("do parrots talk", scope, 100))
            .extracting(hit -> hit.passage().id())
            .containsExactlyInAnyOrderElementsOf(theirs);
      }
    }
  }

  private static Set<String> some(List<String> names, java.util.SplittableRandom random) {
    Set<String> some = new java.util.TreeSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(names.get(random.nextInt(names.size())));
    }
    return some;
  }

  private static boolean reads(Scope scope, Access access) {
    return (access.tenant() == null || access.tenant().equals(scope.tenant()))
        && (access.groups().isEmpty()
            || access.groups().stream().anyMatch(scope.groups()::contains));
  }

  @Test
  default void identifier_isFoundLetterForLetterOrByItsParts(@TempDir Path directory) {
    try (Index index = open(directory)) {
      index.change(
          List.of(
              source("errors.md", "TL-160 means that a feature is not declared."),
              source("more.md", "TL-161 means that a model is not there, 160 times."),
              source("api.md", "Call selectForUpdate to hold a row."),
              source("names.md", "The option max_retry_count bounds it.")),
          List.of());
      assertThat(found(index, "what is TL-160", ANYBODY)).startsWith("errors.md#0");
      assertThat(found(index, "select for update", ANYBODY)).startsWith("api.md#0");
      assertThat(found(index, "max_retry_count", ANYBODY)).startsWith("names.md#0");
      assertThat(found(index, "retry count", ANYBODY)).startsWith("names.md#0");
    }
  }
}
