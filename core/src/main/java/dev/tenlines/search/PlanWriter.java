package dev.tenlines.search;

import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plans as names and values of JSON: docs/reference/json.md says which. */
final class PlanWriter {
  private PlanWriter() {}

  static Map<String, Object> write(QueryPlan plan) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("entity", plan.entity());
    list(out, "columns", plan.columns().stream().map(PlanWriter::term).toList());
    list(out, "where", all(plan.where()));
    list(out, "groups", plan.groups().stream().map(PlanWriter::term).toList());
    list(out, "having", all(plan.having()));
    list(out, "sort", plan.sort().stream().map(PlanWriter::sort).toList());
    if (plan.limit() > 0) {
      out.put("limit", plan.limit());
    }
    flag(out, "distinct", plan.distinct());
    return out;
  }

  private static List<Map<String, Object>> all(List<? extends Predicate> predicates) {
    return predicates.stream().map(PlanWriter::predicate).toList();
  }

  private static Map<String, Object> sort(Sort sort) {
    Map<String, Object> out = new LinkedHashMap<>(term(sort.term()));
    flag(out, "descending", sort.descending());
    return out;
  }

  static Map<String, Object> term(Term term) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (term) {
      case Term.Of(var path, var bucket) -> {
        out.put("field", path.toString());
        if (bucket != null) {
          out.put("by", word(bucket));
        }
      }
      case Term.Over(var function, var path, var distinct) -> {
        out.put("over", word(function));
        if (path != null) {
          out.put("field", path.toString());
        }
        flag(out, "distinct", distinct);
      }
      case Term.Measured(String measure) -> out.put("measure", measure);
    }
    return out;
  }

  private static Map<String, Object> predicate(Predicate predicate) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (predicate) {
      case Predicate.Compare(var term, var operator, var value, var said) -> {
        out.put("kind", "compare");
        out.putAll(term(term));
        out.put("operator", word(operator));
        out.put("value", literal(value));
      }
      case Predicate.Range(var path, var from, var to, var said) -> {
        out.put("kind", "range");
        out.put("field", path.toString());
        literal(out, "from", from);
        literal(out, "to", to);
      }
      case Predicate.OneOf(var path, var values, var negated, var said) -> {
        out.put("kind", "one_of");
        out.put("field", path.toString());
        out.put("values", values.stream().map(PlanWriter::literal).toList());
        flag(out, "negated", negated);
      }
      case Predicate.Matches(var path, var place, var text, var negated, var said) -> {
        out.put("kind", "matches");
        out.put("field", path.toString());
        out.put("place", word(place));
        out.put("text", text);
        flag(out, "negated", negated);
      }
      case Predicate.Empty(var path, var negated, var said) -> {
        out.put("kind", "empty");
        out.put("field", path.toString());
        flag(out, "negated", negated);
      }
      case Predicate.Has(var relation, var where, var operator, var count, var said) -> {
        out.put("kind", "has");
        out.put("relation", relation);
        list(out, "where", all(where));
        out.put("operator", word(operator));
        out.put("count", count);
      }
      case Predicate.Against(var path, var operator, var over, var where, var said) -> {
        out.put("kind", "against");
        out.put("field", path.toString());
        out.put("operator", word(operator));
        out.put("over", term(over));
        list(out, "where", all(where));
      }
      case Predicate.AnyOf(var any, var said) -> {
        out.put("kind", "any_of");
        out.put("any", all(any));
      }
      case Predicate.AllOf(var all, var said) -> {
        out.put("kind", "all_of");
        out.put("all", all(all));
      }
    }
    said(out, predicate.said());
    return out;
  }

  private static void said(Map<String, Object> out, Said said) {
    if (!said.equals(Said.NOTHING)) {
      Map<String, Object> at = new LinkedHashMap<>();
      at.put("start", said.start());
      at.put("end", said.end());
      at.put("words", said.words());
      out.put("said", at);
    }
  }

  private static void literal(Map<String, Object> out, String name, @Nullable Literal literal) {
    if (literal != null) {
      out.put(name, literal(literal));
    }
  }

  /** Each with what it is, so that no text is ever taken for a number or a date. */
  static Map<String, Object> literal(Literal literal) {
    return switch (literal) {
      case Literal.Text(String text) -> Map.of("text", text);
      case Literal.Number(var number) -> Map.of("number", number.toPlainString());
      case Literal.Truth(boolean truth) -> Map.of("truth", truth);
      case Literal.Day(var day) -> Map.of("day", day.toString());
      case Literal.Moment(var moment) -> Map.of("moment", moment.toString());
    };
  }

  private static void list(Map<String, Object> out, String name, List<?> items) {
    if (!items.isEmpty()) {
      out.put(name, items);
    }
  }

  private static void flag(Map<String, Object> out, String name, boolean value) {
    if (value) {
      out.put(name, true);
    }
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
