package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All ways in which a sentence may not stand on its source, one after the other. */
final class Checks {
  private static final List<Check> ALL =
      List.of(
          FactCheck::flaws,
          QuoteCheck::flaws,
          PlaceCheck::flaws,
          MarkCheck::flaws,
          OppositeCheck::flaws,
          RoleCheck::flaws,
          CombinationCheck::flaws,
          CoverageCheck::flaws);

  private Checks() {}

  /** One way to look at a claim. */
  @FunctionalInterface
  interface Check {
    List<Flaw> flaws(Claim claim);
  }

  static List<Flaw> flaws(Claim claim) {
    Set<Flaw> flaws = new LinkedHashSet<>();
    ALL.forEach(check -> flaws.addAll(check.flaws(claim)));
    return new ArrayList<>(flaws);
  }

  /** A flaw about a token. */
  static Flaw flaw(Kind kind, Token token, String what) {
    String name = kind.name().toLowerCase(java.util.Locale.ROOT);
    return new Flaw(kind, "The " + name + " (" + token.text() + ") " + what);
  }

  static Kind kind(Token token) {
    return switch (token.kind()) {
      case FIGURE -> Kind.NUMBER;
      case DAY -> Kind.DATE;
      case NAME -> Kind.NAME;
      case CONTENT, SMALL -> Kind.WORD;
    };
  }
}
