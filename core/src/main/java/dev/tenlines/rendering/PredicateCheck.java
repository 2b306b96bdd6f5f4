package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Term;
import dev.tenlines.query.Term.Function;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether terms and predicates are of declared names, and their values of their types. */
final class PredicateCheck {
  private static final int DEEPEST = 4;
  private static final int MOST_VALUES = 200;
  private static final int LONGEST_MATCH = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int MOST_DIGITS = 30;
  private static final int LAST_YEAR = 9999;

  private final Catalog catalog;
  private final List<String> wrong;
  private int count;

  PredicateCheck(Catalog catalog, List<String> wrong) {
    this.catalog = catalog;
    this.wrong = wrong;
  }

  /** How many predicates there were. */
  int count() {
    return count;
  }

  void term(Entity entity, Term term) {
    switch (term) {
      case Term.Of(Path path, Term.Bucket bucket) -> {
        Field field = field(entity, path);
        if (field != null && bucket != null && !dated(field)) {
          wrong.add(path + " is no date and has no " + lower(bucket) + ".");
        }
      }
      case Term.Over over -> over(entity, over);
      case Term.Measured(String name) -> {
        if (entity.measure(name) == null) {
          wrong.add("There is no measure " + name + " of " + entity.name() + ".");
        }
      }
    }
  }

  private void over(Entity entity, Term.Over over) {
    Function function = over.function();
    if (over.path() == null) {
      if (function != Function.COUNT || over.distinct()) {
        wrong.add("Rows can be counted, but have no " + lower(function) + ".");
      }
      return;
    }
    Field field = field(entity, over.path());
    boolean fits =
        field == null
            || switch (function) {
              case COUNT -> true;
              case SUM, AVG -> figure(field);
              case MIN, MAX -> figure(field) || dated(field);
            };
    if (!fits) {
      wrong.add(over.path() + " is no number: it has no " + lower(function) + ".");
    }
  }

  private @Nullable Field field(Entity entity, Path path) {
    Way way = Way.find(catalog, entity.name(), path);
    if (way == null || way.field() == null) {
      wrong.add("There is no field " + path + " of " + entity.name() + ".");
      return null;
    }
    return way.field();
  }

  void having(Entity entity, Predicate.Compare compare) {
    count++;
    term(entity, compare.term());
    if (compare.term() instanceof Term.Of of) {
      wrong.add(Shape.label(of) + " of a group is no single value.");
      return;
    }
    Field.Type type = typeOf(entity, compare.term());
    if (type != null) {
      compared(Shape.label(compare.term()), type, compare.operator(), compare.value());
    }
  }

  private Field.@Nullable Type typeOf(Entity entity, Term term) {
    return switch (term) {
      case Term.Of(Path path, Term.Bucket bucket) -> {
        Way way = Way.find(catalog, entity.name(), path);
        yield bucket != null
            ? Field.Type.DATE
            : way == null || way.field() == null ? null : way.field().type();
      }
      case Term.Measured m -> Field.Type.DECIMAL;
      case Term.Over(Function function, Path path, boolean distinct) -> {
        Way way = path == null ? null : Way.find(catalog, entity.name(), path);
        yield way == null || way.field() == null
            ? (path == null ? Field.Type.INTEGER : null)
            : Terms.typeOf(function, way.field().type());
      }
    };
  }

  void where(Entity entity, Predicate predicate) {
    where(entity, predicate, 1);
  }

  private void where(Entity entity, Predicate predicate, int depth) {
    count++;
    if (depth > DEEPEST) {
      wrong.add("Conditions stand within conditions more than " + DEEPEST + " deep.");
      return;
    }
    switch (predicate) {
      case Predicate.Compare p -> compare(entity, p);
      case Predicate.Range p -> range(entity, p);
      case Predicate.OneOf p -> oneOf(entity, p);
      case Predicate.Matches p -> matches(entity, p);
      case Predicate.Empty p -> field(entity, p.path());
      case Predicate.Has p -> has(entity, p, depth);
      case Predicate.Against p -> against(entity, p, depth);
      case Predicate.AnyOf p -> several(entity, p.any(), depth);
      case Predicate.AllOf p -> several(entity, p.all(), depth);
    }
  }

  private void several(Entity entity, List<Predicate> predicates, int depth) {
    if (predicates.isEmpty()) {
      wrong.add("A choice of conditions has none.");
    }
    predicates.forEach(predicate -> where(entity, predicate, depth + 1));
  }

  private void compare(Entity entity, Predicate.Compare p) {
    if (!(p.term() instanceof Term.Of)) {
      wrong.add(Shape.label(p.term()) + " is no value of a single row.");
      return;
    }
    term(entity, p.term());
    Field.Type type = typeOf(entity, p.term());
    if (type != null) {
      compared(Shape.label(p.term()), type, p.operator(), p.value());
    }
  }

