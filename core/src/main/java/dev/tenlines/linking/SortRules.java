package dev.tenlines.linking;

import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Term;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Order, number of rows, and what rows are put together by. */
final class SortRules {
  private final Grammar g;

  SortRules(Grammar grammar) {
    this.g = grammar;
  }

  void read() {
    for (int i = 0; i < g.size(); i++) {
      Spot spot = g.at(i);
      if (spot.used) {
        continue;
      }
      if (spot.isAny(Cue.NEWEST, Cue.OLDEST)) {
        spot.used = true;
        g.draft.orders.add(new Draft.Order(List.of(), spot.is(Cue.NEWEST), i));
      } else if (spot.is(Cue.SORT)) {
        sort(i);
      } else if (spot.isAny(Cue.PER, Cue.BUCKET)) {
        group(i);
      } else if (spot.isAny(Cue.TOP, Cue.LIMIT, Cue.BOTTOM)
          && g.isFree(i + 1)
          && g.at(i + 1).isNumber()) {
        limit(i, i + 1);
      } else if (spot.isNumber()
          && !spot.isValue()
          && g.isFree(i + 1)
          && (!g.at(i + 1).extremes.isEmpty() || g.at(i + 1).isAny(Cue.MOST, Cue.FEWEST))) {
        g.draft.limit = count(spot);
        spot.used = g.draft.limit > 0;
      } else if (spot.is(Cue.DISTINCT) && !spot.isField()) {
        g.draft.distinct = true;
        spot.used = true;
      }
    }
    new CuedRules.Related(g).read();
  }

  /**
   * {@code sorted by price, highest first}, {@code ordered alphabetically}, {@code in descending
   * order by average cost}: what by and which way, in any order.
   */
  private void sort(int i) {
    int end = i;
    int at = step(i);
    Boolean down = null;
    if (at < g.size() && direction(at) != null) {
      down = direction(at);
      end = at;
      at = step(at);
      boolean scale = at == end + 1 && at < g.size() && g.at(at).isField();
      if (at < g.size() && g.at(at).is(Cue.BY)) {
        at = step(at);
      } else if (!scale) {
        implied(i, end, Boolean.TRUE.equals(down));
        return;
      }
    }
    int far = at < g.size() ? step(at) : at;
    if (far < g.size() && !g.at(at).extremes.isEmpty() && !g.at(far).extremes.isEmpty()) {
      int after = far + 1;
      down = g.at(at).extremes.getFirst().most();
      if (after >= g.size() || !g.at(after).isField()) {
        implied(i, far, down);
        return;
      }
      at = after;
    } else if (at < g.size() && !g.at(at).extremes.isEmpty() && !g.at(at).isField()) {
      down = g.at(at).extremes.getFirst().most();
      at = step(at);
    }
    Term.Function function = at < g.size() ? function(g.at(at)) : null;
    at = head(function == null ? at : step(at));
    if (at >= g.size() || !g.at(at).isField() && !g.at(at).isThing()) {
      if (at < g.size() && g.at(at).isAny(Cue.NEWEST, Cue.OLDEST)) {
        g.use(i, i);
      }
      return;
    }
    end = at;
    int direction = step(at);
    if (direction < g.size() && direction(direction) != null) {
      down = direction(direction);
      end = direction;
    } else if (direction == at + 1
        && direction < g.size()
        && !g.at(direction).extremes.isEmpty()
        && !g.at(direction).isField()) {
      boolean last =
          direction + 2 >= g.size() && g.at(g.size() - 1).said.words().equalsIgnoreCase("first")
              || direction + 1 >= g.size();
      if (!last) {
        return;
      }
      down = g.at(direction).extremes.getFirst().most();
      end = g.size() - 1;
    } else if (direction + 1 == g.size()
        && g.at(direction).said.words().equalsIgnoreCase("first")) {
      end = direction;
    }
    g.use(i, end);
    Spot spot = g.at(at);
    List<Ref> refs = spot.isField() ? spot.fields : spot.things;
    if (function == Term.Function.COUNT && spot.isThing()) {
      refs = spot.things;
    }
    boolean summed = function != null;
    g.draft.orders.add(new Draft.Order(refs, Boolean.TRUE.equals(down), at, summed));
  }

  /** The next piece, small words left out. */
  private int step(int i) {
    int at = i + 1;
    while (at < g.size()
        && g.at(at).isLight()
        && direction(at) == null
        && !g.at(at).said.words().equalsIgnoreCase("first")) {
      at++;
    }
    return at;
  }

  private @Nullable Boolean direction(int at) {
    Spot spot = g.at(at);
    return spot.is(Cue.DOWN) ? Boolean.TRUE : spot.is(Cue.UP) ? Boolean.FALSE : null;
  }

  /** Only the way is said: by what is added up, or else by what is shown. */
  private void implied(int from, int to, boolean down) {
    g.use(from, to);
    g.draft.implied = down;
  }

  private void limit(int i, int number) {
    int count = count(g.at(number));
    if (count > 0) {
      g.draft.limit = count;
      g.use(number, number);
      if (g.at(i).is(Cue.LIMIT)) {
        g.use(i, i);
      } else {
        top(i);
      }
    }
  }

