package dev.tenlines.rendering;

import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Measure;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Term;
import dev.tenlines.query.Term.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms as values of a block's rows, or over them. */
final class Terms {
  private final Block block;
  private final Dialect dialect;

  Terms(Block block) {
    this.block = block;
    this.dialect = block.context().dialect();
  }

  /** A value as it is shown: what is no calendar's part and no figure over rows stays as it is. */
  Sql shown(Term term) {
    return term instanceof Term.Of(Path path, Term.Bucket bucket) && bucket == null
        ? block.slot(path).sql()
        : slot(term).sql();
  }

  /** A value to reckon and compare with. */
  Slot slot(Term term) {
    return switch (term) {
      case Term.Of(Path path, Term.Bucket bucket) -> {
        Slot slot = block.slot(path);
        yield bucket == null
            ? slot.figure(dialect)
            : new Slot(
                Calendar.bucket(dialect, bucket, slot.sql(), slot.stored()),
                Field.Type.DATE,
                dialect == Dialect.SQLITE ? Stored.TEXT : Stored.DATE);
      }
      case Term.Over over -> over(over, List.of());
      case Term.Measured(String name) -> measured(name);
    };
  }

  private Slot over(Term.Over over, List<Predicate> where) {
    Slot slot = over.path() == null ? null : block.slot(over.path()).figure(dialect);
    Field.Type type = slot == null ? Field.Type.INTEGER : typeOf(over.function(), slot.type());
    Stored stored = type == Field.Type.INTEGER || slot == null ? Stored.NUMBER : slot.stored();
    Sql each = slot == null ? null : slot.sql();
    return new Slot(called(over, each, new Conditions(block).all(where)), type, stored);
  }

  private static Sql called(Term.Over over, @Nullable Sql each, Sql where) {
    String distinct = over.distinct() ? "DISTINCT " : "";
    String name = over.function().name();
    if (where.isEmpty()) {
      return each == null ? Sql.of("COUNT(*)") : Sql.format(name + "(" + distinct + "%s)", each);
    }
    return Sql.format(
        name + "(" + distinct + "CASE WHEN %s THEN %s END)",
        where,
        each == null ? Sql.of("1") : each);
  }

  static Field.Type typeOf(Function function, Field.Type type) {
    return switch (function) {
      case COUNT -> Field.Type.INTEGER;
      case AVG -> type == Field.Type.MONEY ? type : Field.Type.DECIMAL;
      case SUM, MIN, MAX -> type;
    };
  }

  private Slot measured(String name) {
    Measure measure = block.entity().measure(name);
    if (measure == null) {
      throw new IllegalArgumentException(block.entity().name() + " has no measure " + name);
    }
    Slot above = over(measure.over(), measure.where());
    if (measure.under() == null) {
      return above;
    }
    Slot below = over(measure.under(), measure.underWhere());
    Sql ratio =
        Sql.format(
            "CAST(%s AS " + dialect.decimal() + ") / NULLIF(%s, 0)", above.sql(), below.sql());
    return new Slot(ratio, Field.Type.DECIMAL, Stored.NUMBER);
  }
}
