package dev.tenlines.summarize;

import dev.tenlines.Evidence;
import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.Scored;
import dev.tenlines.salience.Selection;
import dev.tenlines.salience.Selection.Fit;
import dev.tenlines.summarize.Grounding.Grounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
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
    Consumer<Summary.Sentence> seen = used() + words <= budget ? viewer : null;
    parts.add(new Part(sentence, words, seen != null));
    if (seen != null) {
      seen.accept(written(sentence));
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
    while (used() + words(more) < least && dropLeast()) {
      more = missing(least);
    }
    more.forEach(one -> parts.add(new Part(one, Counting.words(one.text()), false)));
    return Summary.of(sorted().stream().map(this::written).toList(), original.facts(), replaced);
  }

  private void trim() {
    while (used() > budget && dropLeast()) {
      // one more had to go
    }
  }

  /** Drops the sentence whose sources say least, if one may go. */
  private boolean dropLeast() {
    Part least =
        parts.stream()
            .filter(part -> !part.shown())
            .min(Comparator.comparingDouble(this::score))
            .orElse(null);
    return parts.remove(least);
  }

  private double score(Part part) {
    return part.sentence().from().stream().mapToDouble(original::score).max().orElse(0);
  }

  /** What the source itself tells where too little is told: first of what is not told yet. */
  private List<Grounded> missing(int least) {
    if (used() >= least) {
      return List.of();
    }
    Set<Span> told = new HashSet<>();
    parts.forEach(part -> told.addAll(part.sentence().from()));
    List<Grounded> fresh = chosen(original.ranked(), told, budget - used());
    if (used() + words(fresh) >= least) {
      return fresh;
    }
    Set<Span> verbatim = new HashSet<>();
    parts.stream()
        .filter(part -> part.sentence().from().size() == 1)
        .filter(p -> original.text(p.sentence().from().getFirst()).equals(p.sentence().text()))
        .forEach(part -> verbatim.addAll(part.sentence().from()));
    List<Grounded> any = chosen(original.ranked(), verbatim, budget - used());
    return words(any) > words(fresh) ? any : fresh;
  }

  private List<Grounded> chosen(List<Scored> ranked, Set<Span> without, int room) {
    List<Scored> left = ranked.stream().filter(one -> !without.contains(one.sentence())).toList();
    if (left.isEmpty() || room < 1) {
      return List.of();
    }
    Selection chosen = original.select(left, room);
    return chosen.fit() == Fit.TOO_LONG
        ? List.of()
        : chosen.sentences().stream()
            .map(span -> new Grounded(original.text(span), List.of(span), false))
            .toList();
  }

  private int used() {
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
