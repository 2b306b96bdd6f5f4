package dev.tenlines.rules;

import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Example;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds an ordered rule list in labelled rows by sequential covering: line after line, the label
 * and the words whose condition gains most among the rows no earlier line covers. A row gained
 * counts one, a row got wrong costs what keeps the wanted precision.
 */
public final class RuleFinder {
  private static final int MOST_WORDS = 8;
  private static final int MOST_EXCEPTIONS = 3;

  private static final int FEWEST = 3;

  /** A line may be this much worse than promised where it is found: it is measured elsewhere. */
  private static final double LEEWAY = 1.5;

  /** While gathering words a line may be this much worse: exceptions mend it after. */
  private static final double LENIENCE = 4;

  private final Terms terms;
  private final List<String> labels;
  private final int[] label;
  private final double penalty;
  private final int telling;

  /**
   * Reads the rows to find rules in.
   *
   * @param error the share of a line's answers that may be wrong
   */
  public RuleFinder(List<Example> examples, double error) {
    this.terms = Terms.of(examples.stream().map(Example::text).toList());
    this.labels = new ArrayList<>(new TreeSet<>(examples.stream().map(Example::label).toList()));
    this.label = examples.stream().mapToInt(e -> labels.indexOf(e.label())).toArray();
    this.penalty = (1 - LEEWAY * error) / (LEEWAY * error);
    this.telling = Math.max(2, terms.tellingAtLeast(FEWEST));
  }

  /** A found line with what it covers where it was found. */
  public record Finding(String when, String then, int rows, int right) {
    /** Lower bound of the precision on the rows it was found on; optimistic, for ordering only. */
    public double lower(double confidence) {
      return Binomial.lower(right, rows, confidence);
    }
  }

  /**
   * At most so many lines, in the order they were found.
   *
   * @param none a label that must not be answered, or null
   */
  public List<Finding> find(int most, @Nullable String none) {
    List<Finding> lines = new ArrayList<>();
    BitSet open = new BitSet();
    open.set(0, label.length);
    while (lines.size() < most) {
      Line best = null;
      for (int c = 0; c < labels.size(); c++) {
        Line line = labels.get(c).equals(none) ? null : line(c, open);
        best =
            line != null && (best == null || line.gain(penalty) > best.gain(penalty)) ? line : best;
      }
      if (best == null) {
        break;
      }
      lines.add(
          new Finding(
              condition(best), labels.get(best.label), best.covered.cardinality(), best.right));
      open.andNot(best.covered);
    }
    return lines;
  }

  /** The label most of these rows have that no line covers: what a rule list alone answers them. */
  public String rest(List<Finding> lines) {
    int[] counts = new int[labels.size()];
    for (int at : label) {
      counts[at]++;
    }
    for (Finding line : lines) {
      counts[labels.indexOf(line.then())] -= line.right();
    }
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return labels.get(best);
  }

  /**
   * The rows a word has to get right before it is more than luck: so many that of all words there
   * are fewer than one would do so by chance, given how common the label is.
   */
  private int support(double base) {
    double byLuck = Math.log(telling) / -Math.log(Math.min(0.99, base));
    return (int) Math.max(FEWEST, Math.ceil(byLuck));
  }

  /** The better of a strict line and of a lenient one with exceptions; null when neither gains. */
  private @Nullable Line line(int c, BitSet open) {
    BitSet own = new BitSet();
    for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
      own.set(i, label[i] == c);
    }
    int support = support(own.cardinality() / (double) open.cardinality());
    if (own.cardinality() < support) {
      return null;
    }
    List<Integer> candidates = terms.tellingIn(own, support);
    Line strict = gather(c, own, open, candidates, support, penalty);
    Line lenient = gather(c, own, open, candidates, support, penalty / LENIENCE);
    except(lenient, own);
    Line best = strict.gain(penalty) >= lenient.gain(penalty) ? strict : lenient;
    return best.gain(penalty) > 0 && best.right >= support ? best : null;
  }

  private Line gather(
      int c, BitSet own, BitSet open, List<Integer> candidates, int support, double price) {
    Line line = new Line(c);
    while (line.words.size() < MOST_WORDS) {
      int best = -1;
      double most = 0;
      for (int term : candidates) {
        BitSet fresh = (BitSet) terms.rows(term).clone();
        fresh.and(open);
        fresh.andNot(line.covered);
        int all = fresh.cardinality();
        fresh.and(own);
        int right = fresh.cardinality();
        double gain = right - price * (all - right);
        if (right >= support && gain > most) {
          most = gain;
          best = term;
        }
      }
      if (best < 0) {
        break;
      }
      line.words.add(best);
      BitSet fresh = (BitSet) terms.rows(best).clone();
      fresh.and(open);
      line.covered.or(fresh);
      line.count(own);
    }
    return line;
  }

  /** Words that mark the wrong rows of a line. */
  private void except(Line line, BitSet own) {
    while (line.exceptions.size() < MOST_EXCEPTIONS && line.right < line.covered.cardinality()) {
      BitSet wrong = (BitSet) line.covered.clone();
      wrong.andNot(own);
      int best = -1;
      double most = 0;
      for (int term : terms.tellingIn(wrong, 2)) {
        BitSet hit = (BitSet) terms.rows(term).clone();
        hit.and(line.covered);
        int all = hit.cardinality();
        hit.and(wrong);
        int mended = hit.cardinality();
        double gain = penalty * mended - (all - mended);
        if (gain > most && mended * 2 > all) {
          most = gain;
          best = term;
        }
      }
      if (best < 0) {
        return;
      }
      line.exceptions.add(best);
      line.covered.andNot(terms.rows(best));
      line.count(own);
    }
  }

  private String condition(Line line) {
    StringBuilder when = new StringBuilder("input.mentions(").append(words(line.words)).append(')');
    if (!line.exceptions.isEmpty()) {
      when.append(" && !input.mentions(").append(words(line.exceptions)).append(')');
    }
    return when.toString();
  }

  private String words(List<Integer> chosen) {
    return String.join(
        ", ", chosen.stream().map(term -> "\"" + terms.spelled(term) + "\"").toList());
  }

  /** A line while it grows. */
  private static final class Line {
    private final int label;
    private final List<Integer> words = new ArrayList<>();
    private final List<Integer> exceptions = new ArrayList<>();
    private final BitSet covered = new BitSet();
    private int right;

    private Line(int label) {
      this.label = label;
    }

    private void count(BitSet own) {
      BitSet hit = (BitSet) covered.clone();
      hit.and(own);
      right = hit.cardinality();
    }

    private double gain(double penalty) {
      return right - penalty * (covered.cardinality() - right);
    }
  }
}
