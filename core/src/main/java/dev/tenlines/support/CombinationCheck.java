package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A number has to stand beside words that it stands beside in the source, and so has a word whose
 * opposite stands there, too.
 */
final class CombinationCheck {
  private static final int REACH = 4;

  /** How much closer the words have to be to another number. */
  private static final double CLEARLY = 2;

  private CombinationCheck() {}

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    boolean respectively = claim.context.stream().anyMatch(l -> l.find("respectively") != null);
    for (int i = 0; i < claim.tokens().size() && !respectively; i++) {
      Token token = claim.token(i);
      List<Token> around = around(claim.line, i);
      List<Claim.Partner> places = Claim.places(token, claim.context);
      if (!token.isSmall()
          && !around.isEmpty()
          && !places.isEmpty()
          && places.stream().allMatch(place -> isOfAnother(place, around))) {
        flaws.add(
            token.isValue()
                ? Checks.flaw(Kind.COMBINATION, token, "belongs to other words in the source.")
                : Checks.flaw(Kind.ANTONYM, token, "is said of other things in the source."));
      }
    }
    return flaws;
  }

  /** Whether the words stand clearly closer to another number of the sentence. */
  private static boolean isOfAnother(Claim.Partner place, List<Token> words) {
    List<Token> tokens = place.line().tokens();
    double own = closeness(place.line(), place.at(), words);
    for (int i = 0; i < tokens.size(); i++) {
      if (i != place.at()
          && areRivals(place.token(), tokens.get(i))
          && closeness(place.line(), i, words) > CLEARLY * own) {
        return true;
      }
    }
    return false;
  }

  private static boolean areRivals(Token token, Token other) {
    return token.isValue()
        ? token.kind() == other.kind() && token.unit().equals(other.unit())
        : Lexicon.english().areOpposite(token.stem(), other.stem());
  }

  private static double closeness(Line line, int at, List<Token> words) {
    double sum = 0;
    for (Token word : words) {
      double nearest = 0;
      for (int i = 0; i < line.tokens().size(); i++) {
        if (word.saidBy(line.tokens().get(i))) {
          nearest = Math.max(nearest, 1.0 / (1 + Math.abs(i - at)));
        }
      }
      sum += nearest;
    }
    return sum;
  }

  private static List<Token> around(Line line, int at) {
    List<Token> around = new ArrayList<>();
    for (int i = Math.max(0, at - REACH); i < Math.min(line.tokens().size(), at + REACH + 1); i++) {
      Token token = line.tokens().get(i);
      if (i != at && !token.isSmall() && !(token.isValue() && line.tokens().get(at).isValue())) {
        around.add(token);
      }
    }
    return around;
  }
}