  /** {@code top 5 products by price}: the words after by say what of. */
  private void top(int i) {
    boolean most = g.at(i).is(Cue.TOP);
    for (int by = i + 2; by < g.size(); by++) {
      if (!g.at(by).is(Cue.BY)) {
        continue;
      }
      int at = g.next(by);
      while (at < g.size() && g.at(at).isAny(Cue.SUM, Cue.COUNT, Cue.AVG)) {
        at = g.next(at);
      }
      at = head(at);
      if (at < g.size() && (g.at(at).isField() || g.at(at).isThing())) {
        Spot spot = g.at(at);
        int first = g.next(by);
        Term.Function function = first == at ? null : function(g.at(first));
        boolean counts = function == null && !spot.isField() || function == Term.Function.COUNT;
        mention(at - 1);
        g.use(by, at);
        g.use(i, i);
        Term.Function over = counts ? Term.Function.COUNT : function;
        if (over == null) {
          g.draft.orders.add(new Draft.Order(spot.fields, most, by));
        } else {
          List<Ref> refs = counts && spot.isThing() ? spot.things : spot.fields;
          g.draft.sums.add(new Draft.Sum(over, refs, false, at, null, null));
          g.draft.orders.add(new Draft.Order(refs, most, at));
        }
        return;
      }
    }
  }

  /** {@code transaction amount}: the field rather than the thing that has it. */
  private int head(int at) {
    boolean has =
        at + 1 < g.size()
            && g.at(at).isThing()
            && g.at(at + 1).isField()
            && !g.at(at + 1).isOperand()
            && g.at(at + 1).fields.stream().anyMatch(SumRules::isNumeric);
    return has ? at + 1 : at;
  }

  private void mention(int at) {
    if (g.at(at).isThing() && !g.at(at).used) {
      g.mention(at);
    }
  }

  private static Term.@Nullable Function function(Spot spot) {
    return spot.is(Cue.COUNT)
        ? Term.Function.COUNT
        : spot.is(Cue.SUM) ? Term.Function.SUM : spot.is(Cue.AVG) ? Term.Function.AVG : null;
  }

  /** {@code per customer}, {@code for each month}, {@code monthly}. */
  private void group(int i) {
    Spot spot = g.at(i);
    if (!spot.is(Cue.PER)) {
      String word = spot.said.words().toLowerCase(Locale.ROOT);
      if (!spot.isField() && (word.endsWith("ly") || word.equals("annual"))) {
        spot.used = true;
        g.draft.groups.add(new Draft.Group(List.of(), bucket(word), i));
      }
      return;
    }
    int at = g.next(i);
    if (at >= g.size()) {
      return;
    }
    Spot target = g.at(at);
    if (target.isField() || target.isThing()) {
      g.use(i, at);
      List<Ref> refs = target.isThing() ? target.things : target.fields;
      List<Ref> head = target.isThing() ? head(target, at + 1) : List.of();
      if (!head.isEmpty()) {
        at++;
        g.use(at, at);
        refs = head;
      }
      g.draft.groups.add(new Draft.Group(refs, null, at));
      also(at);
    } else if (target.is(Cue.BUCKET)) {
      g.use(i, at);
      g.draft.groups.add(
          new Draft.Group(List.of(), bucket(target.said.words().toLowerCase(Locale.ROOT)), at));
    }
  }

  /** {@code each business category}: the last of such words says what is meant. */
  private List<Ref> head(Spot first, int at) {
    if (!g.isFree(at) || g.at(at).isOperand() || at + 1 < g.size() && g.at(at + 1).isOperand()) {
      return List.of();
    }
    List<Ref> own =
        g.at(at).fields.stream()
            .filter(r -> first.things.stream().anyMatch(t -> t.entity().equals(r.entity())))
            .toList();
    return own.isEmpty() ? g.at(at).things : own;
  }

  /** {@code per country and city}. */
  private void also(int at) {
    int next = at + 2;
    if (next < g.size()
        && g.at(at + 1).is(Cue.AND)
        && g.at(next).isField()
        && (next + 1 >= g.size() || !g.at(next + 1).isOperand())) {
      g.use(next, next);
      g.draft.groups.add(new Draft.Group(g.at(next).fields, null, next));
    }
  }

  static Term.Bucket bucket(String word) {
    return switch (word) {
      case "week", "weekly" -> Term.Bucket.WEEK;
      case "month", "monthly" -> Term.Bucket.MONTH;
      case "quarter", "quarterly" -> Term.Bucket.QUARTER;
      case "year", "yearly", "annually", "annual" -> Term.Bucket.YEAR;
      default -> Term.Bucket.DAY;
    };
  }

  static int count(Spot spot) {
    return spot.number == null
            || spot.number.signum() <= 0
            || spot.number.precision() - spot.number.scale() > 6
            || spot.number.stripTrailingZeros().scale() > 0
        ? 0
        : spot.number.intValue();
  }
}
