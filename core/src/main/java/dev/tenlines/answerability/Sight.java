package dev.tenlines.answerability;

import dev.tenlines.answerability.Asked.Term;
import dev.tenlines.answerability.Units.Unit;
import dev.tenlines.index.Hit;
import dev.tenlines.learn.Embedder.Reading;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A unit of a passage as a question sees it. */
final class Sight {
  final Hit hit;

  /** The place of its passage among the hits, from 0. */
  final int rank;

  /** Its place in the passage, from 0, and how many units the passage has. */
  final int place;

  final int places;
  final Unit unit;
  final String text;
  final List<Word> words;
  final Set<String> stems = new HashSet<>();
  final String lower;

  /** How well each term of the question is met, in the order of the terms. */
  final double[] met;

  private @Nullable List<Fact> facts;

  /** The cosine with the question; NaN where it was not measured. */
  double cosine = Double.NaN;

  /** Its first words with their meanings; null where they were not read. */
  @Nullable Reading reading;

  private Sight(Hit hit, int rank, int place, int places, Unit unit, Asked asked) {
    this.hit = hit;
    this.rank = rank;
    this.place = place;
    this.places = places;
    this.unit = unit;
    this.text = hit.passage().text().substring(unit.start(), unit.end());
    this.words = Words.of(text).all();
    words.forEach(w -> stems.add(w.stem()));
    this.lower = text.toLowerCase(Locale.ROOT);
    Map<String, List<String>> beginnings = Asked.byBeginning(stems);
    this.met = new double[asked.terms.size()];
    for (int i = 0; i < met.length; i++) {
      Term term = asked.terms.get(i);
      met[i] =
          term.in(stems, lower)
              ? 1
              : term.spelled().isEmpty() ? Asked.like(term.stem(), beginnings, stems) : 0;
    }
  }

  /** All units of a passage. */
  static List<Sight> of(Hit hit, int rank, Asked asked, int most) {
    List<Unit> units = Units.of(hit.passage().text());
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < Math.min(most, units.size()); i++) {
      sights.add(new Sight(hit, rank, i, units.size(), units.get(i), asked));
    }
    return sights;
  }

  /** Its numbers, dates and names. */
  List<Fact> facts() {
    List<Fact> known = facts;
    if (known == null) {
      known = Facts.of(text);
      facts = known;
    }
    return known;
  }

  Chosen chosen(double score) {
    return new Chosen(hit, unit.start(), unit.end(), score);
  }
}
