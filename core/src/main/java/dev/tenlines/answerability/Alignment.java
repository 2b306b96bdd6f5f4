package dev.tenlines.answerability;

import dev.tenlines.answerability.Asked.Term;
import dev.tenlines.learn.Embedder.Reading;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How well each word of a question is met by the word of the best sentence that is nearest to it in
 * meaning, as both stand in their texts: "the pegged dollar" is not "the floating dollar" (late
 * interaction, Khattab and Zaharia, ColBERT, 2020; greedy matching, Zhang et al., BERTScore, 2020).
 */
final class Alignment {
  /** What the names of its features begin with. */
  static final String NAME = "meets.";

  private static final Set<String> ASKING =
      Set.of("what", "which", "who", "whom", "whose", "when", "where", "why", "how");

  private final Looked looked;
  private final Sight best;
  private final List<Met> words = new ArrayList<>();
  private final List<Placed> own;
  private final List<Placed> said;

  /** A word with the vector of its place. */
  private record Placed(Word word, float[] vector) {}

  /**
   * A word of the question.
   *
   * @param nearest the cosine with the word nearest to it
   * @param whole the cosine with the whole sentence
   */
  private record Met(String stem, double weight, double nearest, double whole) {
    double loss() {
      return weight * (1 - nearest);
    }
  }

  Alignment(Looked looked, Sight best) {
    this.looked = looked;
    this.best = best;
    this.own = placed(Words.of(looked.asked.text).all(), looked.reading);
    this.said = placed(best.words, best.reading);
    Reading sentence = best.reading;
    if (sentence != null && !said.isEmpty()) {
      for (Placed one : own) {
        if (!Vocabulary.LITTLE.contains(one.word.folded())) {
          Term term = looked.asked.term(one.word.stem());
          words.add(
              new Met(
                  one.word.stem(),
                  term == null ? 1 : term.weight(),
                  nearest(one, said),
                  dot(one.vector, sentence.vector())));
        }
      }
    }
  }

  void put(Features f) {
    List<Sight> passage = looked.passages.get(best.rank);
    group("said", words.stream().filter(m -> best.stems.contains(m.stem)).toList(), f);
    group("unsaid", words.stream().filter(m -> !best.stems.contains(m.stem)).toList(), f);
    group(
        "nowhere",
        words.stream()
            .filter(m -> passage.stream().noneMatch(s -> s.stems.contains(m.stem)))
            .toList(),
        f);
    asking(f);
    double[] all = own.stream().mapToDouble(o -> nearest(o, said)).toArray();
    f.put(NAME + "all", Arrays.stream(all).average().orElse(Double.NaN));
    f.put(NAME + "least", Arrays.stream(all).min().orElse(Double.NaN));
    f.put(
        NAME + "back",
        said.stream().mapToDouble(s -> nearest(s, own)).average().orElse(Double.NaN));
  }

  private static void group(String name, List<Met> group, Features f) {
    f.put(NAME + name, group.size());
    spread(name + ".nearest", group, Met::nearest, f);
    spread(name + ".weight", group, Met::weight, f);
    spread(name + ".whole", group, Met::whole, f);
    f.put(NAME + name + ".loss", group.stream().mapToDouble(Met::loss).sum());
    f.put(NAME + name + ".worst", group.stream().mapToDouble(Met::loss).max().orElse(0));
  }

  private static void spread(
      String name, List<Met> group, ToDoubleFunction<Met> value, Features f) {
    f.put(NAME + name, group.stream().mapToDouble(value).average().orElse(Double.NaN));
    f.put(NAME + name + ".least", group.stream().mapToDouble(value).min().orElse(Double.NaN));
  }

  /** The question word is near to what answers it. */
  private void asking(Features f) {
    double nearest = Double.NaN;
    double fresh = Double.NaN;
    for (Placed one : own) {
      if (ASKING.contains(one.word.folded()) && !said.isEmpty()) {
        nearest = nearest(one, said);
        fresh = nearest(one, said.stream().filter(this::isNew).toList());
        break;
      }
    }
    f.put(NAME + "asking", nearest);
    f.put(NAME + "asking.fresh", fresh);
    f.put(NAME + "asking.gap", fresh - nearest);
  }

  private boolean isNew(Placed one) {
    return !Vocabulary.LITTLE.contains(one.word.folded())
        && !looked.asked.stems.contains(one.word.stem());
  }

  private static double nearest(Placed one, List<Placed> others) {
    return others.stream().mapToDouble(o -> dot(one.vector, o.vector)).max().orElse(Double.NaN);
  }

  /** The words that were read: each is the mean of its pieces, brought to length one. */
  private static List<Placed> placed(List<Word> words, @Nullable Reading reading) {
    List<Placed> placed = new ArrayList<>();
    if (reading == null || reading.states().length == 0) {
      return placed;
    }
    int piece = 0;
    for (Word word : words) {
      float[] sum = new float[reading.states()[0].length];
      boolean any = false;
      while (piece < reading.starts().length && reading.starts()[piece] < word.end()) {
        if (reading.starts()[piece] >= word.start()) {
          add(sum, reading.states()[piece]);
          any = true;
        }
        piece++;
      }
      if (any) {
        placed.add(new Placed(word, unit(sum)));
      }
    }
    return placed;
  }

  private static void add(float[] sum, float[] state) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += state[i];
    }
  }

  private static float[] unit(float[] vector) {
    float length = (float) Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= Math.max(length, 1e-6f);
    }
    return vector;
  }

  static double dot(float[] a, float[] b) {
    // Plain floats, so that the compiler may take several at a time.
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