  private void compared(String what, Field.Type type, Operator operator, Literal value) {
    boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
    if (ordered && !orderly(type)) {
      wrong.add(what + " has values that are neither more nor less than another.");
    }
    literal(what, type, value);
  }

  private void range(Entity entity, Predicate.Range p) {
    Field field = field(entity, p.path());
    if (field == null) {
      return;
    }
    if (!orderly(field.type())) {
      wrong.add(p.path() + " has values that are neither more nor less than another.");
    }
    if (p.from() == null && p.to() == null) {
      wrong.add("A range of " + p.path() + " has no border.");
    }
    if (p.from() != null) {
      literal(p.path().toString(), field.type(), p.from());
    }
    if (p.to() != null) {
      literal(p.path().toString(), field.type(), p.to());
    }
  }

  private void oneOf(Entity entity, Predicate.OneOf p) {
    Field field = field(entity, p.path());
    if (p.values().isEmpty() || p.values().size() > MOST_VALUES) {
      wrong.add("A choice of " + p.path() + " has 1 to " + MOST_VALUES + " values.");
    }
    if (field != null) {
      p.values().forEach(value -> literal(p.path().toString(), field.type(), value));
    }
  }

  private void matches(Entity entity, Predicate.Matches p) {
    Field field = field(entity, p.path());
    if (field != null && field.type() != Field.Type.TEXT && field.type() != Field.Type.KEY) {
      wrong.add(p.path() + " is no text.");
    }
    if (p.text().isBlank() || p.text().length() > LONGEST_MATCH) {
      wrong.add("A text to look for has 1 to " + LONGEST_MATCH + " characters.");
    }
  }

  private void has(Entity entity, Predicate.Has p, int depth) {
    Step step = catalog.step(entity.name(), p.relation());
    Entity to = step == null ? null : catalog.entity(step.to());
    if (to == null) {
      wrong.add("There is no relation " + p.relation() + " of " + entity.name() + ".");
      return;
    }
    if (p.count() < 0) {
      wrong.add("A number of " + p.relation() + " is at least 0.");
    }
    p.where().forEach(predicate -> where(to, predicate, depth + 1));
  }

  private void against(Entity entity, Predicate.Against p, int depth) {
    Field field = field(entity, p.path());
    over(entity, p.over());
    Field.Type over = typeOf(entity, p.over());
    if (field != null
        && over != null
        && !(figure(field) ? figure(over) : dated(field) && dated(over))) {
      wrong.add(p.path() + " cannot be compared with the " + Shape.label(p.over()) + ".");
    }
    p.where().forEach(predicate -> where(entity, predicate, depth + 1));
  }

  /** Whether a value fits a type, and is one that every database can hold. */
  private void literal(String what, Field.Type type, Literal value) {
    boolean fits =
        switch (value) {
          case Literal.Text t -> type == Field.Type.TEXT || type == Field.Type.KEY;
          case Literal.Number n ->
              figure(type) || type == Field.Type.TEXT || type == Field.Type.KEY;
          case Literal.Truth t -> type == Field.Type.TRUTH;
          case Literal.Day d -> dated(type);
          case Literal.Moment m -> dated(type);
        };
    if (!fits) {
      wrong.add(what + " is " + lower(type) + " and cannot be " + lower(value) + ".");
    } else if (!held(value)) {
      wrong.add("The value for " + what + " is too long or too large.");
    }
  }

  private static boolean held(Literal value) {
    return switch (value) {
      case Literal.Text(String text) -> text.length() <= LONGEST_TEXT;
      case Literal.Number(BigDecimal number) ->
          number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
      case Literal.Truth t -> true;
      case Literal.Day(LocalDate day) -> held(day);
      case Literal.Moment(LocalDateTime moment) -> held(moment.toLocalDate());
    };
  }

  private static boolean held(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
  }

  private static String lower(Literal value) {
    return switch (value) {
      case Literal.Text t -> "a text";
      case Literal.Number n -> "a number";
      case Literal.Truth t -> "true or false";
      case Literal.Day d -> "a day";
      case Literal.Moment m -> "a moment";
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean orderly(Field.Type type) {
    return figure(type) || dated(type);
  }

  private static boolean figure(Field field) {
    return figure(field.type());
  }

  private static boolean figure(Field.Type type) {
    return type == Field.Type.INTEGER || type == Field.Type.DECIMAL || type == Field.Type.MONEY;
  }

  private static boolean dated(Field field) {
    return dated(field.type());
  }

  private static boolean dated(Field.Type type) {
    return type == Field.Type.DATE || type == Field.Type.MOMENT;
  }
}
