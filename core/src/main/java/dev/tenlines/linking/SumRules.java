package dev.tenlines.linking;

import dev.tenlines.catalog.Field;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Term.Function;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers of rows, totals, averages, and the ends of scales. */
final class SumRules {
  private static final Set<String> COUNTERS =
      Set.of(
          ("year|game|week|round|rank|season|pick|episode|district|place"
                  + "|position|match|race|day|heat|lane|number|no|no.|#|series|stage"
                  + "|division|grade|channel|overall|tie|years|games")
              .split("\\|"));

  private static final Pattern COMMON = Pattern.compile("common|frequent|often|popular");

  private final Grammar g;

  /** The rows whose number tells what is most frequent. */
  private List<Ref> frequency = List.of();

  private final Extremes.Rules ends;

  SumRules(Grammar grammar) {
    this.g = grammar;
    this.ends = new Extremes.Rules(grammar, this);
  }

  void read() {
    for (int i = 0; i < g.size(); i++) {
      Spot spot = g.at(i);
      if (!spot.used && !spot.measured.isEmpty()) {
        measured(i);
      }
      boolean plain = !spot.isField() || spot.is(Cue.SUM) && isNumber(i + 1);
      if (spot.used || !plain || spot.isValue()) {
        continue;
      }
      if (ends.joint(i) || !spot.extremes.isEmpty() && ends.read(i)) {
        continue;
      }
      if (spot.isAny(Cue.MOST, Cue.FEWEST)) {
        most(i);
      } else if (spot.is(Cue.BY)) {
        by(i);
      } else if (spot.is(Cue.COUNT)) {
        count(i);
      } else if (spot.is(Cue.AVG)) {
        over(Function.AVG, i);
      } else if (spot.is(Cue.SUM)) {
        over(Function.SUM, i);
      }
    }
    if (!frequency.isEmpty()) {
      counted();
    }
  }

  private boolean isNumber(int i) {
    return g.isFree(i) && g.at(i).fields.stream().anyMatch(SumRules::isNumeric);
  }

  /** {@code total revenue}: a measure has been declared with how it adds up. */
  private void measured(int i) {
    g.draft.measures.addAll(g.at(i).measured);
    boolean total = i > 0 && g.at(i - 1).is(Cue.SUM) && !g.at(i - 1).used;
    g.use(total ? i - 1 : i, i);
  }

  private void count(int i) {
    int at = i + 1;
    boolean distinct = g.draft.distinct && g.between(i, g.next(i), Cue.DISTINCT);
    while (at < g.size() && (g.at(at).isLight() || g.at(at).is(Cue.DISTINCT) || isAdjective(at))) {
      distinct |= g.at(at).is(Cue.DISTINCT);
      at++;
    }
    if (!g.isFree(at)) {
      return;
    }
    Spot target = g.at(at);
    if (target.isThing()) {
      g.use(i, i);
      g.use(at, at);
      boolean again =
          g.draft.sums.stream()
              .anyMatch(s -> s.function() == Function.COUNT && s.refs().equals(target.things));
      if (!again) {
        List<Ref> doers = doers(at);
        g.mention(at);
        sum(Function.COUNT, doers.isEmpty() ? target.things : doers, distinct, at);
      }
    } else if (target.isField()) {
      boolean number = target.fields.stream().allMatch(r -> isNumeric(r) && !isCounter(r));
      boolean total = g.at(i).said.words().toLowerCase(Locale.ROOT).contains("total");
      if (number
          && !distinct
          && target.fields.stream().allMatch(SumRules::isTally)
          && (total || isGrouped(i))) {
        g.use(i, at);
        sum(Function.SUM, target.fields, false, at);
      } else if (number && !total && !distinct) {
        g.use(i, at);
        g.draft.shows.add(new Draft.Show(target.fields, at));
      } else {
        g.use(i, at);
        sum(Function.COUNT, target.fields, distinct, at);
      }
    } else if (target.isValue() && isThere(at + 1)) {
      g.use(i, i);
      sum(Function.COUNT, rows(target), distinct, at);
    }
    if (distinct && target.used) {
      g.draft.distinct = false;
    }
  }

  /** {@code how many Italians are there}: a value stands for the rows that have it. */
  private boolean isThere(int are) {
    return are + 1 < g.size()
        && g.at(are).is(Cue.IS)
        && g.at(are + 1).said.words().equalsIgnoreCase("there");
  }

  private static List<Ref> rows(Spot value) {
    return value.values.stream().map(match -> Ref.thing(match.entity())).distinct().toList();
  }

