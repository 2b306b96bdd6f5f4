package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.text.Language;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a document says most: it expects how often a summary would say each word, and chooses
 * the sentences that say it.
 */
public final class Salience {
  private static final String LANGUAGE = "en";
  private static final double FOCUS = 4;
  private static final double FOCUS_LEAST = 0.5;
  private static final double FORWARD = 20;

  /** Fewer documents do not tell how often a summary says a word. */
  private static final int ENOUGH = 30;

  private final Expectation expectation;
  private final @Nullable Phrases phrases;

  Salience(Expectation expectation, @Nullable Phrases phrases) {
    this.expectation = expectation;
    this.phrases = phrases;
  }

  /** Made at the first use. */
  private static final class Shipped {
    private static final Salience RANKER = new Salience(WeightFile.shipped(), null);
  }

  /** The ranker that nobody taught: general weights, learned beforehand. */
  public static Salience shipped() {
    return Shipped.RANKER;
  }

  /** A ranker that knows nothing but these lessons. */
  public static Salience learned(List<Lesson> lessons) {
    return new Salience(learn(lessons), null);
  }

  /** The lines of the file of general weights, learned from all kinds of documents. */
  public static List<String> fitted(List<Lesson> lessons) {
    return WeightFile.lines(learn(lessons));
  }

  /**
   * All sentences in the order of the document, each with what it says for its length. Table rows,
   * mail heads and quoted mails are none where there is anything else; headings score least.
   *
   * @param focus what the reader wants to know, or null
   */
  public List<Scored> rank(Document document, @Nullable String focus) {
    Body body = Body.of(document);
    Coverage coverage = coverage(body, focus, Expectation.WORDS);
    List<Scored> ranked = new ArrayList<>();
    for (Sentence sentence : body.sentences()) {
      double worth = coverage.worth(sentence.at()) / sentence.words();
      ranked.add(new Scored(sentence.span(), sentence.heading() ? 0 : worth));
    }
    return ranked;
  }

  /**
   * The summary of a document within a budget.
   *
   * @param focus what the reader wants to know, or null
   * @param budget words at most, from one
   */
  public Selection within(Document document, @Nullable String focus, int budget) {
    Body body = Body.of(document);
    return new Chooser(body, coverage(body, focus, budget), budget).choose();
  }

  /**
   * The summary within a budget from some sentences only, or parts of them.
   *
   * @param ranked with the scores of {@link #rank}; a higher one moves its sentence forward
   */
  public Selection select(Document document, List<Scored> ranked, int budget) {
    List<Scored> order = Selection.inOrder(ranked);
    Body body = Body.of(document, order.stream().map(Scored::sentence).toList());
    Map<Span, Double> known = new HashMap<>();
    Coverage usual = coverage(body, null, Expectation.WORDS);
    for (Sentence sentence : body.sentences()) {
      known.put(sentence.span(), usual.worth(sentence.at()) / sentence.words());
    }
    double[] weights =
        Selection.weights(
            body, order, one -> moved(one.score() / known.getOrDefault(one.sentence(), 1.0)));
    return new Chooser(body, coverage(body, null, budget).times(weights), budget).choose();
  }

  /** Scores differ somewhat where fewer sentences are seen; that means nothing. */
  private static double moved(double factor) {
    return factor > FORWARD ? factor : 1;
  }

  private Coverage coverage(Body body, @Nullable String focus, double budget) {
    boolean language = Language.of(body.document().text()).getLanguage().equals(LANGUAGE);
    double[] expected = Coverage.scaled(expectation.of(body, language), budget / Expectation.WORDS);
    if (focus != null) {
      for (Words.Word word : Words.of(focus).all()) {
        int stem = body.find(word.stem());
        if (stem >= 0) {
          expected[stem] = Math.max(FOCUS_LEAST, FOCUS * expected[stem]);
        }
      }
    }
    double[] weights = new double[body.sentences().size()];
    Arrays.fill(weights, 1);
    if (phrases != null) {
      weights = phrases.weights(body);
    }
    return new Coverage(body, expected, weights);
  }

  /** A ranker for documents such as these, which starts from what this one knows. */
  public Salience taught(List<Lesson> lessons) {
    if (lessons.isEmpty()) {
      return this;
    }
    List<Body> bodies = lessons.stream().map(lesson -> Body.of(lesson.text())).toList();
    long documents = lessons.stream().map(Lesson::text).distinct().count();
    Expectation own = documents < ENOUGH ? expectation : learn(lessons);
    return new Salience(own, Phrases.learn(bodies, lessons));
  }

  /** A document that several people summarised is one document. */
  private static Expectation learn(List<Lesson> lessons) {
    Map<String, List<String>> summaries = new LinkedHashMap<>();
    for (Lesson lesson : lessons) {
      summaries.computeIfAbsent(lesson.text(), text -> new ArrayList<>()).add(lesson.summary());
    }
    return Expectation.learn(
        summaries.keySet().stream().map(Body::of).toList(), List.copyOf(summaries.values()));
  }
}
