package dev.tenlines.answerability;

import dev.tenlines.answerability.Ranking.Ranked;
import dev.tenlines.index.Passage;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds where sources say different values of what is asked, or one denies what the other says.
 * Rather one too few: values are compared only where both sentences say all that the question says
 * and nothing narrows down one of them alone.
 */
final class Conflicts {
  /** So many of the best units are compared. */
  private static final int COMPARED = 8;

  private static final int SHARED = 3;

  /** A part of the question's words that both have to say, the rare ones counting more. */
  private static final double SAID = 0.9;

  private final Asked asked;
  private final SentenceFeatures features;

  private Conflicts(Ranking ranking) {
    this.asked = ranking.looked().asked;
    this.features = new SentenceFeatures(ranking.looked());
  }

  static List<Conflict> among(Ranking ranking) {
    Conflicts conflicts = new Conflicts(ranking);
    List<Ranked> best = ranking.ranked().stream().limit(COMPARED).toList();
    List<Conflict> found = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      for (int j = i + 1; j < best.size(); j++) {
        Sight a = best.get(i).sight();
        Sight b = best.get(j).sight();
        if (elsewhere(a.hit.passage(), b.hit.passage()) && conflicts.between(a, b)) {
          Chosen first = a.chosen(best.get(i).share());
          found.add(new Conflict(first, b.chosen(best.get(j).share()), about(a, b)));
        }
      }
    }
    return found;
  }

  private static boolean elsewhere(Passage a, Passage b) {
    return !a.source().equals(b.source()) || !a.path().equals(b.path());
  }

  private boolean between(Sight a, Sight b) {
    Set<String> one = frame(a);
    Set<String> other = frame(b);
    boolean same = one.equals(other) && one.size() >= SHARED;
    if (denies(a) != denies(b)) {
      return same && values(a, Kind.OTHER).equals(values(b, Kind.OTHER));
    }
    boolean valued =
        switch (asked.kind) {
          case WHO, WHEN, WHERE, COUNT -> true;
          default -> false;
        };
    return same && differ(a, b, Kind.COUNT) && values(a, Kind.WHO).equals(values(b, Kind.WHO))
        || valued
            && features.covered(a.met) >= SAID
            && features.covered(b.met) >= SAID
            && !narrowed(a, other)
            && !narrowed(b, one)
            && differ(a, b, asked.kind)
            && (Answers.named(asked.kind) || values(a, Kind.WHO).equals(values(b, Kind.WHO)));
  }

  /** The words that matter, without values. */
  private static Set<String> frame(Sight sight) {
    return sight.words.stream()
        .filter(w -> !Vocabulary.LITTLE.contains(w.folded()) && !ofFact(sight, w))
        .map(Word::stem)
        .collect(Collectors.toSet());
  }

  private static boolean ofFact(Sight sight, Word word) {
    return sight.facts().stream().anyMatch(f -> within(word, f));
  }

  private static boolean within(Word word, Fact fact) {
    return fact.start() <= word.start() && word.start() < fact.end();
  }

  private static boolean denies(Sight sight) {
    return sight.words.stream().anyMatch(w -> Vocabulary.DENYING.contains(w.folded()));
  }

  /** Whether each says one value, and not the same. */
  private boolean differ(Sight a, Sight b, Kind kind) {
    List<String> one = values(a, kind);
    List<String> other = values(b, kind);
    if (one.size() != 1 || other.size() != 1 || one.equals(other)) {
      return false;
    }
    List<Fact> own = fitting(a, kind);
    List<Fact> others = fitting(b, kind);
    boolean said =
        own.stream().anyMatch(f -> others.stream().anyMatch(o -> f.saidBy(o) || o.saidBy(f)));
    return !said && unit(own.getFirst()).equals(unit(others.getFirst()));
  }

  private static String unit(Fact fact) {
    return fact instanceof Fact.Figure figure ? figure.unit() : "";
  }

  /** What a sentence says of a kind that the question does not; neighbouring names are one. */
  private List<String> values(Sight sight, Kind kind) {
    List<String> values = new ArrayList<>();
    int end = -2;
    for (Fact fact : fitting(sight, kind)) {
      boolean goes = fact instanceof Fact.Name && fact.start() == end + 1 && !values.isEmpty();
      if (goes) {
        values.set(values.size() - 1, values.getLast() + " " + fact.text());
      } else {
        values.add(fact.text());
      }
      end = fact.end();
    }
    return values;
  }

  private List<Fact> fitting(Sight sight, Kind kind) {
    return sight.facts().stream()
        .filter(f -> Answers.fits(kind, f))
        .filter(f -> asked.facts.stream().noneMatch(f::saidBy))
        .filter(f -> !(f instanceof Fact.Name name) || !asked.stems.contains(name.normal()))
        .toList();
  }

  /** Whether a word right before one of the question makes it something else: express delivery. */
  private boolean narrowed(Sight sight, Set<String> other) {
    for (int i = 1; i < sight.words.size(); i++) {
      Word before = sight.words.get(i - 1);
      boolean own =
          !Vocabulary.LITTLE.contains(before.folded())
              && !asked.stems.contains(before.stem())
              && !other.contains(before.stem())
              && fitting(sight, asked.kind).stream().noneMatch(f -> within(before, f));
      if (own && asked.term(sight.words.get(i).stem()) != null) {
        return true;
      }
    }
    return false;
  }

  /** The words of the first that both share, as it has them. */
  private static String about(Sight a, Sight b) {
    Set<String> once = new HashSet<>();
    return a.words.stream()
        .filter(w -> !Vocabulary.LITTLE.contains(w.folded()))
        .filter(w -> b.stems.contains(w.stem()) && once.add(w.stem()))
        .map(w -> a.text.substring(w.start(), w.end()))
        .collect(Collectors.joining(" "));
  }
}
