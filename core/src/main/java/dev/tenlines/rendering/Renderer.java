package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes statements for plans: one SELECT each, over rows in the asker's scope, every value bound.
 * Whatever a plan says, no other word gets into a statement than ours and the catalogue's.
 */
public final class Renderer {
  private final Catalog catalog;
  private final Dialect dialect;
  private final Stored.Lookup stored;

  /** For a database that keeps values as such databases usually do. */
  public Renderer(Catalog catalog, Dialect dialect) {
    this(catalog, dialect, Stored.usual(dialect));
  }

  public Renderer(Catalog catalog, Dialect dialect, Stored.Lookup stored) {
    this.catalog = catalog;
    this.dialect = dialect;
    this.stored = stored;
  }

  /**
   * A page of a plan's rows, and one row more if there is one.
   *
   * @param plan one that {@link PlanCheck} finds nothing wrong with
   * @param offset rows that are left out before
   */
  public Statement render(QueryPlan plan, String tenant, int offset, int most) {
    Select select = new Select(plan, tenant);
    long rows = plan.limit() == 0 ? Long.MAX_VALUE : Math.max(0, (long) plan.limit() - offset);
    Sql sql =
        select
            .sql()
            .add(select.ordered())
            .add(" LIMIT ")
            .bind(Math.min(rows, most + 1L))
            .add(" OFFSET ")
            .bind((long) offset);
    return new Statement(sql.text(), sql.parameters(), select.columns);
  }

  /** How many rows a plan has; counting ends at a number. */
  public Statement count(QueryPlan plan, String tenant, int most) {
    Select select = new Select(plan, tenant);
    long rows = plan.limit() == 0 ? most : Math.min(plan.limit(), most);
    Sql sql =
        Sql.of("SELECT COUNT(*) FROM (")
            .add(select.sql())
            .add(" LIMIT ")
            .bind(rows)
            .add(") counted");
    return new Statement(sql.text(), sql.parameters(), List.of());
  }

  /** The different values of a field, and one more than asked for if there is one. */
  public Statement values(Entity entity, Field field, String tenant, int most) {
    Block block = new Block(new Context(catalog, dialect, stored, tenant), entity.name());
    Sql value = block.root().column(field);
    Sql sql =
        Sql.of("SELECT DISTINCT ")
            .add(value)
            .add(" FROM ")
            .add(block.from())
            .add(" WHERE ")
            .add(value)
            .add(" IS NOT NULL ORDER BY 1 LIMIT ")
            .bind(most + 1L);
    return new Statement(sql.text(), sql.parameters(), List.of());
  }

  /** A plan's statement up to its order. */
  private final class Select {
    private final QueryPlan plan;
    private final Block block;
    private final Terms terms;
    private final Shape shape;
    private final List<Column> columns;
    private final Sql order;

    Select(QueryPlan plan, String tenant) {
      this.plan = plan;
      this.block = new Block(new Context(catalog, dialect, stored, tenant), plan.entity());
      this.terms = new Terms(block);
      this.shape = new Shape(catalog, block.entity());
      this.columns = shape.columns(shape.terms(plan));
      this.order = order();
    }

    Sql ordered() {
      return order.isEmpty() ? order : Sql.of(" ORDER BY ").add(order);
    }

    Sql sql() {
      List<Sql> shown =
          columns.stream()
              .map(c -> terms.shown(c.term()).add(" AS " + dialect.quote(c.name())))
              .toList();
      Conditions conditions = new Conditions(block);
      Sql where = conditions.all(plan.where());
      Sql having = conditions.all(plan.having());
      List<Sql> groups = plan.groups().stream().map(terms::shown).toList();
      Sql sql = Sql.of(plan.distinct() ? "SELECT DISTINCT " : "SELECT ").add(Sql.join(", ", shown));
      sql.add(" FROM ").add(block.from());
      add(sql, " WHERE ", where);
      add(sql, " GROUP BY ", Sql.join(", ", groups));
      add(sql, " HAVING ", having);
      return sql;
    }

    private void add(Sql sql, String word, Sql more) {
      if (!more.isEmpty()) {
        sql.add(word).add(more);
      }
    }

    /** What is asked for, then what keeps pages apart where rows are alike. */
    private Sql order() {
      List<Term> all = shape.terms(plan);
      List<Sql> by = new ArrayList<>();
      for (Sort sort : plan.sort()) {
        by.add(sorted(all, sort.term(), sort.descending()));
      }
      boolean added =
          !plan.groups().isEmpty() || all.stream().anyMatch(term -> !(term instanceof Term.Of));
      Stream<? extends Term> rest =
          added ? plan.groups().stream() : plan.distinct() ? all.stream() : Stream.of();
      rest.filter(term -> plan.sort().stream().noneMatch(sort -> sort.term().equals(term)))
          .forEach(term -> by.add(sorted(all, term, false)));
      if (!added && !plan.distinct()) {
        shape.key().forEach(column -> by.add(block.root().column(column)));
      }
      return Sql.join(", ", by);
    }

    /** What is shown is sorted by its name there, unless it is a number in a text. */
    private Sql sorted(List<Term> all, Term term, boolean descending) {
      Slot slot = terms.slot(term);
      int shown = all.indexOf(term);
      boolean named = shown >= 0 && (plan.distinct() || !slot.reckoned());
      Sql value = named ? Sql.of(dialect.quote(columns.get(shown).name())) : slot.sql();
      // A part of the calendar is by its name alone what is shown, in MySQL's rules for DISTINCT.
      boolean part = term instanceof Term.Of of && of.bucket() != null;
      Sql whole = part ? value : slot.sql();
      return dialect.sorted(value, whole, slot.type(), descending);
    }
  }
}