  /**
   * {@code total amount and number of users who sent}, and nothing after it: those that the rows
   * which are added up call so.
   */
  private List<Ref> doers(int counted) {
    int verb = counted + 2;
    boolean said = verb < g.size() && g.isFree(verb) && g.at(counted + 1).isAny(Cue.WHO, Cue.THAT);
    boolean last = verb + 1 >= g.size() || g.at(verb + 1).is(Cue.AND) || g.isListed(verb, verb + 1);
    if (!said || !last) {
      return List.of();
    }
    List<Ref> roles =
        g.at(verb).things.stream()
            .filter(t -> t.step() != null && t.step().one() && g.at(counted).isRow(t.entity()))
            .filter(t -> isAdded(t.start()))
            .toList();
    if (!roles.isEmpty()) {
      g.use(counted + 1, verb);
    }
    return roles;
  }

  private boolean isAdded(@Nullable String entity) {
    return g.draft.sums.stream()
        .flatMap(sum -> sum.refs().stream())
        .anyMatch(ref -> ref.entity().equals(entity));
  }

  /** Each of its values counts something already. */
  private static boolean isTally(Ref ref) {
    Field field = ref.field();
    return field != null
        && field.words().stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .anyMatch(word -> word.startsWith("number of ") || word.equals("count"));
  }

  private boolean isGrouped(int count) {
    return !g.draft.groups.isEmpty()
        || IntStream.range(0, g.size()).anyMatch(i -> i != count && g.at(i).is(Cue.PER));
  }

  /** A value before the thing it is said of: {@code how many open orders}. */
  boolean isAdjective(int i) {
    Spot spot = g.at(i);
    int next = i + 1;
    while (next < g.size() && g.at(next).isOperand() && !g.at(next).isThing()) {
      next++;
    }
    boolean field = spot.isField() && !spot.used && !spot.isValue();
    return (spot.isOperand() || spot.used) && !field && next < g.size() && g.at(next).isThing();
  }

  private void over(Function function, int i) {
    int at = g.next(i);
    if (!g.isFree(at)) {
      return;
    }
    if (g.at(at).isThing() && isNumber(at + 1)) {
      g.use(at, at);
      g.mention(at);
      at++;
    }
    Spot target = g.at(at);
    List<Ref> numbers = target.fields.stream().filter(SumRules::isNumeric).toList();
    if (!numbers.isEmpty()) {
      g.use(i, at);
      sum(function, numbers, false, at);
    } else if (target.isThing() && function == Function.SUM) {
      g.use(i, at);
      g.mention(at);
      sum(Function.COUNT, target.things, false, at);
    }
  }

  /** {@code number of customers by country}. */
  private void by(int i) {
    int at = g.next(i);
    boolean summed = !g.draft.sums.isEmpty() || !g.draft.measures.isEmpty();
    boolean filtered = at + 1 < g.size() && g.at(at + 1).isOperand();
    if (isAgent(i)) {
      g.at(i).used = true;
      return;
    }
    if (!summed || !g.isFree(at) || filtered || g.at(at).isOperand()) {
      return;
    }
    Spot target = g.at(at);
    if (target.isThing() && isTold(at)) {
      g.use(i, at);
      g.draft.things.add(target);
      return;
    }
    if (target.isField() || target.isThing()) {
      g.use(i, at);
      List<Ref> refs = target.isField() ? target.fields : target.things;
      g.draft.groups.add(new Draft.Group(refs, null, at));
    } else if (target.is(Cue.BUCKET)) {
      g.use(i, at);
      String word = target.said.words().toLowerCase(Locale.ROOT);
      g.draft.groups.add(new Draft.Group(List.of(), SortRules.bucket(word), at));
    }
  }

  /** {@code orders by customers who}: they did it, and are not what rows are put together by. */
  private boolean isTold(int at) {
    return at + 1 < g.size()
        && (g.at(at + 1).isAny(Cue.WHO, Cue.THAT) || !g.at(at + 1).verbs.isEmpty());
  }

  /** {@code orders placed by customers}: who did it, rather than what to group by. */
  private boolean isAgent(int by) {
    if (by == 0 || by + 1 >= g.size()) {
      return false;
    }
    String before = g.at(by - 1).said.words().toLowerCase(Locale.ROOT);
    boolean participle =
        before.matches(
            "(?:.*"
                + " )?(?:\\p{L}{2,}ed|written|taken|given|taught|sold|bought|made|sent|held|won|run)");
    int at = g.next(by);
    return participle
        && !before.matches(
            "(?:.* )?(?:grouped|sorted|ordered|ranked|split|divided|united|need|bed|red)")
        && at < g.size()
        && (g.at(at).isThing()
            || g.at(at).isOperand()
            || g.at(at).isField()
                && at + 1 < g.size()
                && g.at(g.next(at) < g.size() ? g.next(at) : at).isOperand());
  }

