package dev.tenlines.rendering;

import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Predicate.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Predicates as conditions over a block's rows. */
final class Conditions {
  private final Block block;
  private final Dialect dialect;
  private final Terms terms;

  Conditions(Block block) {
    this.block = block;
    this.dialect = block.context().dialect();
    this.terms = new Terms(block);
  }

  /** All of them; an empty piece where there are none. */
  Sql all(List<? extends Predicate> predicates) {
    return Sql.join(" AND ", predicates.stream().map(this::one).toList());
  }

  Sql one(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Compare p -> compared(terms.slot(p.term()), p.operator(), p.value());
      case Predicate.Range p -> range(block.slot(p.path()).figure(dialect), p.from(), p.to());
      case Predicate.OneOf p -> oneOf(block.slot(p.path()).figure(dialect), p);
      case Predicate.Matches p -> matches(block.slot(p.path()), p);
      case Predicate.Empty p -> empty(block.slot(p.path()), p.negated());
      case Predicate.Has p -> has(p);
      case Predicate.Against p -> against(p);
      case Predicate.AnyOf p -> any(p.any());
      case Predicate.AllOf p -> Sql.format("(%s)", all(p.all()));
    };
  }

  private Sql any(List<Predicate> predicates) {
    return Sql.format("(%s)", Sql.join(" OR ", predicates.stream().map(this::one).toList()));
  }

  private Sql compared(Slot slot, Operator operator, Literal value) {
    return switch (operator) {
      case EQUAL -> equal(slot, List.of(value));
      case NOT_EQUAL -> unless(slot, equal(slot, List.of(value)));
      default -> ordered(slot, operator, value);
    };
  }

  /** What does not hold, or cannot because nothing stands there: nothing is not the value. */
  private static Sql unless(Slot slot, Sql condition) {
    return Sql.format("(NOT (%s) OR %s IS NULL)", condition, slot.sql());
  }

  private Sql equal(Slot slot, List<Literal> values) {
    return switch (slot.type()) {
      case TEXT, KEY -> same(slot, values);
      case INTEGER, DECIMAL, MONEY ->
          Dialect.in(slot.sql(), values.stream().map(this::number).toList());
      case TRUTH -> Sql.join(" OR ", values.stream().map(value -> truth(slot, value)).toList());
      case DATE, MOMENT ->
          Sql.join(" OR ", values.stream().map(value -> during(slot, value)).toList());
    };
  }

  private Sql same(Slot slot, List<Literal> values) {
    if (slot.stored() == Stored.NUMBER) {
      List<Sql> numbers = new ArrayList<>();
      for (Literal value : values) {
        BigDecimal number = Literals.number(value);
        if (number != null) {
          numbers.add(Sql.bound(dialect.number(number)));
        }
      }
      return numbers.isEmpty() ? Sql.of("1 = 0") : Dialect.in(slot.sql(), numbers);
    }
    return dialect.among(
        dialect.asText(slot.sql(), slot.stored()), values.stream().map(Literals::text).toList());
  }

  private Sql number(Literal literal) {
    BigDecimal number = Literals.number(literal);
    if (number == null) {
      throw new IllegalArgumentException("not a number: " + literal);
    }
    return Sql.bound(dialect.number(number));
  }

  private Sql truth(Slot slot, Literal value) {
    if (!(value instanceof Literal.Truth(boolean truth))) {
      throw new IllegalArgumentException("neither true nor false: " + value);
    }
    return switch (slot.stored()) {
      case NUMBER -> Sql.format(truth ? "%s <> %s" : "%s = %s", slot.sql(), Sql.bound(0L));
      case TEXT ->
          dialect.among(
              slot.sql(),
              truth
                  ? List.of("true", "t", "yes", "y", "1")
                  : List.of("false", "f", "no", "n", "0"));
      default -> Sql.format("%s = %s", slot.sql(), Sql.bound(dialect.truth(truth)));
    };
  }

  /** That a date is on a day, or a moment is one. */
  private Sql during(Slot slot, Literal value) {
    return value instanceof Literal.Day(LocalDate day)
        ? Sql.format("(%s)", range(slot, value, new Literal.Day(day.plusDays(1))))
        : Sql.format("%s = %s", left(slot, value), bound(slot, value));
  }

  /** A day is all of it: after the tenth is from the eleventh on. */
  private Sql ordered(Slot slot, Operator operator, Literal value) {
    boolean whole = value instanceof Literal.Day;
    return switch (operator) {
      case LESS -> sided(slot, "<", value);
      case AT_LEAST -> sided(slot, ">=", value);
      case MORE -> whole ? sided(slot, ">=", next(value)) : sided(slot, ">", value);
      case AT_MOST -> whole ? sided(slot, "<", next(value)) : sided(slot, "<=", value);
      case EQUAL, NOT_EQUAL -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static Literal next(Literal value) {
    return value instanceof Literal.Day(LocalDate day) ? new Literal.Day(day.plusDays(1)) : value;
  }

  private Sql sided(Slot slot, String sign, Literal value) {
    return Sql.format("%s " + sign + " %s", left(slot, value), bound(slot, value));
  }

  /** The side that a literal is compared with, in the literal's form. */
  private static Sql left(Slot slot, Literal value) {
    if (!Calendar.asText(slot.stored())) {
      return slot.sql();
    }
    return value instanceof Literal.Moment
        ? Calendar.second(slot.sql(), slot.stored())
        : Calendar.iso(slot.sql(), slot.stored());
  }

  private Sql bound(Slot slot, Literal value) {
    boolean text = Calendar.asText(slot.stored());
    return switch (value) {
      case Literal.Day(LocalDate day) -> Sql.bound(dialect.day(day, text));
      case Literal.Moment(var moment) -> Sql.bound(dialect.moment(moment, text));
      case Literal.Text t -> number(t);
      case Literal.Number n -> number(n);
      case Literal.Truth(boolean truth) -> Sql.bound(dialect.truth(truth));
    };
  }

  private Sql range(Slot slot, @Nullable Literal from, @Nullable Literal to) {
    List<Sql> sides = new ArrayList<>();
    if (from != null) {
      sides.add(sided(slot, ">=", from));
    }
    if (to != null) {
      sides.add(sided(slot, "<", to));
    }
    return Sql.join(" AND ", sides);
  }

  private Sql oneOf(Slot slot, Predicate.OneOf p) {
    Sql among = equal(slot, p.values());
    return p.negated() ? unless(slot, among) : Sql.format("(%s)", among);
  }

  private Sql matches(Slot slot, Predicate.Matches p) {
    String escaped = p.text().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    String pattern =
        (p.place() == Place.START ? "" : "%") + escaped + (p.place() == Place.END ? "" : "%");
    Sql like = dialect.like(dialect.asText(slot.sql(), slot.stored()), pattern);
    return p.negated() ? unless(slot, like) : like;
  }

  private Sql empty(Slot slot, boolean negated) {
    boolean text = slot.type() == Field.Type.TEXT && slot.stored() == Stored.TEXT;
    if (negated) {
      return text
          ? Sql.format("TRIM(%s) <> %s", slot.sql(), Sql.bound(""))
          : Sql.format("%s IS NOT NULL", slot.sql());
    }
    return text
        ? Sql.format("(%s IS NULL OR TRIM(%s) = %s)", slot.sql(), slot.sql(), Sql.bound(""))
        : Sql.format("%s IS NULL", slot.sql());
  }

  private Sql has(Predicate.Has p) {
    Step step = block.context().catalog().step(block.entity().name(), p.relation());
    if (step == null) {
      throw new IllegalArgumentException(block.entity().name() + " has no " + p.relation());
    }
    Block related = new Block(block.context(), step.to());
    Sql where = Block.matching(block.root(), step, related.root());
    Sql more = new Conditions(related).all(p.where());
    if (!more.isEmpty()) {
      where.add(" AND ").add(more);
    }
    if (some(p)) {
      return Sql.format("EXISTS (SELECT 1 FROM %s WHERE %s)", related.from(), where);
    }
    if (none(p)) {
      return Sql.format("NOT EXISTS (SELECT 1 FROM %s WHERE %s)", related.from(), where);
    }
    return Sql.format(
        "(SELECT COUNT(*) FROM %s WHERE %s) " + sign(p.operator()) + " %s",
        related.from(),
        where,
        Sql.bound((long) p.count()));
  }

  private static boolean some(Predicate.Has p) {
    return p.count() == 1 && p.operator() == Operator.AT_LEAST
        || p.count() == 0 && (p.operator() == Operator.MORE || p.operator() == Operator.NOT_EQUAL);
  }

  private static boolean none(Predicate.Has p) {
    return p.count() == 1 && p.operator() == Operator.LESS
        || p.count() == 0 && (p.operator() == Operator.EQUAL || p.operator() == Operator.AT_MOST);
  }

  private Sql against(Predicate.Against p) {
    Block all = new Block(block.context(), block.entity().name());
    Sql figure = new Terms(all).slot(p.over()).sql();
    Sql where = new Conditions(all).all(p.where());
    Sql one = Sql.of("(SELECT ").add(figure).add(" FROM ").add(all.from());
    if (!where.isEmpty()) {
      one.add(" WHERE ").add(where);
    }
    Slot slot = block.slot(p.path()).figure(dialect);
    return Sql.format("%s " + sign(p.operator()) + " %s", slot.sql(), one.add(")"));
  }

  private static String sign(Operator operator) {
    return switch (operator) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "<>";
      case LESS -> "<";
      case AT_MOST -> "<=";
      case MORE -> ">";
      case AT_LEAST -> ">=";
    };
  }
}
