package dev.tenlines.search;

import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.dates.Times;
import dev.tenlines.figures.Figures;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Said;
import dev.tenlines.search.ModelPlan.Target;
import dev.tenlines.search.ModelPlan.Wrong;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import dev.tenlines.text.Words;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values a model filled in, held against the question and the known values. What a date means
 * is reckoned here.
 */
final class SaidValues {
  private final Dictionary dictionary;
  private final String question;
  private final Words words;
  private final Setting setting;
  private final List<BigDecimal> numbers;

  SaidValues(Dictionary dictionary, String question, Setting setting) {
    this.dictionary = dictionary;
    this.question = question;
    this.words = Words.of(question);
    this.setting = setting;
    this.numbers =
        Figures.all().find(question, setting).stream()
            .flatMap(found -> found.readings().stream())
            .flatMap(SaidValues::number)
            .toList();
  }

  /** Where words stand in the question, whatever their case; -1 where they do not. */
  int find(String text) {
    for (int at = 0; at + text.length() <= question.length(); at++) {
      if (question.regionMatches(true, at, text, 0, text.length())) {
        return at;
      }
    }
    return -1;
  }

  /** What a value of a field is, by the field's type. */
  Literal literal(Target at, String value) throws Wrong {
    return switch (at.field().type()) {
      case INTEGER, DECIMAL, MONEY -> new Literal.Number(number(value));
      case TRUTH -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw new Wrong(at.path() + " is true or false.");
        }
        yield new Literal.Truth(value.equals("true"));
      }
      case DATE, MOMENT -> throw new Wrong("Say during, before or after of " + at.path() + ".");
      case TEXT, KEY -> new Literal.Text(known(at, value));
    };
  }

  /** A value as the database spells it, else words of the question. */
  private String known(Target at, String value) throws Wrong {
    for (Match match : dictionary.find(value)) {
      boolean here =
          match.entity().equals(at.entity().name()) && match.field().equals(at.field().name());
      if (here && match.kind() != Match.Kind.NEAR) {
        return match.value();
      }
    }
    if (dictionary.complete(at.entity().name(), at.field().name())) {
      throw new Wrong(at.path() + " never is " + value + ".");
    }
    return spoken(value);
  }

  /** Words of the question. */
  String spoken(String value) throws Wrong {
    if (words.find(Words.of(value)) == null) {
      throw new Wrong("The value " + value + " does not stand in the question.");
    }
    return value;
  }

  /** A number of the question. */
  BigDecimal number(String value) throws Wrong {
    if (!isSaid(value)) {
      throw new Wrong("The number " + value + " does not stand in the question.");
    }
    return new BigDecimal(value);
  }

  boolean isSaid(String value) {
    if (!value.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
      return false;
    }
    BigDecimal number = new BigDecimal(value);
    return numbers.stream().anyMatch(known -> known.compareTo(number) == 0);
  }

  private static Stream<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Numeric(var number, var ordinal) -> Stream.of(number);
      case Value.Percent(var number) -> Stream.of(number);
      case Value.Amount(var number, var currency) -> Stream.of(number);
      case Value.Quantity(var number, var unit) -> Stream.of(number);
      default -> Stream.of();
    };
  }

  /** A stretch of time, reckoned from words of the question. */
  Predicate time(Target at, String is, String value, Said said) throws Wrong {
    boolean moment = at.field().type() == Field.Type.MOMENT;
    if (!moment && at.field().type() != Field.Type.DATE) {
      throw new Wrong(at.path() + " is no date.");
    }
    if (find(value) < 0) {
      throw new Wrong("The time " + value + " does not stand in the question.");
    }
    List<Value.Period> periods =
        new Times()
            .find(value, setting).stream()
                .flatMap(found -> found.readings().stream())
                .filter(Value.Period.class::isInstance)
                .map(Value.Period.class::cast)
                .toList();
    if (periods.isEmpty()) {
      throw new Wrong("The time " + value + " is none.");
    }
    Value.Period period = past(periods);
    LocalDateTime from = is.equals("after") ? period.until() : period.from();
    LocalDateTime to = is.equals("before") ? period.from() : period.until();
    return new Predicate.Range(
        at.path(),
        is.equals("before") || from == null ? null : literal(from, moment),
        is.equals("after") || to == null ? null : literal(to, moment),
        said);
  }

  /** What is in tables happened already, where the words leave it open. */
  private Value.Period past(List<Value.Period> periods) {
    LocalDateTime now = setting.now().toLocalDateTime();
    return periods.stream()
        .filter(period -> period.from() != null && !period.from().isAfter(now))
        .findFirst()
        .orElse(periods.getFirst());
  }

  private static Literal literal(LocalDateTime time, boolean moment) {
    return moment ? new Literal.Moment(time) : new Literal.Day(time.toLocalDate());
  }
}
