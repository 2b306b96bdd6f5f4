package dev.tenlines.bench.answer;

import dev.tenlines.answerability.Study;
import dev.tenlines.bench.answer.QuestionSet.Question;
import dev.tenlines.document.Span;
import dev.tenlines.index.Access;
import dev.tenlines.index.Contents;
import dev.tenlines.index.Hit;
import dev.tenlines.index.Index;
import dev.tenlines.index.LuceneIndex;
import dev.tenlines.index.Passage;
import dev.tenlines.index.Scope;
import dev.tenlines.learn.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question with what the index found for it.
 *
 * @param dropped whether what answers it was taken away, so that nothing does
 */
record Seen(Question question, List<Hit> hits, boolean dropped) {
  /** As many as a feature gets. */
  private static final int HITS = 20;

  private static final int MORE = 80;

  boolean answerable() {
    return question.answerable() && !dropped;
  }

  /** Whether a stretch holds a marked answer. */
  boolean holds(Passage passage, int start, int end) {
    return !dropped
        && question.gold().contains(passage.id())
        && question.answers().stream().anyMatch(new Span(start, end)::contains);
  }

  @Nullable Study study(@Nullable Embedder embedder) {
    return Study.of(question.text(), hits, embedder);
  }

  /**
   * Searches every question of a set.
   *
   * @param drop of how many answerable questions one is asked again without its answer; 0 for none
   */
  static void each(QuestionSet set, @Nullable Embedder embedder, int drop, Consumer<Seen> then) {
    try (Index index = index(set, embedder)) {
      int place = 0;
      for (Question question : set.questions()) {
        List<Hit> hits = index.search(question.text(), new Scope("", Set.of()), MORE);
        then.accept(new Seen(question, first(hits), false));
        if (drop > 0 && question.answerable() && place++ % drop == 0) {
          then.accept(new Seen(question, first(without(hits, question)), true));
        }
      }
    }
  }

  private static List<Hit> first(List<Hit> hits) {
    return hits.subList(0, Math.min(HITS, hits.size()));
  }

  /** Other sections of the same page may say the same; another paragraph of an article does not. */
  private static List<Hit> without(List<Hit> hits, Question question) {
    Set<String> pages =
        question.gold().stream().map(id -> id.replaceAll("#.*", "")).collect(Collectors.toSet());
    return hits.stream()
        .filter(hit -> !pages.contains(hit.passage().source().replaceAll("#.*", "")))
        .toList();
  }

  private static Index index(QuestionSet set, @Nullable Embedder embedder) {
    Map<String, List<Passage>> sources = new LinkedHashMap<>();
    for (Passage passage : set.passages()) {
      sources.computeIfAbsent(passage.source(), s -> new ArrayList<>()).add(passage);
    }
    List<Contents> contents = new ArrayList<>();
    sources.forEach((name, own) -> contents.add(new Contents(name, name, Access.ALL, own)));
    try {
      Index index = LuceneIndex.open(Files.createTempDirectory("tenlines-bench"), () -> embedder);
      index.change(contents, List.of());
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
