package dev.tenlines.tagging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a model finds in a text. */
final class Reading {
  private static final double LEAST = 0.02;
  private static final double TAKEN = Double.parseDouble(System.getProperty("taken", "0.5"));

  private final Lattice lattice;
  private final Tags tags;
  private final List<Token> tokens;

  private Reading(Lattice lattice, Tags tags, List<Token> tokens) {
    this.lattice = lattice;
    this.tags = tags;
    this.tokens = tokens;
  }

  /** The values of the likeliest way to read a text, in its order; no two overlap. */
  static List<Guess> guesses(Crf model, Input rows, List<Token> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    return new Reading(model.lattice(rows), model.tags(), tokens).best();
  }

  /** Everything that may be a value, the likeliest first; they may overlap. */
  static List<Guess> candidates(Crf model, Input rows, List<Token> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    return new Reading(model.lattice(rows), model.tags(), tokens).all();
  }

  private List<Guess> best() {
    if (TAKEN > 0) {
      List<Guess> taken = new ArrayList<>();
      for (Guess guess : all()) {
        if (guess.probability() >= TAKEN
            && taken.stream().noneMatch(t -> t.span().overlaps(guess.span()))) {
          taken.add(guess);
        }
      }
      taken.sort(Comparator.comparingInt(g -> g.span().start()));
      return taken;
    }
    int[] best = lattice.best();
    List<Guess> guesses = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      if (best[i] == Tags.OUTSIDE) {
        continue;
      }
      int from = i;
      while (tags.isOpen(best[i])) {
        i++;
      }
      guesses.add(guess(tags.field(best[from]), from, i + 1));
    }
    return guesses;
  }

  private double mass(Guess guess) {
    double mass = 0;
    int field = tags.fields().indexOf(guess.field());
    for (int i = Tokens.first(tokens, guess.span().start());
        i < tokens.size() && tokens.get(i).start() < guess.span().end();
        i++) {
      double m = Boolean.getBoolean("anyfield") ? 1 - lattice.share(i, 0) : 0;
      for (int place = 0; place < 4 && !Boolean.getBoolean("anyfield"); place++) {
        m += lattice.share(i, tags.tag(field, place));
      }
      mass = Math.max(m, mass);
    }
    return mass;
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
