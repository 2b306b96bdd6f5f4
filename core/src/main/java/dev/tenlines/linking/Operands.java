package dev.tenlines.linking;

import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.linking.Draft.Test;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares fields with what stands in a question, where the kinds of both agree. */
final class Operands {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*([<>]?=?)\\s*(-?\\d+(?:\\.\\d+)?)\\s*");

  private Operands() {}

  static boolean isNumeric(Field field) {
    return switch (field.type()) {
      case INTEGER, DECIMAL, MONEY -> true;
      default -> false;
    };
  }

  static boolean isDate(Field field) {
    return field.type() == Field.Type.DATE || field.type() == Field.Type.MOMENT;
  }

  static boolean isYear(Field field) {
    return field.words().stream()
            .anyMatch(w -> w.toLowerCase(java.util.Locale.ROOT).contains("year"))
        || field.name().toLowerCase(java.util.Locale.ROOT).contains("year");
  }

  /** The conditions that a piece may stand for: two where a time is meant both ways. */
  static List<Test> tests(Ref ref, Spot spot, @Nullable Operator operator, boolean negated) {
    Field field = ref.field();
    if (field != null && isDate(field)) {
      return spot.periods.stream().map(p -> period(field, p, operator, negated)).toList();
    }
    Test test = test(ref, spot, operator, negated);
    return test == null ? List.of() : List.of(test);
  }

  /** A condition, or null where the piece cannot stand for a value of the field. */
  static @Nullable Test test(Ref ref, Spot spot, @Nullable Operator operator, boolean negated) {
    Field field = ref.field();
    if (field == null) {
      return null;
    }
    if (isDate(field)) {
      return spot.isPeriod() ? period(field, spot.periods.getFirst(), operator, negated) : null;
    }
    if (isNumeric(field)) {
      return number(ref, field, spot, operator, negated);
    }
    return operator == null || operator == Operator.EQUAL ? text(ref, field, spot, negated) : null;
  }

  private static @Nullable Test number(
      Ref ref, Field field, Spot spot, @Nullable Operator operator, boolean negated) {
    Test declared = choice(ref, spot, negated);
    if (declared != null && operator == null) {
      return declared;
    }
    BigDecimal number = spot.number;
    if (number == null && spot.isPeriod() && isYear(field)) {
      return years(spot.periods.getFirst(), operator, negated);
    }
    if (number == null) {
      return null;
    }
    Operator op = operator == null ? Operator.EQUAL : operator;
    Draft.Is is = new Draft.Is(negated ? not(op) : op, new Literal.Number(number));
    String holder = field.currency();
    String code = spot.currency;
    return holder == null || code == null ? is : new Draft.Priced(is, holder, code);
  }

  /** Words that are declared for a number, or for all above or below one: {@code > 4: good}. */
  private static @Nullable Test choice(Ref ref, Spot spot, boolean negated) {
    for (Match match : spot.values) {
      Matcher number = NUMBER.matcher(match.value());
      if (ref.isField(match.entity(), match.field()) && number.matches()) {
        Operator operator =
            switch (number.group(1)) {
              case ">" -> Operator.MORE;
              case ">=" -> Operator.AT_LEAST;
              case "<" -> Operator.LESS;
              case "<=" -> Operator.AT_MOST;
              default -> Operator.EQUAL;
            };
        Literal border = new Literal.Number(new BigDecimal(number.group(2)));
        return new Draft.Is(negated ? not(operator) : operator, border);
      }
    }
    return null;
  }

  private static @Nullable Test years(
      Value.Period period, @Nullable Operator operator, boolean negated) {
    if (period.grain().compareTo(Grain.YEAR) < 0) {
      return null;
    }
    Literal from = period.from() == null ? null : year(period.from());
    Literal to = period.until() == null ? null : year(period.until());
    if (from != null
        && to != null
        && period.from() != null
        && period.until() != null
        && period.from().getYear() + 1 == period.until().getYear()) {
      Operator op = operator == null ? Operator.EQUAL : operator;
      return new Draft.Is(negated ? not(op) : op, from);
    }
    return new Draft.Within(from, to, negated);
  }

  private static Literal year(LocalDateTime moment) {
    return new Literal.Number(BigDecimal.valueOf(moment.getYear()));
  }

  private static @Nullable Test text(Ref ref, Field field, Spot spot, boolean negated) {
    Set<Literal> values = new LinkedHashSet<>();
    for (Match match : spot.values) {
      if (ref.isField(match.entity(), match.field())) {
        values.add(
            field.type() == Field.Type.TRUTH
                ? new Literal.Truth(Boolean.parseBoolean(match.value()))
                : new Literal.Text(match.value()));
      }
    }
    if (values.isEmpty() && spot.quote != null) {
      values.add(new Literal.Text(spot.quote));
    }
    if (values.isEmpty() && field.type() == Field.Type.KEY && spot.number != null) {
      values.add(new Literal.Number(spot.number));
    }
    if (values.isEmpty()) {
      return null;
    }
    List<Literal> all = new ArrayList<>(values);
    return all.size() == 1
        ? new Draft.Is(negated ? Operator.NOT_EQUAL : Operator.EQUAL, all.getFirst())
        : new Draft.In(all, negated);
  }

  /** A border lies before the first moment of a period, or after its last. */
  static Test period(
      Field field, Value.Period period, @Nullable Operator operator, boolean negated) {
    Literal from = period.from() == null ? null : date(field, period.from());
    Literal to = period.until() == null ? null : date(field, period.until());
    if (operator == null || operator == Operator.EQUAL || from == null || to == null) {
      return new Draft.Within(from, to, negated);
    }
    return switch (operator) {
      case LESS -> new Draft.Within(null, from, negated);
      case AT_MOST -> new Draft.Within(null, to, negated);
      case MORE -> new Draft.Within(to, null, negated);
      case AT_LEAST -> new Draft.Within(from, null, negated);
      default -> new Draft.Within(from, to, !negated);
    };
  }

  static Literal date(Field field, LocalDateTime moment) {
    return field.type() == Field.Type.DATE
        ? new Literal.Day(moment.toLocalDate())
        : new Literal.Moment(moment);
  }

  static Operator not(Operator operator) {
    return switch (operator) {
      case EQUAL -> Operator.NOT_EQUAL;
      case NOT_EQUAL -> Operator.EQUAL;
      case LESS -> Operator.AT_LEAST;
      case AT_MOST -> Operator.MORE;
      case MORE -> Operator.AT_MOST;
      case AT_LEAST -> Operator.LESS;
    };
  }

  /** Several values of one field as one condition, or null where one of them is no plain value. */
  static @Nullable Test either(List<Test> tests, boolean negated) {
    Set<Literal> values = new LinkedHashSet<>();
    for (Test test : tests) {
      switch (test) {
        case Draft.Is is
            when is.operator() == Operator.EQUAL || is.operator() == Operator.NOT_EQUAL ->
            values.add(is.value());
        case Draft.In in -> values.addAll(in.values());
        default -> {
          return null;
        }
      }
    }
    return new Draft.In(List.copyOf(values), negated);
  }
}
