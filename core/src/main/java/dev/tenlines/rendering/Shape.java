package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Relation;
import dev.tenlines.query.Path;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan's answer looks like: its columns, also where the plan leaves them open. */
final class Shape {
  private static final int LONGEST_NAME = 50;

  private final Catalog catalog;
  private final Entity entity;

  Shape(Catalog catalog, Entity entity) {
    this.catalog = catalog;
    this.entity = entity;
  }

  /** What is shown: groups and their number of rows, or the entity's usual fields, if left open. */
  List<Term> terms(QueryPlan plan) {
    if (!plan.columns().isEmpty()) {
      return plan.columns();
    }
    List<Term> terms = new ArrayList<>(plan.groups());
    if (!plan.groups().isEmpty() || !plan.having().isEmpty()) {
      terms.add(Term.Over.rows());
      return terms;
    }
    List<String> shown =
        entity.shown().isEmpty()
            ? entity.fields().stream().map(Field::name).toList()
            : entity.shown();
    shown.forEach(name -> terms.add(Term.Of.field(name)));
    return terms;
  }

  List<Column> columns(List<Term> terms) {
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Term term : terms) {
      String label = label(term);
      String plain = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
      plain = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
      String name = plain.isEmpty() ? "column" : plain;
      for (int i = 2; !names.add(name); i++) {
        name = plain + "_" + i;
      }
      columns.add(new Column(name, label, term, type(term), unit(term)));
    }
    return columns;
  }

  /** A term in words. */
  static String label(Term term) {
    return switch (term) {
      case Term.Of(Path path, Term.Bucket bucket) ->
          path + (bucket == null ? "" : " by " + bucket.name().toLowerCase(Locale.ROOT));
      case Term.Measured(String measure) -> measure;
      case Term.Over over -> {
        String each = over.path() == null ? "" : over.path().toString();
        String many = over.distinct() ? "different " + each : each;
        yield switch (over.function()) {
          case COUNT -> each.isEmpty() ? "count" : "count of " + many;
          case SUM -> "sum of " + many;
          case AVG -> "average " + many;
          case MIN -> "least " + each;
          case MAX -> "greatest " + each;
        };
      }
    };
  }

  private Field.Type type(Term term) {
    return switch (term) {
      case Term.Of(Path path, Term.Bucket bucket) ->
          bucket == null ? field(path).type() : Field.Type.DATE;
      case Term.Over over ->
          over.path() == null
              ? Field.Type.INTEGER
              : Terms.typeOf(over.function(), field(over.path()).type());
      case Term.Measured(String name) -> {
        Measure measure = Objects.requireNonNull(entity.measure(name));
        yield measure.under() == null ? type(measure.over()) : Field.Type.DECIMAL;
      }
    };
  }

  private @Nullable String unit(Term term) {
    return switch (term) {
      case Term.Of(Path path, Term.Bucket bucket) -> bucket == null ? field(path).unit() : null;
      case Term.Over over ->
          over.path() == null || over.function() == Term.Function.COUNT
              ? null
              : field(over.path()).unit();
      case Term.Measured(String name) -> {
        Measure measure = Objects.requireNonNull(entity.measure(name));
        yield measure.under() == null ? unit(measure.over()) : null;
      }
    };
  }

  private Field field(Path path) {
    Way way = Way.find(catalog, entity.name(), path);
    if (way == null || way.field() == null) {
      throw new IllegalArgumentException(entity.name() + " has no " + path);
    }
    return way.field();
  }

  /**
   * What names a row: the columns that relations name it by, else its keys that name no other row.
   */
  List<String> key() {
    for (Relation relation : catalog.relations()) {
      if (relation.to().equals(entity.name())) {
        return relation.toColumns();
      }
    }
    return entity.fields().stream()
        .filter(field -> field.type() == Field.Type.KEY)
        .map(Field::column)
        .filter(column -> catalog.relations().stream().noneMatch(r -> names(r, column)))
        .toList();
  }

  private boolean names(Relation relation, String column) {
    return relation.from().equals(entity.name()) && relation.fromColumns().contains(column);
  }
}
