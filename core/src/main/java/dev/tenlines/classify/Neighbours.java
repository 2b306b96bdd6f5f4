package dev.tenlines.classify;

import dev.tenlines.Request;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Likeness;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The labelled texts most like a request: those the project was tried on, and what people decided
 * for the same tenant. Words choose a hundred, meaning orders them.
 */
final class Neighbours {
  private static final int MOST_VERDICTS = 5_000;
  private static final int BY_WORDS = 100;
  private static final int MOST_MEANINGS = 20_000;

  private final @Nullable Shelves<Known> judged;
  private final Supplier<@Nullable Embedder> embedder;
  private final Likeness spelled;
  private final List<Known> own;
  private final Map<String, Likeness.Print> meanings = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Likeness meant;

  /** Texts that have a label, whoever asks, and where more come from. */
  Neighbours(
      String feature,
      List<Example> examples,
      @Nullable Judgements judgements,
      Supplier<@Nullable Embedder> embedder) {
    this.judged =
        judgements == null ? null : new Shelves<>(judgements, feature, MOST_VERDICTS, this::known);
    this.embedder = embedder;
    this.spelled = Likeness.learn(examples.stream().map(Example::text).toList(), null);
    this.own = examples.stream().map(row -> known(row.text(), row.label())).toList();
  }

  /**
   * A labelled text.
   *
   * @param like from 0, nothing in common with the request, to 1
   */
  record Near(String text, String label, double like) {}

  private record Known(String text, String label, Likeness.Print print) {}

  /** The most similar texts, the most similar last: a model minds most what it read last. */
  List<Near> of(Request request, int most) {
    String text = request.input();
    List<Known> all = new ArrayList<>(own);
    if (judged != null) {
      all.addAll(judged.of(request.tenant()));
    }
    if (all.isEmpty()) {
      return List.of();
    }
    Likeness.Print print = spelled.of(text);
    List<Near> near =
        best(
            all.stream()
                .filter(known -> !known.text().equals(text))
                .map(known -> new Near(known.text(), known.label(), print.like(known.print())))
                .toList(),
            BY_WORDS);
    Likeness meaning = meant();
    if (meaning != null) {
      Likeness.Print asked = meaning.of(text);
      near =
          near.stream()
              .map(one ->
                  new Near(one.text(), one.label(), asked.like(meaning(meaning, one.text()))))
              .toList();
    }
    return best(near, most).reversed();
  }

  private static List<Near> best(List<Near> near, int most) {
    return near.stream()
        .sorted(Comparator.comparingDouble(Near::like).reversed())
        .limit(most)
        .toList();
  }

  private Likeness.Print meaning(Likeness likeness, String text) {
    synchronized (meanings) {
      Likeness.Print known = meanings.get(text);
      if (known != null) {
        return known;
      }
    }
    Likeness.Print made = likeness.of(text);
    synchronized (meanings) {
      meanings.put(text, made);
      if (meanings.size() > MOST_MEANINGS) {
        meanings.remove(meanings.keySet().iterator().next());
      }
    }
    return made;
  }

  private synchronized @Nullable Likeness meant() {
    if (meant == null) {
      Embedder found = embedder.get();
      meant = found == null ? null : Likeness.learn(own.stream().map(Known::text).toList(), found);
    }
    return meant;
  }

  private Known known(Judgement row) {
    return known(row.request().input(), String.valueOf(row.value()));
  }

  private Known known(String text, String label) {
    return new Known(text, label, spelled.of(text));
  }
}
