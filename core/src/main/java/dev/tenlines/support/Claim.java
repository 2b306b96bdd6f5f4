package dev.tenlines.support;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence beside what it may stand on: what every check looks at. */
final class Claim {
  /** From this share of a sentence on, it is the source's sentence, but for what was changed. */
  private static final double CLOSE = 0.7;

  final Ground ground;
  final Line line;

  /** The sentences that hold most of it, the most telling first. */
  final List<Line> evidence;

  /** The same with their neighbours. */
  final List<Line> context;

  final Set<String> keys = new HashSet<>();

  /** The closest sentence beside this one, or null when none is close. */
  final @Nullable Alignment alignment;

  Claim(Ground ground, Line line, List<Line> evidence, List<Line> context) {
    this.ground = ground;
    this.line = line;
    this.evidence = evidence;
    this.context = context;
    context.forEach(each -> each.tokens().forEach(token -> keys.add(token.key())));
    Alignment best = null;
    for (Line source : evidence) {
      Alignment each = Alignment.of(line, source);
      best = best == null || each.share() > best.share() ? each : best;
    }
    this.alignment = best == null || best.share() < CLOSE ? null : best;
  }

  List<Token> tokens() {
    return line.tokens();
  }

  Token token(int at) {
    return line.tokens().get(at);
  }

  /** A token of a source sentence. */
  record Partner(Line line, int at) {
    Token token() {
      return line.tokens().get(at);
    }
  }

  /** What says a token in the evidence: its place in the closest sentence, or all places. */
  List<Partner> partners(int at) {
    if (alignment != null && alignment.partner(at) >= 0) {
      return List.of(new Partner(alignment.source(), alignment.partner(at)));
    }
    return places(token(at), evidence);
  }

  /** Where sentences say a token. */
  static List<Partner> places(Token token, List<Line> lines) {
    List<Partner> places = new ArrayList<>();
    for (Line each : lines) {
      for (int i = 0; i < each.tokens().size(); i++) {
        if (token.saidBy(each.tokens().get(i))) {
          places.add(new Partner(each, i));
        }
      }
    }
    return places;
  }

  /** Whether the neighbourhood has a word, or one of its family. */
  boolean knows(Token token) {
    return keys.contains(token.key()) || family(token, context);
  }

  /** Whether a word of the lines shares its beginning: acquire, acquisition. */
  static boolean family(Token token, List<Line> lines) {
    for (Line each : lines) {
      for (Token other : each.tokens()) {
        if (related(token, other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Words of one meaning or one family. */
  static boolean related(Token one, Token other) {
    if (one.key().equals(other.key()) || one.text().equals(other.text())) {
      return true;
    }
    if (one.isSmall() || other.isSmall() || one.isValue() || other.isValue()) {
      return false;
    }
    String a = one.stem();
    String b = other.stem();
    int shared = 0;
    int most = Math.min(a.length(), b.length());
    while (shared < most && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared >= 5 && shared >= 0.6 * Math.max(a.length(), b.length());
  }
}
