package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks whether a plan may be executed: its names are declared, it fits together, it is not too
 * much. The one gate for plans of rules, of models and of people alike.
 */
public final class PlanCheck {
  /** The most of everything that one plan may have. */
  static final int MOST_JOINS = 6;

  static final int MOST_FILTERS = 30;
  static final int MOST_COLUMNS = 60;
  static final int MOST_GROUPS = 5;
  static final int MOST_SORTS = 5;
  static final int MOST_ROWS = 10_000;

  private final Catalog catalog;

  private PlanCheck(Catalog catalog) {
    this.catalog = catalog;
  }

  public static PlanCheck of(Catalog catalog) {
    return new PlanCheck(catalog);
  }

  /** What is wrong with a plan, in sentences; empty for one that may be executed. */
  public List<String> wrong(QueryPlan plan) {
    Entity entity = catalog.entity(plan.entity());
    return entity == null
        ? List.of("There is no entity " + plan.entity() + ".")
        : new Look(plan, entity).all();
  }

  private final class Look {
    private final QueryPlan plan;
    private final Entity entity;
    private final List<String> wrong = new ArrayList<>();
    private final PredicateCheck predicates = new PredicateCheck(catalog, wrong);

    Look(QueryPlan plan, Entity entity) {
      this.plan = plan;
      this.entity = entity;
    }

    List<String> all() {
      sizes();
      columns();
      groups();
      plan.where().forEach(predicate -> predicates.where(entity, predicate));
      plan.having().forEach(compare -> predicates.having(entity, compare));
      sorts();
      if (wrong.isEmpty()) {
        wrong.addAll(new Fan(catalog, entity).wrong(plan));
      }
      most("filters", predicates.count(), MOST_FILTERS);
      return List.copyOf(wrong);
    }

    private void sizes() {
      most("columns", plan.columns().size(), MOST_COLUMNS);
      most("groups", plan.groups().size(), MOST_GROUPS);
      most("sorts", plan.sort().size(), MOST_SORTS);
      most("rows", plan.limit(), MOST_ROWS);
      if (plan.limit() < 0) {
        wrong.add("A limit is at least 1.");
      }
    }

    private void most(String what, int count, int most) {
      if (count > most) {
        wrong.add("A plan has at most " + most + " " + what + ", this one has " + count + ".");
      }
    }

    private void columns() {
      Set<Term> seen = new HashSet<>();
      for (Term term : plan.columns()) {
        predicates.term(entity, term);
        if (!seen.add(term)) {
          wrong.add(Shape.label(term) + " is shown twice.");
        }
      }
      if (added()) {
        plan.columns().stream()
            .filter(term -> term instanceof Term.Of && !plan.groups().contains(term))
            .forEach(term ->
                wrong.add(
                    Shape.label(term) + " is neither added up nor what rows are grouped by."));
      }
    }

    /** Whether rows are put together. */
    private boolean added() {
      return !plan.groups().isEmpty()
          || !plan.having().isEmpty()
          || plan.columns().stream().anyMatch(term -> !(term instanceof Term.Of));
    }

    private void groups() {
      Set<Term> seen = new HashSet<>();
      for (Term.Of term : plan.groups()) {
        predicates.term(entity, term);
        if (!seen.add(term)) {
          wrong.add("Rows are grouped by " + Shape.label(term) + " twice.");
        }
      }
    }

    private void sorts() {
      List<Term> shown = new Shape(catalog, entity).terms(plan);
      for (Sort sort : plan.sort()) {
        Term term = sort.term();
        predicates.term(entity, term);
        boolean field = term instanceof Term.Of;
        if (added() && field && !plan.groups().contains(term)) {
          wrong.add("Groups cannot be sorted by " + Shape.label(term) + ", which differs within.");
        } else if (!added() && !field) {
          wrong.add("Single rows cannot be sorted by " + Shape.label(term) + ".");
        } else if (plan.distinct() && !shown.contains(term)) {
          wrong.add(
              "Different rows are sorted by what is shown, not by " + Shape.label(term) + ".");
        }
      }
      if (plan.sort().stream().map(Sort::term).distinct().count() < plan.sort().size()) {
        wrong.add("Rows are sorted by the same twice.");
      }
    }
  }
}
