package dev.tenlines.classify;

import dev.tenlines.Request;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Likeness;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import java.time.Instant;
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
  private static final int MOST_TENANTS = 100;
  private static final int BY_WORDS = 100;
  private static final int MOST_MEANINGS = 20_000;

  private final String feature;
  private final @Nullable Judgements judgements;
  private final Supplier<@Nullable Embedder> embedder;
  private final Likeness spelled;
  private final List<Known> own;
  private final Map<String, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Likeness.Print> meanings = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Likeness meant;

  /** Texts that have a label, whoever asks, and where more come from. */
  Neighbours(
      String feature,
      List<Example> examples,
      @Nullable Judgements judgements,
      Supplier<@Nullable Embedder> embedder) {
    this.feature = feature;
    this.judgements = judgements;
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

  /** A tenant's verdicts up to a moment. */
  private record Shelf(List<Known> known, Instant until) {}

  /** The most similar texts, the most similar last: a model minds most what it read last. */
  List<Near> of(Request request, int most) {
    String text = request.input();
    List<Known> judged = judged(request.tenant());
    if (own.isEmpty() && judged.isEmpty()) {
      return List.of();
    }
    Likeness.Print print = spelled.of(text);
    List<Known> all = new ArrayList<>(own);
    all.addAll(judged);
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

  private List<Known> judged(String tenant) {
    if (judgements == null) {
      return List.of();
    }
    Shelf shelf;
    synchronized (shelves) {
      shelf = shelves.computeIfAbsent(tenant, name -> new Shelf(List.of(), Instant.EPOCH));
      if (shelves.size() > MOST_TENANTS) {
        shelves.remove(shelves.keySet().iterator().next());
      }
    }
    List<Judgement> fresh = judgements.sent(tenant, feature, shelf.until(), MOST_VERDICTS);
    if (fresh.isEmpty()) {
      return shelf.known();
    }
    List<Known> known = new ArrayList<>(shelf.known());
    fresh.forEach(row -> known.add(known(row.request().input(), String.valueOf(row.value()))));
    int first = Math.max(0, known.size() - MOST_VERDICTS);
    Shelf now = new Shelf(List.copyOf(known.subList(first, known.size())), fresh.getLast().at());
    synchronized (shelves) {
      shelves.put(tenant, now);
    }
    return now.known();
  }

  private Known known(String text, String label) {
    return new Known(text, label, spelled.of(text));
  }
}
