package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The sentences of a document that are its summary within a budget of words.
 *
 * @param sentences in the order of the document; never empty unless the document has none
 * @param words how many words they have together
 * @param fit how they fill the budget
 */
public record Selection(List<Span> sentences, int words, Fit fit) {
  /** The share of a budget that a summary uses at least, where whole sentences allow it. */
  public static final double LEAST = 0.85;

  private static final double FLOOR = 0.01;

  /** Why a summary has the length it has. */
  public enum Fit {
    /** Within the budget, and at least 85 % of it. */
    FULL,
    /** The document has fewer words: all that it says is here, once. */
    SHORT_SOURCE,
    /** No choice of whole sentences has between 85 % and all of the budget: the longest below. */
    NO_CHOICE,
    /** Every sentence is longer than the budget: the shortest, which is longer. */
    TOO_LONG
  }

  public Selection {
    sentences = List.copyOf(sentences);
  }

  /**
   * Chooses by scores that somebody else gave. {@link Salience#select} knows more: which words of
   * the sentences are worth saying again.
   *
   * @param ranked sentences of the document with their scores
   * @param budget words at most, from one
   */
  public static Selection within(Document document, List<Scored> ranked, int budget) {
    List<Scored> order = inOrder(ranked);
    double least = order.stream().mapToDouble(Scored::score).min().orElse(0);
    double most = order.stream().mapToDouble(Scored::score).max().orElse(0);
    double range = Math.max(1e-9, most - least);
    Body body = Body.of(document, order.stream().map(Scored::sentence).toList());
    double[] weights = weights(body, order, one -> FLOOR + (one.score() - least) / range);
    double[] once = new double[body.stems()];
    Arrays.fill(once, 1);
    return new Chooser(body, new Coverage(body, once, weights), budget).choose();
  }

  static List<Scored> inOrder(List<Scored> ranked) {
    return ranked.stream().sorted(Comparator.comparingInt(one -> one.sentence().start())).toList();
  }

  /** What scores say about the sentences of a body; a stretch without a word has no sentence. */
  static double[] weights(Body body, List<Scored> scored, ToDoubleFunction<Scored> weight) {
    Map<Span, Double> weights = new HashMap<>();
    scored.forEach(one -> weights.put(one.sentence(), weight.applyAsDouble(one)));
    return body.sentences().stream()
        .mapToDouble(sentence -> weights.getOrDefault(sentence.span(), FLOOR))
        .toArray();
  }

  /** The sentences as they stand in the document, one blank between them. */
  public String text(Document document) {
    return String.join(" ", sentences.stream().map(s -> s.of(document.text())).toList());
  }
}
