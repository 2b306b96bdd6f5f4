package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import java.util.ArrayList;
import java.util.List;

/** In a sentence that is the source's but for a word, that word has to be the source's, too. */
final class PlaceCheck {
  private static final double SAME = 0.8;
  private static final int LONGEST = 3;

  private PlaceCheck() {}

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    Alignment alignment = claim.alignment;
    if (alignment == null) {
      return flaws;
    }
    for (Alignment.Gap gap : alignment.gaps()) {
      denial(alignment, gap, flaws);
      List<Token> own = heavy(alignment.claim(), gap.claim());
      List<Token> other = heavy(alignment.source(), gap.source());
      for (Token token : own) {
        boolean name = token.kind() == Token.Kind.NAME && own.size() == 1 && other.size() == 1;
        List<Token> rivals =
            other.stream().filter(rival -> name || token.comparable(rival)).toList();
        if (!rivals.isEmpty() && rivals.stream().noneMatch(rival -> same(token, rival))) {
          rival(claim, alignment, token, own, rivals, flaws);
        }
      }
    }
    return flaws;
  }

  /** A "not" that came in, or went while the words around it stayed. */
  private static void denial(Alignment alignment, Alignment.Gap gap, List<Flaw> flaws) {
    if (alignment.share() < SAME) {
      return;
    }
    List<Token> own = denials(alignment.claim(), gap.claim());
    List<Token> other = denials(alignment.source(), gap.source());
    boolean cut = heavy(alignment.source(), gap.source()).size() > gap.claim().size();
    if (own.size() > other.size()) {
      flaws.add(Checks.flaw(Kind.NEGATION, own.getFirst(), "is not in the source."));
    } else if (own.size() < other.size() && !cut) {
      flaws.add(Checks.flaw(Kind.NEGATION, other.getFirst(), "is in the source only."));
    }
  }

  private static List<Token> denials(Line line, List<Integer> places) {
    return places.stream()
        .map(at -> line.tokens().get(at))
        .filter(token -> Lexicon.english().denies(token.text()))
        .toList();
  }

  private static void rival(
      Claim claim,
      Alignment alignment,
      Token token,
      List<Token> own,
      List<Token> rivals,
      List<Flaw> flaws) {
    String what = "stands where the source has (" + rivals.getFirst().text() + ").";
    if (token.isValue()) {
      flaws.add(Checks.flaw(Checks.kind(token), token, what));
      return;
    }
    if (alignment.share() < SAME || own.size() > LONGEST || rivals.size() > LONGEST) {
      return;
    }
    boolean names = token.kind() == Token.Kind.NAME && rivals.getFirst().kind() == Token.Kind.NAME;
    if (names || !claim.knows(token) || !isMoved(alignment, token)) {
      Kind kind = isUnit(token) && isUnit(rivals.getFirst()) ? Kind.UNIT : Checks.kind(token);
      flaws.add(Checks.flaw(kind, token, what));
    }
  }

  /** Whether the closest sentence has the word at another place. */
  private static boolean isMoved(Alignment alignment, Token token) {
    return alignment.source().find(token.key()) != null;
  }

  private static boolean isUnit(Token token) {
    return Lexicon.english().isUnit(token.stem());
  }

  private static boolean same(Token token, Token rival) {
    return token.saidBy(rival) || Claim.related(token, rival);
  }

  private static List<Token> heavy(Line line, List<Integer> places) {
    return places.stream().map(at -> line.tokens().get(at)).filter(t -> !t.isSmall()).toList();
  }
}
