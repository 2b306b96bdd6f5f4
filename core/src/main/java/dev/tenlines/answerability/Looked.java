package dev.tenlines.answerability;

import dev.tenlines.answerability.Asked.Term;
import dev.tenlines.index.Hit;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Embedder.Reading;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question, what was found, and the units of it that are worth a closer look. */
final class Looked {
  /** Sentences are sought in so many passages, and in so many units of each. */
  private static final int PASSAGES = 8;

  private static final int UNITS = 150;

  /** So many units are looked at closely, and so many of them embedded. */
  private static final int CLOSE = 12;

  private static final int EMBEDDED = 5;

  /** What a unit is about shows in its first words; long ones take long to embed. */
  private static final int HEAD = 300;

  final Asked asked;
  final List<Hit> hits;

  /** The best by their words, best first. */
  final List<Sight> close;

  /** Units of each passage that was read, in order. */
  final List<List<Sight>> passages = new ArrayList<>();

  /** How well each passage meets each term, its path included. */
  final List<double[]> met = new ArrayList<>();

  /** How well the path of each passage meets each term. */
  final List<double[]> headings = new ArrayList<>();

  /** The question's words with their meanings; null without an embedder. */
  @Nullable Reading reading;

  private Looked(Asked asked, List<Hit> hits) {
    this.asked = asked;
    this.hits = hits;
    List<Sight> all = new ArrayList<>();
    for (int rank = 0; rank < Math.min(PASSAGES, hits.size()); rank++) {
      List<Sight> units = Sight.of(hits.get(rank), rank, asked, UNITS);
      passages.add(units);
      double[] heading = heading(hits.get(rank));
      headings.add(heading);
      double[] met = heading.clone();
      for (Sight sight : units) {
        for (int i = 0; i < met.length; i++) {
          met[i] = Math.max(met[i], sight.met[i]);
        }
      }
      this.met.add(met);
      all.addAll(units);
    }
    this.close =
        all.stream()
            .sorted(
                Comparator.comparingDouble((Sight s) -> -rough(s)).thenComparingInt(s -> s.rank))
            .limit(CLOSE)
            .toList();
  }

  static Looked at(String question, List<Hit> hits, @Nullable Embedder embedder) {
    Looked looked = new Looked(Asked.of(question, hits), hits);
    if (embedder != null) {
      looked.measure(embedder);
    }
    return looked;
  }

  /** Those that words put further down are taken to be no nearer than the farthest measured. */
  private void measure(Embedder embedder) {
    Reading question = embedder.read(asked.text);
    reading = question;
    double farthest = 1;
    for (int i = 0; i < close.size(); i++) {
      Sight sight = close.get(i);
      if (i < EMBEDDED) {
        String head = sight.text.substring(0, Math.min(HEAD, sight.text.length()));
        Reading read = embedder.read(head);
        sight.reading = read;
        sight.cosine = Alignment.dot(question.vector(), read.vector());
        farthest = Math.min(farthest, sight.cosine);
      } else {
        sight.cosine = farthest;
      }
    }
  }

  private double[] heading(Hit hit) {
    String path = String.join("\n", hit.passage().path());
    Set<String> stems = new HashSet<>();
    Words.of(path).all().forEach(w -> stems.add(w.stem()));
    Map<String, List<String>> beginnings = Asked.byBeginning(stems);
    double[] met = new double[asked.terms.size()];
    for (int i = 0; i < met.length; i++) {
      Term term = asked.terms.get(i);
      met[i] =
          term.in(stems, path.toLowerCase(Locale.ROOT))
              ? 1
              : term.spelled().isEmpty() ? Asked.like(term.stem(), beginnings, stems) : 0;
    }
    return met;
  }

  /** By words alone: its own, half of its neighbours', a little of its passage's. */
  private double rough(Sight sight) {
    double sum = 0;
    for (int i = 0; i < asked.terms.size(); i++) {
      double around = Math.max(around(sight, i), headings.get(sight.rank)[i]);
      double passage = met.get(sight.rank)[i];
      sum +=
          asked.terms.get(i).weight()
              * Math.max(sight.met[i], Math.max(0.5 * around, 0.3 * passage));
    }
    return sum * (sight.words.size() < 4 ? 0.6 : 1) - 0.05 * sight.rank;
  }

  /** How well the units beside it meet a term. */
  double around(Sight sight, int term) {
    List<Sight> units = passages.get(sight.rank);
    double before = sight.place > 0 ? units.get(sight.place - 1).met[term] : 0;
    double after = sight.place + 1 < units.size() ? units.get(sight.place + 1).met[term] : 0;
    return Math.max(before, after);
  }
}
