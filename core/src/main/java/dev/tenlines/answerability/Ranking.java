package dev.tenlines.answerability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The units of what was found, the likeliest answer first.
 *
 * @param features what they say of the question
 */
record Ranking(Looked looked, List<Ranked> ranked, Features features) {

  /**
   * A unit.
   *
   * @param score the logarithm of its odds
   * @param share its chance to hold the answer, if any unit does
   */
  record Ranked(Sight sight, double score, double share) {}

  /** Ranks; there must be a unit. */
  static Ranking of(Looked looked, Logistic model) {
    SentenceFeatures features = new SentenceFeatures(looked);
    List<Ranked> scored = new ArrayList<>();
    for (Sight sight : looked.close) {
      scored.add(new Ranked(sight, model.of(features.of(sight)), 0));
    }
    double top = scored.stream().mapToDouble(Ranked::score).max().orElse(0);
    double sum = scored.stream().mapToDouble(r -> Math.exp(r.score() - top)).sum();
    List<Ranked> ranked =
        scored.stream()
            .map(r -> new Ranked(r.sight(), r.score(), Math.exp(r.score() - top) / sum))
            .sorted(Comparator.comparingDouble(Ranked::score).reversed())
            .toList();
    Features all =
        new QuestionFeatures(looked, features)
            .of(
                ranked.stream().map(Ranked::sight).toList(),
                ranked.stream().map(Ranked::score).toList());
    return new Ranking(looked, ranked, all);
  }

  /** Puts the sentence before one that points to it into the last free place. */
  void lead(List<Ranked> chosen, int most) {
    Sight best = chosen.getFirst().sight();
    if (chosen.size() < most && Answers.points(best)) {
      Sight before = looked.passages.get(best.rank).get(best.place - 1);
      boolean there = chosen.stream().anyMatch(r -> r.sight() == before);
      if (!there && before.unit.block() == best.unit.block()) {
        chosen.add(new Ranked(before, 0, 0));
      }
    }
  }
}
