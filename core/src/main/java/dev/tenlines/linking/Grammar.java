package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.query.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the pieces of a question: rules from the surest to the least sure, each marks its own. */
final class Grammar {
  final Catalog catalog;
  final List<Spot> spots;
  private final String question;
  final Draft draft = new Draft();

  /** The piece that is asked for: what is shown, or whose rows are; or -1. */
  final int asked;

  Grammar(Catalog catalog, List<Spot> spots, String question) {
    this.question = question;
    this.catalog = catalog;
    this.spots = spots;
    this.asked = asked();
  }

  static Draft read(Catalog catalog, List<Spot> spots, String question) {
    Grammar grammar = new Grammar(catalog, spots, question);
    new SortRules(grammar).read();
    FilterRules filters = new FilterRules(grammar);
    filters.named();
    new SumRules(grammar).read();
    grammar.top();
    filters.bare();
    new ShowRules(grammar).read();
    return grammar.draft;
  }

  /** So many of those at one end of a scale. */
  private void top() {
    if (draft.limit > 0 && (!draft.extremes.isEmpty() || !draft.orders.isEmpty())) {
      spots.stream().filter(s -> s.isAny(Cue.TOP, Cue.BOTTOM)).forEach(s -> s.used = true);
    }
  }

  private int asked() {
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      boolean adjective = spot.isValue() && i + 1 < spots.size() && spots.get(i + 1).isThing();
      if (!adjective && (spot.isField() || spot.isThing())) {
        return i;
      }
      boolean opening =
          adjective
              || spot.isLight()
              || spot.isAny(Cue.COUNT, Cue.SUM, Cue.AVG, Cue.DISTINCT, Cue.TOP)
              || !spot.extremes.isEmpty()
              || spot.number != null && !spot.isValue();
      if (!opening) {
        return -1;
      }
    }
    return -1;
  }

  int size() {
    return spots.size();
  }

  Spot at(int i) {
    return spots.get(i);
  }

  boolean isFree(int i) {
    return i >= 0 && i < spots.size() && !spots.get(i).used;
  }

  /** The next piece that says more than how a sentence goes, or the number of pieces. */
  int next(int i) {
    int at = i + 1;
    while (at < spots.size() && spots.get(at).isLight()) {
      at++;
    }
    return at;
  }

  /** The piece before that says more than how a sentence goes, or -1. */
  int previous(int i) {
    int at = i - 1;
    while (at >= 0 && spots.get(at).isLight()) {
      at--;
    }
    return at;
  }

  /** Whether a cue stands between two pieces. */
  boolean between(int from, int to, Cue cue) {
    for (int i = from + 1; i < to; i++) {
      if (spots.get(i).is(cue)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a comma parts two pieces. */
  boolean isListed(int from, int to) {
    return question.substring(spots.get(from).said.end(), spots.get(to).said.start()).contains(",");
  }

  /** Whether a sentence begins with a piece, but for the first one. */
  boolean isOpening(int i) {
    return i > 0
        && question
            .substring(spots.get(i - 1).said.end(), spots.get(i).said.start())
            .matches(".*[.?!;].*");
  }

  /** A thing is named; a sentence that goes on from another may name it again. */
  void mention(int i) {
    boolean known =
        draft.things.stream()
            .flatMap(s -> s.things.stream())
            .anyMatch(t -> at(i).things.stream().anyMatch(o -> o.entity().equals(t.entity())));
    if (sentence(i) == 0 || !known) {
      draft.things.add(at(i));
    }
  }

  /** How many sentences have ended before a piece. */
  int sentence(int i) {
    int count = 0;
    for (int at = 1; at <= i; at++) {
      count += isOpening(at) ? 1 : 0;
    }
    return count;
  }

  void use(int from, int to) {
    for (int i = from; i <= to; i++) {
      spots.get(i).used = true;
    }
  }

  Said said(int from, int to) {
    int start = spots.get(from).said.start();
    int end = spots.get(to).said.end();
    return new Said(start, end, question.substring(start, end));
  }

  /** The nearest thing named before a piece, or null. */
  @Nullable Spot thingBefore(int i) {
    for (int at = i - 1; at >= 0; at--) {
      if (spots.get(at).isThing()) {
        return spots.get(at);
      }
    }
    return null;
  }
}
