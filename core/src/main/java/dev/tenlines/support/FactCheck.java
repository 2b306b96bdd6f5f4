package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;

/** Every number, date and name has to stand in the sources, numbers with their unit. */
final class FactCheck {
  private FactCheck() {}

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    for (int i = 0; i < claim.tokens().size(); i++) {
      Token token = claim.token(i);
      if (token.isValue()) {
        value(claim, token, flaws);
      } else if (token.kind() == Token.Kind.NAME && !name(claim, token)) {
        flaws.add(Checks.flaw(Kind.NAME, token, "is in no source."));
      }
    }
    return flaws;
  }

  private static void value(Claim claim, Token token, List<Flaw> flaws) {
    List<Claim.Partner> places = Claim.places(token, claim.context);
    if (places.isEmpty()) {
      boolean elsewhere = !Claim.places(token, claim.ground.lines()).isEmpty();
      if (!elsewhere) {
        flaws.add(
            Checks.flaw(
                unitOnly(claim, token) ? Kind.UNIT : Checks.kind(token),
                token,
                "is in no source."));
      } else {
        flaws.add(Checks.flaw(Kind.COMBINATION, token, "stands elsewhere in the source."));
      }
    } else if (!token.unit().isEmpty()
        && places.stream().noneMatch(place -> fits(token.unit(), place.token().unit()))) {
      flaws.add(Checks.flaw(Kind.UNIT, token, "has another unit in the source."));
    }
  }

  /** Whether the number is there and only its currency or percent sign is not. */
  private static boolean unitOnly(Claim claim, Token token) {
    return claim.context.stream()
        .anyMatch(line -> line.tokens().stream().anyMatch(own -> own.key().equals(token.key())));
  }

  private static boolean fits(String said, String source) {
    return source.isEmpty() || said.equals(source);
  }

  private static boolean name(Claim claim, Token token) {
    return claim.ground.has(token.key()) || claim.knows(token);
  }
}
