package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pieces of a plan in words: fields by their names, values as the reader's country writes. */
final class Wording {
  private static final int LONGEST = 60;

  private final Catalog catalog;
  private final Locale locale;

  Wording(Catalog catalog, Locale locale) {
    this.catalog = catalog;
    this.locale = locale;
  }

  String filter(String entity, Predicate predicate) {
    String words = plain(entity, predicate);
    String said = predicate.said().words();
    return dated(predicate) && !said.isBlank() ? words + " (" + said + ")" : words;
  }

  /** Whether what was said has been reckoned into something else. */
  private static boolean dated(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Range p -> moment(p.from()) || moment(p.to());
      case Predicate.Compare p -> moment(p.value());
      default -> false;
    };
  }

  private static boolean moment(@Nullable Literal literal) {
    return literal instanceof Literal.Day || literal instanceof Literal.Moment;
  }

  private String plain(String entity, Predicate predicate) {
    return switch (predicate) {
      case Predicate.Compare p -> compare(entity, p);
      case Predicate.Range p -> p.path() + " " + range(unit(entity, p.path()), p.from(), p.to());
      case Predicate.OneOf p -> oneOf(entity, p);
      case Predicate.Matches p -> matches(p);
      case Predicate.Empty p -> p.path() + (p.negated() ? " is not empty" : " is empty");
      case Predicate.Has p -> has(entity, p);
      case Predicate.Against p -> against(entity, p);
      case Predicate.AnyOf p -> joined(entity, p.any(), " or ");
      case Predicate.AllOf p -> joined(entity, p.all(), " and ");
    };
  }

  private String compare(String entity, Predicate.Compare p) {
    String unit =
        switch (p.term()) {
          case Term.Of(Path path, var bucket) -> unit(entity, path);
          case Term.Over over ->
              over.path() == null || over.function() == Term.Function.COUNT
                  ? ""
                  : unit(entity, over.path());
          case Term.Measured m -> "";
        };
    return Shape.label(p.term()) + " " + sign(p.operator()) + " " + value(p.value(), unit);
  }

  private String oneOf(String entity, Predicate.OneOf p) {
    String unit = unit(entity, p.path());
    String values =
        p.values().stream().map(value -> value(value, unit)).collect(Collectors.joining(", "));
    boolean single = p.values().size() == 1;
    String is = p.negated() ? (single ? " ≠ " : " none of ") : (single ? " = " : " one of ");
    return p.path() + is + values;
  }

  private static String matches(Predicate.Matches p) {
    String not = p.negated() ? " does not " : " ";
    String s = p.negated() ? "" : "s";
    String verb =
        switch (p.place()) {
          case ANYWHERE -> "contain" + s;
          case START -> "start" + s + " with";
          case END -> "end" + s + " with";
        };
    return p.path() + not + verb + " " + quoted(p.text());
  }

  private String has(String entity, Predicate.Has p) {
    boolean none = p.count() == 0 && p.operator() == Operator.EQUAL;
    boolean some = p.count() == 1 && p.operator() == Operator.AT_LEAST;
    String how =
        none ? "has no " : some ? "has " : "has " + sign(p.operator()) + " " + p.count() + " ";
    String where = p.where().isEmpty() ? "" : " with " + listed(to(entity, p), p.where(), " and ");
    return how + p.relation() + where;
  }

  private String against(String entity, Predicate.Against p) {
    String where =
        p.where().isEmpty() ? "" : " of those with " + listed(entity, p.where(), " and ");
    return p.path() + " " + sign(p.operator()) + " " + Shape.label(p.over()) + where;
  }

  private String joined(String entity, List<Predicate> predicates, String word) {
    return predicates.size() == 1
        ? listed(entity, predicates, word)
        : "(" + listed(entity, predicates, word) + ")";
  }

  private String listed(String entity, List<Predicate> predicates, String word) {
    return predicates.stream().map(p -> filter(entity, p)).collect(Collectors.joining(word));
  }

  /** Where a relation leads; its own name where it leads nowhere. */
  String to(String entity, Predicate.Has p) {
    Step step = catalog.step(entity, p.relation());
    return step == null ? p.relation() : step.to();
  }

  String sort(String entity, Sort sort) {
    String label = Shape.label(sort.term());
    boolean date =
        sort.term() instanceof Term.Of(Path path, var bucket)
            && (bucket != null
                || type(entity, path) == Field.Type.DATE
                || type(entity, path) == Field.Type.MOMENT);
    String order =
        date
            ? (sort.descending() ? "newest first" : "oldest first")
            : sort.term() instanceof Term.Of(Path path, var bucket)
                    && type(entity, path) == Field.Type.TEXT
                ? (sort.descending() ? "Z to A" : "A to Z")
                : (sort.descending() ? "highest first" : "lowest first");
    return label + ": " + order;
  }

  private Field.@Nullable Type type(String entity, Path path) {
    Way way = Way.find(catalog, entity, path);
    return way == null || way.field() == null ? null : way.field().type();
  }

  private String unit(String entity, Path path) {
    Way way = Way.find(catalog, entity, path);
    String unit = way == null || way.field() == null ? null : way.field().unit();
    return unit == null ? "" : " " + unit;
  }

  private String range(String unit, @Nullable Literal from, @Nullable Literal to) {
    if (from instanceof Literal.Day(LocalDate first) && to instanceof Literal.Day(LocalDate end)) {
      return new Days(locale).between(first, end);
    }
    if (from == null) {
      return to == null ? "" : (moment(to) ? "before " : "under ") + value(to, unit);
    }
    String start = "from " + value(from, unit);
    return to == null ? start : start + " to before " + value(to, unit);
  }

  private String value(Literal literal, String unit) {
    return switch (literal) {
      case Literal.Text(String text) -> quoted(text);
      case Literal.Number(BigDecimal number) -> number(number, unit) + unit;
      case Literal.Truth(boolean truth) -> truth ? "yes" : "no";
      case Literal.Day(LocalDate day) -> new Days(locale).day(day);
      case Literal.Moment(LocalDateTime moment) ->
          new Days(locale).day(moment.toLocalDate())
              + " "
              + DateTimeFormatter.ofPattern(moment.getSecond() == 0 ? "HH:mm" : "HH:mm:ss", locale)
                  .format(moment);
    };
  }

  /** A number with all its digits; amounts of money with two decimals at least. */
  private String number(BigDecimal number, String unit) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, Math.min(number.scale(), 40)));
    if (unit.matches(" [A-Z]{3}")) {
      format.setMinimumFractionDigits(2);
    }
    return format.format(number);
  }

  private static String quoted(String text) {
    String plain =
        text.codePoints()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    boolean long_ = plain.codePointCount(0, plain.length()) > LONGEST;
    return "“"
        + (long_ ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…" : plain)
        + "”";
  }

  private static String sign(Operator operator) {
    return switch (operator) {
      case EQUAL -> "=";
      case NOT_EQUAL -> "≠";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case MORE -> ">";
      case AT_LEAST -> "≥";
    };
  }
}