  /** With a border after it: {@code average rating above 4}. */
  void sum(Function function, List<Ref> refs, boolean distinct, int at) {
    int next = at + 1;
    while (next < g.size() && g.at(next).isLight()) {
      next++;
    }
    Operator operator = next < g.size() ? FilterRules.operator(g.at(next)) : null;
    Literal border = null;
    BigDecimal number =
        operator != null && g.isFree(next) && g.isFree(next + 1) ? g.at(next + 1).number : null;
    if (number != null) {
      border = new Literal.Number(number);
      g.use(next, next + 1);
    }
    g.draft.sums.add(
        new Draft.Sum(function, refs, distinct, at, border == null ? null : operator, border));
  }

  /** {@code the customer with the most orders}: the group that has most rows. */
  private void most(int i) {
    int at = g.next(i);
    if (!g.isFree(at)) {
      return;
    }
    boolean most = g.at(i).is(Cue.MOST);
    boolean after = g.asked >= 0 && g.asked < i;
    boolean common = COMMON.matcher(g.at(i).said.words().toLowerCase(Locale.ROOT)).find();
    if (common && (g.at(at).isField() || !after)) {
      common(i, at, most);
    } else if (after
        && g.at(at).isField()
        && g.at(at).fields.stream().allMatch(SumRules::isTally)) {
      g.use(i, at);
      g.draft.extremes.add(new Draft.Extremum(g.at(at).fields, null, most, i, g.said(i, at)));
    } else if (after && g.at(at).isThing() && !isSame(at, g.asked)) {
      g.use(i, at);
      g.draft.sums.add(new Draft.Sum(Function.COUNT, g.at(at).things, false, at, null, null));
      boolean listed = isListed();
      g.draft.orders.add(new Draft.Order(g.at(at).things, most, at));
      g.draft.limit = Math.max(listed ? 0 : 1, g.draft.limit);
    } else if (common) {
      common(i, at, most);
    }
  }

  /** All of them are asked for, in an order, or what each of them has. */
  private boolean isListed() {
    return !g.draft.orders.isEmpty()
        || g.draft.implied != null
        || g.draft.groups.stream().anyMatch(group -> group.refs().equals(g.at(g.asked).things));
  }

  /** {@code the most common colours}: values by how many rows have them. */
  private void common(int i, int at, boolean most) {
    int field = g.at(at).isField() || at + 1 >= g.size() || !g.at(at + 1).isField() ? at : at + 1;
    if (!g.isFree(field) || !g.at(field).isField() || g.at(field).isOperand()) {
      return;
    }
    List<Ref> things =
        g.at(field).fields.stream()
            .filter(r ->
                field == at
                    || g.at(at).things.stream().anyMatch(t -> t.entity().equals(r.entity())))
            .map(r -> Ref.thing(r.entity()))
            .distinct()
            .toList();
    boolean top = i > 1 && g.at(i - 1).used && g.isFree(i - 2) && g.at(i - 2).is(Cue.TOP);
    g.use(top ? i - 2 : i, field);
    frequency = things;
    g.draft.groups.add(new Draft.Group(g.at(field).fields, null, field));
    g.draft.sums.add(new Draft.Sum(Function.COUNT, things, false, field, null, null));
    g.draft.orders.add(new Draft.Order(things, most, field));
    g.draft.limit = Math.max(1, g.draft.limit);
    int last = g.size() - 1;
    if (last > field && g.at(last).is(Cue.COUNT)) {
      g.at(last).used = true;
    }
  }

  /** {@code the most used codes, number of orders}: what is counted tells how often. */
  private void counted() {
    Draft.Sum other =
        g.draft.sums.stream()
            .filter(s -> s.function() == Function.COUNT && !s.refs().equals(frequency))
            .filter(s -> s.refs().stream().allMatch(r -> r.field() == null))
            .findFirst()
            .orElse(null);
    if (other != null) {
      g.draft.sums.removeIf(s -> s.refs().equals(frequency));
      g.draft.orders.replaceAll(o ->
          o.refs().equals(frequency)
              ? new Draft.Order(other.refs(), o.descending(), o.place())
              : o);
    }
  }

  private boolean isSame(int one, int two) {
    return g.at(one).things.stream()
        .anyMatch(a -> g.at(two).things.stream().anyMatch(b -> a.entity().equals(b.entity())));
  }

  /** Its numbers tell rows apart and amount to nothing: how many years are not one year. */
  private static boolean isCounter(Ref ref) {
    Field field = ref.field();
    return field != null
        && field.words().stream().anyMatch(w -> COUNTERS.contains(w.toLowerCase(Locale.ROOT)));
  }

  static boolean isNumeric(Ref ref) {
    @Nullable Field field = ref.field();
    return field != null && Operands.isNumeric(field);
  }
}
