package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;

/** Most of the words have to be the source's. */
final class CoverageCheck {
  private static final double ENOUGH = 0.6;
  private static final double ELSEWHERE = 0.5;

  private CoverageCheck() {}

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    double coverage = coverage(claim);
    if (coverage < ENOUGH) {
      String words = String.join(", ", missing(claim).stream().map(Token::text).toList());
      flaws.add(new Flaw(Kind.COVERAGE, "Too many words (" + words + ") are in no source."));
    }
    return flaws;
  }

  /** The share of its words that its sources have, rare words counting more. */
  static double coverage(Claim claim) {
    double all = 0;
    double covered = 0;
    for (Token token : claim.tokens()) {
      if (!token.isSmall() && !token.isValue()) {
        double weight = claim.ground.weight(token.key());
        all += weight;
        if (claim.knows(token)) {
          covered += weight;
        } else if (claim.ground.has(token.key())) {
          covered += ELSEWHERE * weight;
        }
      }
    }
    return all == 0 ? 1 : covered / all;
  }

  static List<Token> missing(Claim claim) {
    return claim.tokens().stream()
        .filter(t -> !t.isSmall() && !t.isValue())
        .filter(t -> !claim.knows(t) && !claim.ground.has(t.key()))
        .toList();
  }
}
