package dev.tenlines.tagging;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What a model finds in a text. */
final class Reading {
  private static final double LEAST = 0.02;

  /** Below a half: people who mark texts leave places out, and models learn to be too shy. */
  private static final double TAKEN = 0.35;

  private final Lattice lattice;
  private final Tags tags;
  private final List<Token> tokens;

  private Reading(Lattice lattice, Tags tags, List<Token> tokens) {
    this.lattice = lattice;
    this.tags = tags;
    this.tokens = tokens;
  }

  /** The values that are likely enough, in the order of the text; no two overlap. */
  static List<Guess> guesses(Crf model, Crf.Input rows, List<Token> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    return new Reading(model.lattice(rows), model.tags(), tokens).best();
  }

  /** Everything that may be a value, the likeliest first; they may overlap. */
  static List<Guess> candidates(Crf model, Crf.Input rows, List<Token> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    return new Reading(model.lattice(rows), model.tags(), tokens).all();
  }

  private List<Guess> best() {
    List<Guess> taken = new ArrayList<>();
    BitSet used = new BitSet();
    for (Guess guess : all()) {
      int next = used.nextSetBit(guess.span().start());
      boolean free = next < 0 || next >= guess.span().end();
      if (guess.probability() >= TAKEN && free) {
        used.set(guess.span().start(), guess.span().end());
        taken.add(guess);
      }
    }
    taken.sort(Comparator.comparingInt(g -> g.span().start()));
    return taken;
  }

  private List<Guess> all() {
    List<Guess> guesses = new ArrayList<>();
    for (int field = 0; field < tags.fields().size(); field++) {
      for (int from = 0; from < tokens.size(); from++) {
        from(field, from, guesses);
      }
    }
    guesses.sort(
        Comparator.comparingDouble(Guess::probability)
            .reversed()
            .thenComparingInt(g -> g.span().start())
            .thenComparingInt(g -> g.span().end()));
    return guesses;
  }

  private void from(int field, int from, List<Guess> guesses) {
    if (lattice.share(from, tags.tag(field, Tags.ONLY)) >= LEAST) {
      guesses.add(guess(field, from, from + 1));
    }
    double open = lattice.share(from, tags.tag(field, Tags.FIRST));
    for (int to = from + 2; to <= tokens.size() && open >= LEAST; to++) {
      Guess guess = guess(field, from, to);
      if (guess.probability() >= LEAST) {
        guesses.add(guess);
      }
      open = Math.min(open, lattice.share(to - 1, tags.tag(field, Tags.INNER)));
    }
  }

  private Guess guess(int field, int from, int to) {
    return new Guess(
        tags.fields().get(field), Tags.span(tokens, from, to), lattice.whole(from, to, field));
  }
}
