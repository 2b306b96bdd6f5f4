package dev.tenlines.linking;

import dev.tenlines.catalog.Field;
import dev.tenlines.linking.Names.Phrases;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Term.Function;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adjectives in their highest degree, with what they measure: {@code longest}: a length. */
final class Extremes {
  private static final Phrases<Extreme> PHRASES = new Phrases<>(Word::folded);

  /**
   * The end of a scale.
   *
   * @param most whether the largest value is meant
   * @param measures names of fields it may be about; none for whatever is named with it
   * @param date whether it is about dates
   */
  record Extreme(boolean most, List<String> measures, boolean date) {}

  static {
    add(
        true,
        "",
        "highest|maximum|max|greatest|the maximum of|peak|top|most|the most|highest value"
            + " of|maximal");
    add(false, "", "lowest|minimum|min|least|the least|smallest value of|minimal|lowest value of");
    add(true, "size|area|population|amount|total", "largest|biggest|major most|hugest");
    add(false, "size|area|population|amount|total", "smallest|tiniest");
    add(true, "length|duration|distance", "longest");
    add(false, "length|duration|distance|height", "shortest");
    add(true, "height|elevation|altitude", "tallest|highest");
    add(false, "elevation|altitude", "lowest");
    add(true, "depth", "deepest");
    add(true, "weight|mass", "heaviest");
    add(false, "weight|mass", "lightest");
    add(true, "speed|velocity|pace", "fastest|quickest");
    add(false, "speed|velocity|pace", "slowest");
    add(true, "price|cost|amount", "most expensive|priciest|dearest|costliest");
    add(false, "price|cost|amount", "cheapest|least expensive");
    add(true, "age", "oldest");
    add(false, "age", "youngest");
    add(true, "population|inhabitants", "most populous|most populated");
    add(false, "population|inhabitants", "least populous|least populated");
    add(true, "density|population density", "densest|most dense|most densely populated");
    add(false, "density|population density", "least dense|sparsest|least densely populated");
    add(true, "rating|score|stars", "best|best rated|highest rated|top rated");
    add(false, "rating|score|stars", "worst|worst rated|lowest rated");
    add(true, "warmth|temperature", "warmest|hottest");
    add(false, "temperature", "coldest");
    add(true, "width", "widest");
    add(true, "capacity", "largest capacity");
    addDate(true, "latest|newest|most recent|last|most recently");
    addDate(false, "earliest|first|oldest");
  }

  private Extremes() {}

  private static void add(boolean most, String measures, String phrases) {
    enter(
        new Extreme(most, measures.isEmpty() ? List.of() : List.of(measures.split("\\|")), false),
        phrases);
  }

  private static void addDate(boolean most, String phrases) {
    enter(new Extreme(most, List.of(), true), phrases);
  }

  private static void enter(Extreme extreme, String phrases) {
    for (String phrase : phrases.split("\\|")) {
      PHRASES.add(Words.of(phrase).all(), extreme);
    }
  }

  static List<Phrases.Hit<Extreme>> find(List<Word> words) {
    return PHRASES.find(words);
  }

  /** Reads which end of which scale is meant, alone or beside another figure. */
  static final class Rules {
    private final Grammar g;
    private final SumRules sums;

    Rules(Grammar grammar, SumRules sums) {
      this.g = grammar;
      this.sums = sums;
    }

