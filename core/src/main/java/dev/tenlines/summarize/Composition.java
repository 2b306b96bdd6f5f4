package dev.tenlines.summarize;

import dev.tenlines.Evidence;
import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import dev.tenlines.summarize.Grounding.Grounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A summary in the making. Each sentence is shown as soon as it is known that it stays; at the end
 * what is too much goes, the least telling first, and what is missing is told by the source itself.
 * No sentence is ever cut.
 */
final class Composition {
  private final Original original;
  private final int budget;
  private final @Nullable Consumer<Summary.Sentence> viewer;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> texts = new HashSet<>();
  private int said;
  private int replaced;

  /**
   * Nothing yet.
   *
   * @param viewer sees each sentence that stays, or null where nobody watches
   */
  Composition(Original original, int budget, @Nullable Consumer<Summary.Sentence> viewer) {
    this.original = original;
    this.budget = budget;
    this.viewer = viewer;
  }

  /** A sentence; one that was shown stays. */
  private record Part(Grounded sentence, int words, boolean shown) {}

  /** Takes what became of a sentence, or null where nothing did. */
  void add(@Nullable Grounded sentence) {
    said++;
    replaced += sentence == null || sentence.replaced() ? 1 : 0;
    if (sentence == null || isTold(sentence) || !texts.add(sentence.text())) {
      return;
    }
    int words = Counting.words(sentence.text());
    boolean shown = viewer != null && words() + words <= budget;
    parts.add(new Part(sentence, words, shown));
    if (viewer != null && shown) {
      viewer.accept(written(sentence));
    }
  }

  /** Takes a sentence of the source, word for word. */
  void quote(Span source) {
    Grounded sentence = original.grounded(source);
    if (texts.add(sentence.text())) {
      parts.add(new Part(sentence, Counting.words(sentence.text()), false));
    }
  }

  /** Whether a sentence of the source would repeat what one that stands on it says. */
  private boolean isTold(Grounded sentence) {
    return sentence.replaced()
        && parts.stream().anyMatch(p -> p.sentence().from().containsAll(sentence.from()));
  }

  boolean hasShown() {
    return parts.stream().anyMatch(Part::shown);
  }

  /** How many sentences were taken. */
  int said() {
    return said;
  }

  /** How many of them gave way to the source. */
  int replaced() {
    return replaced;
  }

  /** What was written of it that stands, within the budget, in the order of the source. */
  List<Grounded> own() {
    trim();
    return sorted();
  }

  /** The whole summary. */
  Summary done() {
    trim();
    int least = new Length(budget).least();
    List<Grounded> more = missing(least);
    while (words() + words(more) < least && dropLeast()) {
      more = missing(least);
    }
    more.forEach(one -> parts.add(new Part(one, Counting.words(one.text()), false)));
    return Summary.of(sorted().stream().map(this::written).toList(), original.facts(), replaced);
  }

  private void trim() {
    boolean dropped = true;
    while (dropped && words() > budget) {
      dropped = dropLeast();
    }
  }

  /** Drops the sentence whose sources say least, if one may go. */
  private boolean dropLeast() {
    Optional<Part> least =
        parts.stream().filter(part -> !part.shown()).min(Comparator.comparingDouble(this::score));
    least.ifPresent(parts::remove);
    return least.isPresent();
  }

  private double score(Part part) {
    return part.sentence().from().stream().mapToDouble(original::score).max().orElse(0);
  }

  /** What the source itself tells where too little is told: first of what is not told yet. */
  private List<Grounded> missing(int least) {
    if (words() >= least) {
      return List.of();
    }
    Set<Span> told = new HashSet<>();
    Set<Span> verbatim = new HashSet<>();
    for (Part part : parts) {
      List<Span> from = part.sentence().from();
      told.addAll(from);
      from.stream()
          .filter(one -> part.sentence().text().contains(original.text(one)))
          .forEach(verbatim::add);
    }
    List<Grounded> fresh = filling(told);
    return words() + words(fresh) >= least ? fresh : longer(fresh, filling(verbatim));
  }

  private List<Grounded> filling(Set<Span> told) {
    return original.selected(told, budget - words()).stream()
        .map(original::grounded)
        .filter(one -> !texts.contains(one.text()))
        .toList();
  }

  private static List<Grounded> longer(List<Grounded> one, List<Grounded> other) {
    return words(other) > words(one) ? other : one;
  }

  /** How many words it has so far. */
  int words() {
    return parts.stream().mapToInt(Part::words).sum();
  }

  private static int words(List<Grounded> sentences) {
    return sentences.stream().mapToInt(one -> Counting.words(one.text())).sum();
  }

  private List<Grounded> sorted() {
    return parts.stream()
        .map(Part::sentence)
        .sorted(Comparator.comparingInt(one -> one.from().getFirst().start()))
        .toList();
  }

  private Summary.Sentence written(Grounded sentence) {
    List<Evidence> from = sentence.from().stream().map(original::evidence).toList();
    return new Summary.Sentence(sentence.text(), from);
  }
}
