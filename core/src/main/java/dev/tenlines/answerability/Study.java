package dev.tenlines.answerability;

import dev.tenlines.index.Hit;
import dev.tenlines.learn.Embedder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the models see of a question and of what was found: to fit them and to measure them. */
public final class Study {
  private final Looked looked;

  private Study(Looked looked) {
    this.looked = looked;
  }

  /**
   * A unit that may hold the answer.
   *
   * @param start where it begins in the passage's text
   * @param end where it ends, exclusive
   */
  public record Unit(Hit hit, int start, int end, List<String> names, List<Double> values) {}

  /** Looks at what was found; null where there is nothing to see. */
  public static @Nullable Study of(String question, List<Hit> hits, @Nullable Embedder embedder) {
    Looked looked = Looked.at(question, hits, embedder);
    return looked.close.isEmpty() ? null : new Study(looked);
  }

  /** The units that are worth a closer look. */
  public List<Unit> units() {
    SentenceFeatures features = new SentenceFeatures(looked);
    List<Unit> units = new ArrayList<>();
    for (Sight sight : looked.close) {
      Features f = features.of(sight);
      units.add(new Unit(sight.hit, sight.unit.start(), sight.unit.end(), f.names(), f.values()));
    }
    return units;
  }

  /** The names of {@link #question}. */
  public List<String> names(Logistic sentences) {
    return Ranking.of(looked, sentences).features().names();
  }

  /** What it says of the question, by a model of sentences. */
  public List<Double> question(Logistic sentences) {
    return Ranking.of(looked, sentences).features().values();
  }
}
