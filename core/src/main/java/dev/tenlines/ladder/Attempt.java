package dev.tenlines.ladder;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rung made of a request.
 *
 * @param <V> the feature's value
 */
public sealed interface Attempt<V> {
  /** What the attempt cost, whatever came of it. */
  Money charge();

  /**
   * A value the rung would answer.
   *
   * @param score the rung's raw number; a certificate's threshold is on this scale
   * @param probability the calibrated probability of being right, or null where there is none
   * @param group whose promise counts: a label with a promise of its own, else empty
   * @param basis why it may leave whatever its score, or null when it needs a certificate
   */
  record Proposed<V>(
      V value,
      double score,
      @Nullable Double probability,
      String group,
      @Nullable Basis basis,
      List<Evidence> evidence,
      Money charge)
      implements Attempt<V> {
    public Proposed {
      evidence = List.copyOf(evidence);
    }

    /** The same with the value read as another. */
    public <W> Proposed<W> with(W other, List<Evidence> support) {
      return new Proposed<>(other, score, probability, group, basis, support, charge);
    }
  }

  /** The rung has nothing to say. */
  record Abstained<V>(String reason, Money charge) implements Attempt<V> {
    public Abstained(String reason) {
      this(reason, Money.ZERO);
    }
  }

  /** The request is none for this feature: no higher rung is asked, and no person. */
  record Unfit<V>(Reason reason, String why, Money charge) implements Attempt<V> {}

  /**
   * The rung holds that nothing here answers the request; a higher rung may still find an answer.
   *
   * @param reason why the request is declined if none does
   * @param nearest what comes nearest to an answer, to be shown as that and not as one
   * @param evidence where that stands, for the person who answers
   */
  record Absent<V>(Reason reason, V nearest, List<Evidence> evidence, String why, Money charge)
      implements Attempt<V> {
    public Absent {
      evidence = List.copyOf(evidence);
    }
  }

  /** The rung broke. */
  record Failed<V>(String cause, Money charge) implements Attempt<V> {}
}
