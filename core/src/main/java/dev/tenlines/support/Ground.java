package dev.tenlines.support;

import dev.tenlines.text.Sentences;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences that others may stand on, made ready once to be asked about many. */
public final class Ground {
  private static final int CITATION = 600;
  private static final int MOST_LINES = 4;

  /** With so few sentences, all of them are meant. */
  private static final int CITED = 6;

  private final List<Line> lines = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Flat> texts;
  private final Map<String, List<Integer>> postings = new HashMap<>();

  /**
   * Where a sentence of the sources stands.
   *
   * @param source which of the sources, from 0
   * @param start index of its first UTF-16 unit there
   * @param end index after the last
   */
  public record Place(int source, int start, int end) {}

  private Ground(List<String> sources) {
    List<Flat> whole = new ArrayList<>();
    for (int source = 0; source < sources.size(); source++) {
      String text = whole(sources.get(source));
      BitSet borders = new BitSet();
      StringBuilder flat = new StringBuilder();
      for (Sentences.Place place : Sentences.places(text)) {
        String sentence = text.substring(place.start(), place.end());
        add(Line.of(sentence));
        places.add(new Place(source, place.start(), place.end()));
        borders.set(flat.length());
        flat.append(' ').append(Words.normal(sentence));
      }
      whole.add(new Flat(flat.toString(), borders));
    }
    this.texts = List.copyOf(whole);
  }

  /** In a few lines, a break is no end of a sentence: somebody cites what was wrapped. */
  private static String whole(String source) {
    return source.length() > CITATION ? source : source.replace('\n', ' ').replace('\r', ' ');
  }

  /** Reads the texts that sentences may stand on. */
  public static Ground of(List<String> sources) {
    return new Ground(sources);
  }

  /** What is wrong with a sentence; nothing is with one that stands there word for word. */
  public List<Flaw> flaws(String sentence) {
    return isVerbatim(sentence) ? List.of() : Checks.flaws(claim(sentence));
  }

  /** How far a text stands on the sources, from 0 to 1. */
  public double score(String text) {
    return Score.of(this, text);
  }

  /** The sentence that says most of what a sentence says, or null. */
  public @Nullable Place best(String sentence) {
    List<Integer> ranked = ranked(Line.of(sentence));
    return ranked.isEmpty() ? null : places.get(ranked.getFirst());
  }

  /** Whether a sentence is a whole sentence of the sources, or several in a row. */
  boolean isVerbatim(String sentence) {
    String said = Words.normal(sentence);
    return !said.isEmpty() && texts.stream().anyMatch(text -> stands(said, text));
  }

  /** Whole means from a border to a border; what stands before or after could turn it round. */
  private static boolean stands(String said, Flat flat) {
    String text = flat.text();
    for (int at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
      if (flat.isBorder(at - 1, -1) && flat.isBorder(at + said.length(), 1)) {
        return true;
      }
    }
    return false;
  }

  Claim claim(String sentence) {
    Line line = Line.of(sentence);
    List<Integer> chosen = cover(line);
    Set<Integer> around = new HashSet<>(chosen);
    if (lines.size() <= CITED) {
      for (int i = 0; i < lines.size(); i++) {
        around.add(i);
      }
    } else {
      chosen.forEach(i -> {
        around.add(Math.max(0, i - 1));
        around.add(Math.min(lines.size() - 1, i + 1));
      });
    }
    return new Claim(
        this,
        line,
        chosen.stream().map(lines::get).toList(),
        around.stream().sorted().map(lines::get).toList());
  }

  List<Line> lines() {
    return lines;
  }

  /** The sentences with a key. */
  List<Integer> with(String key) {
    return postings.getOrDefault(key, List.of());
  }

  boolean has(String key) {
    return postings.containsKey(key);
  }

  /** How much a key tells: rare ones more. */
  double weight(String key) {
    return Math.log(2 + lines.size() / (1.0 + with(key).size()));
  }

  private void add(Line line) {
    int number = lines.size();
    lines.add(line);
    for (Token token : line.tokens()) {
      if (!token.isSmall()) {
        List<Integer> own = postings.computeIfAbsent(token.key(), key -> new ArrayList<>(2));
        if (own.isEmpty() || own.getLast() != number) {
          own.add(number);
        }
      }
    }
  }

  /** Sentences that share most with a sentence, the best first; ties go to the shorter. */
  private List<Integer> ranked(Line line) {
    double[] scores = scores(line, Set.of());
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        found.add(i);
      }
    }
    found.sort((a, b) -> {
      int by = Double.compare(scores[b], scores[a]);
      return by != 0
          ? by
          : Integer.compare(lines.get(a).tokens().size(), lines.get(b).tokens().size());
    });
    return found;
  }

  private double[] scores(Line line, Set<String> done) {
    double[] scores = new double[lines.size()];
    Set<String> keys = new HashSet<>();
    for (Token token : line.tokens()) {
      if (!token.isSmall() && !done.contains(token.key()) && keys.add(token.key())) {
        double weight = weight(token.key());
        with(token.key()).forEach(i -> scores[i] += weight);
      }
    }
    return scores;
  }

  /** The fewest sentences that hold what a sentence says, the most telling first. */
  private List<Integer> cover(Line line) {
    List<Integer> chosen = new ArrayList<>();
    Set<String> done = new HashSet<>();
    while (chosen.size() < MOST_LINES) {
      double[] scores = scores(line, done);
      int best = best(scores);
      if (best < 0 || scores[best] <= 0) {
        break;
      }
      chosen.add(best);
      lines.get(best).tokens().forEach(token -> done.add(token.key()));
    }
    return chosen;
  }

  private int best(double[] scores) {
    int best = -1;
    for (int i = 0; i < scores.length; i++) {
      if (best < 0
          || scores[i] > scores[best]
          || scores[i] == scores[best]
              && lines.get(i).tokens().size() < lines.get(best).tokens().size()) {
        best = i;
      }
    }
    return best;
  }

  /**
   * A source in one spelling.
   *
   * @param borders where one sentence ends and the next begins
   */
  private record Flat(String text, BitSet borders) {
    boolean isBorder(int at, int step) {
      int i = at;
      while (i >= 0 && i < text.length() && " \"'“‘’”(•*".indexOf(text.charAt(i)) >= 0) {
        if (borders.get(i)) {
          return true;
        }
        i += step;
      }
      return i < 0
          || i >= text.length()
          || ".!?:;|".indexOf(text.charAt(i)) >= 0 && !isWithinNumber(i);
    }

    /** The point of 73.40 ends nothing. */
    private boolean isWithinNumber(int at) {
      return at > 0
          && at + 1 < text.length()
          && Character.isDigit(text.charAt(at - 1))
          && Character.isDigit(text.charAt(at + 1));
    }
  }
}