    /**
     * Whether it is the end of a scale that an adjective means, also where a value stands for the
     * rows that have it: {@code the best Italian}.
     */
    boolean read(int i) {
      Extreme extreme = g.at(i).extremes.getFirst();
      int at = g.next(i);
      if (at < g.size() && g.at(at).is(Cue.COUNT) && !g.at(at).used) {
        at = g.next(at);
      }
      Spot target = g.isFree(at) ? g.at(at) : null;
      if (target != null && target.isField()) {
        List<Ref> scales = target.fields.stream().filter(Rules::isScale).toList();
        if (!scales.isEmpty()) {
          List<Ref> owned = owned(scales, at + 1);
          if (owned.isEmpty()) {
            scale(i, at, scales, extreme);
          } else {
            extremum(owned, extreme.most(), i, at);
          }
          return true;
        }
      }
      if (target != null && target.isThing() && g.at(i).isAny(Cue.MOST, Cue.FEWEST)) {
        return false;
      }
      boolean adjective = !extreme.measures().isEmpty() || extreme.date();
      while (target != null && sums.isAdjective(at)) {
        at++;
        target = g.at(at);
      }
      boolean near = at == i + 1 || at > i + 1 && sums.isAdjective(i + 1);
      boolean thing = target != null && target.isThing() && near;
      boolean rows = target != null && target.isValue() && !target.isThing() && at == i + 1;
      boolean predicate = g.asked >= 0 && g.asked < i && target == null || rows;
      if ((adjective && predicate || thing) && measured(i, extreme.most())) {
        return true;
      }
      if (adjective && predicate || thing) {
        List<Ref> things = thing && target != null ? target.things : List.of();
        g.use(i, i);
        g.draft.extremes.add(
            new Draft.Extremum(things, merged(i), extreme.most(), i, g.at(i).said));
        return true;
      }
      return false;
    }

    /**
     * Whether several words for what to compute begin at a piece, and one field follows them:
     * {@code the average and the maximum age}.
     */
    boolean joint(int first) {
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
          spot.extremes.stream()
              .anyMatch(extreme -> extreme.measures().isEmpty() && !extreme.date());
      boolean most = end && spot.extremes.getFirst().most();
      return end ? most ? Function.MAX : Function.MIN : null;
    }

    /** {@code most populous city}: those of the fields that the thing after them has. */
    private List<Ref> owned(List<Ref> scales, int thing) {
      return thing < g.size() && !g.at(thing).used
          ? scales.stream().filter(r -> g.at(thing).isRow(r.entity())).toList()
          : List.of();
    }

    private void extremum(List<Ref> scales, boolean most, int from, int to) {
      g.use(from, to);
      g.draft.extremes.add(new Draft.Extremum(scales, null, most, from, g.said(from, to)));
    }

    /** {@code the largest city by population}: the words after say what is measured. */
    private boolean measured(int i, boolean most) {
      for (int by = i + 1; by + 1 < g.size(); by++) {
        int at = g.next(by);
        boolean scale = (g.at(by).is(Cue.BY) || by == g.size() - 2 && g.at(by).is(Cue.IN));
        if (scale && g.isFree(by) && g.isFree(at) && at == g.size() - 1 && !g.at(at).isOperand()) {
          List<Ref> scales = g.at(at).fields.stream().filter(Rules::isScale).toList();
          if (!scales.isEmpty()) {
            g.use(by, at);
            extremum(scales, most, i, i);
            return true;
          }
        }
      }
      return false;
    }

    /** All that the adjective may measure. */
    private Extreme merged(int i) {
      List<Extreme> all = g.at(i).extremes;
      List<String> measures = all.stream().flatMap(e -> e.measures().stream()).distinct().toList();
      boolean date = all.stream().anyMatch(Extreme::date);
      return new Extreme(all.getFirst().most(), measures, date);
    }

    private void scale(int i, int at, List<Ref> scales, Extreme extreme) {
      boolean asked = g.asked >= 0 && g.asked < i;
      boolean most = extreme.most();
      if (asked) {
        List<Ref> own = scales.stream().filter(r -> isBefore(i, r)).toList();
        extremum(own.isEmpty() ? scales : own, most, i, at);
      } else {
        g.use(i, at);
        sums.sum(most ? Function.MAX : Function.MIN, scales, false, at);
      }
    }

    /** {@code the city with the largest area}: the thing right before has it. */
    private boolean isBefore(int i, Ref ref) {
      int at = i - 1;
      while (at > 0 && g.at(at).isLight()) {
        at--;
      }
      return at >= 0 && g.at(at).isRow(ref.entity());
    }

    private static boolean isScale(Ref ref) {
      Field field = ref.field();
      return field != null && (Operands.isNumeric(field) || Operands.isDate(field));
    }
  }
}
