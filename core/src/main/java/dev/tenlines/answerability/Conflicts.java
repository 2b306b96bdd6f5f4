package dev.tenlines.answerability;

import java.util.List;

/** Finds what sources say differently of the same. */
final class Conflicts {
  private Conflicts() {}

  static List<Conflict> among(Asked asked, Ranking ranking) {
    return List.of();
  }
}
