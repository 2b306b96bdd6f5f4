package dev.tenlines.linking;

import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Term.Function;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several figures of one field: {@code the average and the maximum age}. */
final class JointSums {
  private final Grammar g;
  private final SumRules sums;

  JointSums(Grammar grammar, SumRules sums) {
    this.g = grammar;
    this.sums = sums;
  }

  /** Whether several words for what to compute begin at a piece, and one field follows them. */
  boolean read(int first) {
    List<Function> functions = new ArrayList<>();
    int last = first;
    for (int at = first; isOneMore(functions, last, at); at = g.next(at)) {
      functions.add(function(at));
      last = at;
    }
    int target = g.next(last);
    if (functions.size() < 2 || !g.isFree(target)) {
      return false;
    }
    List<Ref> numbers = g.at(target).fields.stream().filter(SumRules::isNumeric).toList();
    if (numbers.isEmpty()) {
      return false;
    }
    g.use(first, target);
    functions.forEach(function -> sums.sum(function, numbers, false, target));
    return true;
  }

  private boolean isOneMore(List<Function> before, int last, int at) {
    return g.isFree(at)
        && function(at) != null
        && (before.isEmpty() || g.between(last, at, Cue.AND) || g.isListed(last, at));
  }

  private @Nullable Function function(int at) {
    Spot spot = g.at(at);
    if (spot.isField() || spot.isValue()) {
      return null;
    }
    if (spot.is(Cue.AVG)) {
      return Function.AVG;
    }
    if (spot.is(Cue.SUM)) {
      return Function.SUM;
    }
    boolean end =
        spot.extremes.stream().anyMatch(extreme -> extreme.measures().isEmpty() && !extreme.date());
    boolean most = end && spot.extremes.getFirst().most();
    return end ? most ? Function.MAX : Function.MIN : null;
  }
}
