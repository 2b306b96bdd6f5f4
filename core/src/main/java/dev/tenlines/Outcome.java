package dev.tenlines;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request: answered, deferred to a person, or declined. All three are expected;
 * only a call that itself went wrong throws.
 *
 * @param <V> the feature's value, for classification a label
 */
public sealed interface Outcome<V> {
  /** The request's id, {@code r_…}. */
  String id();

  String feature();

  /** What happened on the climb, rung by rung. */
  Trace trace();

  /** What supports the answer, or the guess; empty when there is none. */
  default List<Evidence> evidence() {
    return List.of();
  }

  /**
   * An answer that left without a person.
   *
   * @param rung name and version of the rung, {@code classifier@12}
   * @param probability the calibrated probability of being right, or null where the rung claims
   *     none
   */
  record Answered<V>(
      String id,
      String feature,
      V value,
      String rung,
      Basis basis,
      @Nullable Double probability,
      List<Evidence> evidence,
      Trace trace)
      implements Outcome<V> {
    public Answered {
      evidence = List.copyOf(evidence);
    }

    /** The same answer at the end of a longer climb. */
    public Answered<V> after(Trace climb) {
      return new Answered<>(id, feature, value, rung, basis, probability, evidence, climb);
    }
  }

  /**
   * A person will answer.
   *
   * @param review the id of the review item, {@code v_…}
   * @param proposal the best guess for the reviewer, or null when no rung had one
   * @param evidence what supports the guess
   */
  record Deferred<V>(
      String id,
      String feature,
      String review,
      @Nullable V proposal,
      List<Evidence> evidence,
      Trace trace)
      implements Outcome<V> {
    public Deferred {
      evidence = List.copyOf(evidence);
    }

    public Deferred(String id, String feature, String review, @Nullable V proposal, Trace trace) {
      this(id, feature, review, proposal, List.of(), trace);
    }
  }

  /**
   * No answer and nobody asked.
   *
   * @param proposal what would have been answered, in shadow stage, or null
   */
  record Declined<V>(String id, String feature, Reason reason, @Nullable V proposal, Trace trace)
      implements Outcome<V> {}

  /** Why a request was declined. */
  enum Reason {
    /** The feature only watches for now. */
    SHADOW,
    /** The latency budget was used up and the feature has no review rung. */
    TIMEOUT,
    /** No rung could answer and the feature has no review rung. */
    NO_ANSWER,
    /** A budget was used up and the feature has no review rung. */
    OVER_BUDGET,
    /** The documents do not hold an answer; the proposal tells what comes nearest. */
    NOT_IN_DOCUMENTS,
    /** It asks for a sum or a look-up: code does that; the trace says how. */
    NOT_A_LANGUAGE_TASK,
    /** A search means one of several things, or is proposed only: the asker chooses, then rows. */
    UNCONFIRMED,
    /** A word of a search is not explained by anything declared. */
    UNKNOWN_WORD,
    /** A search is for something that the declared tables do not hold. */
    NO_SUCH_DATA,
    /** A search wants more than one statement over declared tables can tell. */
    NEEDS_REPORT,
    /** A search wants a sum of numbers that stand in it. */
    ARITHMETIC,
    /** It is no search. */
    NOT_A_QUERY
  }

  /** Why an answer may leave unattended. */
  sealed interface Basis {
    /** A declared rule; claims no error rate until audits give one. */
    record Construction() implements Basis {}

    /**
     * A certified rung.
     *
     * @param id the certificate's id, {@code c_…}
     */
    record Certified(String id) implements Basis {}
  }
}
