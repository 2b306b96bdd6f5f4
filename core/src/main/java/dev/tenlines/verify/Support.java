package dev.tenlines.verify;

import dev.tenlines.support.Flaw;
import dev.tenlines.support.Ground;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sentence stands on the sentences it is said to come from: its facts are theirs, its
 * words are mostly theirs, and nothing is turned into its opposite. A sentence that stands there
 * word for word always does.
 */
public final class Support {
  private final Ground ground;

  private Support(Ground ground) {
    this.ground = ground;
  }

  /** Sources made ready once, to be asked about many sentences. */
  public static Support of(List<String> sources) {
    return new Support(Ground.of(sources));
  }

  /**
   * What is wrong with a sentence; empty when it stands on its sources.
   *
   * @param sentence what is said
   * @param sources the words of the source it is said to come from
   */
  public static List<Violation> violations(String sentence, List<String> sources) {
    return of(sources).violations(sentence);
  }

  /** What is wrong with a sentence; empty when it stands on the sources. */
  public List<Violation> violations(String sentence) {
    return ground.flaws(sentence).stream().map(Support::violation).toList();
  }

  /** The sentence of the sources that says most of a sentence, or null when none says any. */
  public Ground.@Nullable Place best(String sentence) {
    return ground.best(sentence);
  }

  /** How far a sentence or a whole summary stands on the sources, from 0 to 1. */
  public double score(String text) {
    return ground.score(text);
  }

  private static Violation violation(Flaw flaw) {
    return new Violation(flaw.kind().name().toLowerCase(Locale.ROOT), flaw.what());
  }
}
