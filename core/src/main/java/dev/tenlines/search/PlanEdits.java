package dev.tenlines.search;

import dev.tenlines.TenlinesException;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.rendering.Chips;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes plans chip by chip, as their askers do; plans are names and values, as answers hold them.
 */
public final class PlanEdits {
  private static final int LONGEST = 200;

  private PlanEdits() {}

  /** The plan without a chip. */
  public static Map<String, Object> without(Map<String, Object> plan, String chip) {
    return PlanWriter.write(Chips.without(PlanReader.read(plan), chip));
  }

  /**
   * The values of a chip that may be changed, as people write them; empty where there are none. Of
   * a stretch of time the first is its first day and the second its last.
   */
  public static List<String> values(Map<String, Object> plan, String chip) {
    return switch (Chips.predicate(PlanReader.read(plan), chip)) {
      case Predicate.Compare p -> List.of(text(p.value()));
      case Predicate.Range p -> List.of(p.from() == null ? "" : text(p.from()), upTo(p.to()));
      case Predicate.OneOf p -> p.values().stream().map(PlanEdits::text).toList();
      case Predicate.Matches p -> List.of(p.text());
      case null, default -> List.of();
    };
  }

  /**
   * The plan with other values in a chip.
   *
   * @param values as many as {@link #values} has
   * @throws TenlinesException TL-424 where they are no such values
   */
  public static Map<String, Object> with(
      Map<String, Object> plan, String chip, List<String> values) {
    QueryPlan read = PlanReader.read(plan);
    Predicate old = Chips.predicate(read, chip);
    List<String> before = values(plan, chip);
    if (old == null || before.isEmpty() || before.size() != values.size()) {
      throw wrong(chip, "has no such values");
    }
    return PlanWriter.write(Chips.with(read, chip, changed(old, values, chip)));
  }

  /** What was said no longer says what the chip does. */
  private static Predicate changed(Predicate old, List<String> values, String chip) {
    return switch (old) {
      case Predicate.Compare p ->
          new Predicate.Compare(
              p.term(), p.operator(), literal(p.value(), values.getFirst(), chip), Said.NOTHING);
      case Predicate.Range p ->
          new Predicate.Range(
              p.path(),
              border(p.from() == null ? p.to() : p.from(), values.get(0), 0, chip),
              border(p.to() == null ? p.from() : p.to(), values.get(1), 1, chip),
              Said.NOTHING);
      case Predicate.OneOf p -> {
        List<Literal> literals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
          literals.add(literal(p.values().get(i), values.get(i), chip));
        }
        yield new Predicate.OneOf(p.path(), literals, p.negated(), Said.NOTHING);
      }
      case Predicate.Matches p ->
          new Predicate.Matches(
              p.path(), p.place(), checked(values.getFirst(), chip), p.negated(), Said.NOTHING);
      default -> throw wrong(chip, "has no values");
    };
  }

  /** A border of a range; an empty one is open. The last day is within, so that the next is not. */
  private static @Nullable Literal border(
      @Nullable Literal alike, String value, int days, String chip) {
    if (value.isBlank() || alike == null) {
      return null;
    }
    return switch (literal(alike, value, chip)) {
      case Literal.Day(LocalDate day) -> new Literal.Day(day.plusDays(days));
      case Literal.Moment(LocalDateTime moment)
          when days > 0 && moment.toLocalTime().toSecondOfDay() == 0 ->
          new Literal.Moment(moment.plusDays(days));
      case Literal other -> other;
    };
  }

  private static Literal literal(Literal alike, String value, String chip) {
    String text = checked(value, chip);
    try {
      return switch (alike) {
        case Literal.Text old -> new Literal.Text(text);
        case Literal.Number old -> {
          if (!text.matches("[-+]?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
            throw wrong(chip, "wants a number such as 100 or 99.50");
          }
          yield new Literal.Number(new BigDecimal(text));
        }
        case Literal.Truth old -> new Literal.Truth(text.equals("true"));
        case Literal.Day old -> new Literal.Day(LocalDate.parse(text));
        case Literal.Moment old ->
            new Literal.Moment(
                text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text));
      };
    } catch (DateTimeException e) {
      throw wrong(chip, "wants a day such as 2026-11-23");
    }
  }

  private static String checked(String value, String chip) {
    String text = value.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw wrong(chip, "wants a value of 1 to " + LONGEST + " characters");
    }
    return text;
  }

  private static String text(Literal literal) {
    return switch (literal) {
      case Literal.Text(String text) -> text;
      case Literal.Number(BigDecimal number) -> number.toPlainString();
      case Literal.Truth(boolean truth) -> String.valueOf(truth);
      case Literal.Day(LocalDate day) -> day.toString();
      case Literal.Moment(LocalDateTime moment) ->
          moment.toLocalTime().toSecondOfDay() == 0
              ? moment.toLocalDate().toString()
              : moment.toString();
    };
  }

  private static String upTo(@Nullable Literal to) {
    return switch (to) {
      case null -> "";
      case Literal.Day(LocalDate day) -> day.minusDays(1).toString();
      case Literal.Moment(LocalDateTime moment) when moment.toLocalTime().toSecondOfDay() == 0 ->
          moment.toLocalDate().minusDays(1).toString();
      default -> text(to);
    };
  }

  private static TenlinesException wrong(String chip, String what) {
    return new TenlinesException(
        "TL-424", "The chip (" + chip + ") " + what + ".", "Maybe change what it shows.");
  }
}
