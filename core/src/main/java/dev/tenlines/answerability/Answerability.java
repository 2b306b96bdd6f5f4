package dev.tenlines.answerability;

import dev.tenlines.index.Hit;
import dev.tenlines.learn.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the one to three sentences of what was found that answer a question best, and tells how
 * likely the documents answer it at all. Give it the twenty best hits: from the words that none of
 * them has it tells what the documents do not speak of. Safe for many threads.
 */
public final class Answerability {
  /** More than so many sentences are no short answer. */
  private static final int MOST = 3;

  /** Sentences are added until the answer is among them with this chance. */
  private static final double ENOUGH = 0.95;

  private final Shipped shipped;
  private final Judge judge;

  private Answerability(Shipped shipped, Judge judge) {
    this.shipped = shipped;
    this.judge = judge;
  }

  /** What the product brings: learned from public questions about articles and documentation. */
  public static Answerability shipped() {
    Shipped shipped = Shipped.SHIPPED;
    return new Answerability(shipped, shipped.judge());
  }

  /** The models that the product brings. */
  public static Shipped models() {
    return Shipped.SHIPPED;
  }

  /** One with given models, to measure them. */
  public static Answerability of(Shipped shipped) {
    return new Answerability(shipped, shipped.judge());
  }

  /**
   * What the documents say.
   *
   * @param question in one sentence; what was said before it is already part of it
   * @param hits of the index, best first
   * @param embedder null where the class path has none: then words alone decide
   */
  public Found find(String question, List<Hit> hits, @Nullable Embedder embedder) {
    Looked looked = Looked.at(question, hits, embedder);
    if (looked.close.isEmpty()) {
      return Found.NOTHING;
    }
    Ranking ranking = Ranking.of(looked, shipped.sentences());
    double probability = judge.chance(ranking.features());
    List<Chosen> chosen = chosen(ranking);
    return new Found(chosen, probability, Conflicts.among(ranking));
  }

  /**
   * What speaks for and against an answer, in numbers, to be kept for a {@link Lesson}; empty where
   * nothing was found.
   */
  public List<Double> features(String question, List<Hit> hits, @Nullable Embedder embedder) {
    Looked looked = Looked.at(question, hits, embedder);
    return looked.close.isEmpty()
        ? List.of()
        : Ranking.of(looked, shipped.sentences()).features().values();
  }

  /** This model, bent towards what people said of its answers; few lessons bend it a little. */
  public Answerability taught(List<Lesson> lessons) {
    return new Answerability(shipped, shipped.judge().taught(lessons));
  }

  /** From this probability on sentences are an answer; what it holds is said by {@link #claim}. */
  public double threshold() {
    return shipped.threshold();
  }

  /** What the threshold was certified to: on which questions, which share, how surely. */
  public String claim() {
    return shipped.claim();
  }

  /** The best, then what makes it complete, in the order to be read. */
  private static List<Chosen> chosen(Ranking ranking) {
    List<Ranking.Ranked> chosen = new ArrayList<>();
    double sure = 0;
    for (Ranking.Ranked ranked : ranking.ranked()) {
      if (chosen.size() == MOST || sure >= ENOUGH) {
        break;
      }
      chosen.add(ranked);
      sure += ranked.share();
    }
    ranking.lead(chosen, MOST);
    Ranking.Ranked best = chosen.getFirst();
    return chosen.stream()
        .sorted(
            Comparator.<Ranking.Ranked>comparingInt(
                    r -> r.sight().rank == best.sight().rank ? -1 : r.sight().rank)
                .thenComparingInt(r -> r.sight().place))
        .map(r -> r.sight().chosen(r.share()))
        .toList();
  }
}
