package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A word whose opposite stands in the source instead, denied as often. */
final class OppositeCheck {
  private OppositeCheck() {}

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < claim.tokens().size(); i++) {
      Token token = claim.token(i);
      if (token.isValue() || !claim.partners(i).isEmpty()) {
        continue;
      }
      Token opposite = opposite(claim, i);
      if (opposite != null) {
        flaws.add(Checks.flaw(Kind.ANTONYM, token, "is (" + opposite.text() + ") in the source."));
      }
    }
    return flaws;
  }

  private static @Nullable Token opposite(Claim claim, int at) {
    for (Line line : claim.evidence) {
      for (int i = 0; i < line.tokens().size(); i++) {
        Token other = line.tokens().get(i);
        if (Lexicon.english().areOpposite(claim.token(at).stem(), other.stem())
            && claim.line.near(at, Mark.NEGATION) == line.near(i, Mark.NEGATION)
            && claim.line.find(other.key()) == null) {
          return other;
        }
      }
    }
    return null;
  }
}
