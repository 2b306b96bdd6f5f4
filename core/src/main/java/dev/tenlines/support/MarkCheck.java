package dev.tenlines.support;

import dev.tenlines.support.Claim.Partner;
import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is not so, what is so of all, at least, only or perhaps has to be so in the source. */
final class MarkCheck {
  private final Claim claim;
  private final List<Flaw> flaws = new ArrayList<>();

  private MarkCheck(Claim claim) {
    this.claim = claim;
  }

  static List<Flaw> flaws(Claim claim) {
    MarkCheck check = new MarkCheck(claim);
    for (int i = 0; i < claim.tokens().size(); i++) {
      if (!claim.token(i).isSmall()) {
        check.check(i);
      }
    }
    return check.flaws;
  }

  private void check(int at) {
    List<Partner> partners = claim.partners(at);
    if (partners.isEmpty()) {
      alone(at);
      return;
    }
    added(at, partners, Mark.NEGATION, Kind.NEGATION);
    lost(at, partners, Mark.NEGATION, Kind.NEGATION);
    added(at, partners, Mark.ALL, Kind.QUANTIFIER);
    added(at, partners, Mark.ONLY, Kind.QUANTIFIER);
    added(at, partners, Mark.MOST, Kind.QUANTIFIER);
    lost(at, partners, Mark.SOME, Kind.QUANTIFIER);
    lost(at, partners, Mark.HEDGE, Kind.HEDGE);
    turned(at, partners, Mark.BEFORE, Mark.AFTER);
    turned(at, partners, Mark.AFTER, Mark.BEFORE);
    turned(at, partners, Mark.MORE, Mark.LESS);
    turned(at, partners, Mark.LESS, Mark.MORE);
    if (claim.token(at).isValue()) {
      added(at, partners, Mark.ATLEAST, Kind.QUANTIFIER);
      added(at, partners, Mark.ATMOST, Kind.QUANTIFIER);
      lost(at, partners, Mark.ATLEAST, Kind.QUANTIFIER);
      lost(at, partners, Mark.ATMOST, Kind.QUANTIFIER);
    }
  }

  /** A negation of a word that the source does not have, and it denies nothing, either. */
  private void alone(int at) {
    if (claim.line.head(at, Mark.NEGATION)
        && claim.evidence.stream().noneMatch(line -> line.has(Mark.NEGATION))
        && !hasOpposite(claim.token(at))) {
      add(Kind.NEGATION, at, "is denied here only.");
    }
  }

  private boolean hasOpposite(Token token) {
    return claim.context.stream()
        .flatMap(line -> line.tokens().stream())
        .anyMatch(other -> Lexicon.english().areOpposite(token.stem(), other.stem()));
  }

  private void added(int at, List<Partner> partners, Mark mark, Kind kind) {
    if (claim.line.head(at, mark)
        && partners.stream().noneMatch(p -> p.line().near(p.at(), mark))) {
      add(kind, at, "has (" + mark.list() + ") here, and not in the source.");
    }
  }

  private void lost(int at, List<Partner> partners, Mark mark, Kind kind) {
    if (!claim.line.near(at, mark)
        && partners.stream().allMatch(p -> p.line().head(p.at(), mark))) {
      add(kind, at, "has (" + mark.list() + ") in the source, and not here.");
    }
  }

  private void turned(int at, List<Partner> partners, Mark said, Mark opposite) {
    if (claim.line.head(at, said)
        && partners.stream()
            .allMatch(p -> p.line().head(p.at(), opposite) && !p.line().near(p.at(), said))) {
      add(Kind.ANTONYM, at, "has (" + opposite.list() + ") in the source.");
    }
  }

  private void add(Kind kind, int at, String what) {
    flaws.add(new Flaw(kind, "The word (" + claim.token(at).text() + ") " + what));
  }
}
