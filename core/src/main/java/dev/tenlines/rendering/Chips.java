package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plans as chips, and plans without one of theirs. */
public final class Chips {
  private static final String WHERE = "where";
  private static final String HAVING = "having";

  private Chips() {}

  /** The chips of a plan, in the order people read them; what stands within one follows it. */
  public static List<Chip> of(Catalog catalog, QueryPlan plan, Locale locale) {
    Wording wording = new Wording(catalog, locale);
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip("entity", "entity", plan.entity(), "", false));
    for (int i = 0; i < plan.where().size(); i++) {
      filters(chips, WHERE + "." + i, plan.entity(), plan.where().get(i), wording);
    }
    for (int i = 0; i < plan.groups().size(); i++) {
      String label = "by " + Shape.label(plan.groups().get(i));
      chips.add(new Chip("group." + i, "group", label, "", true));
    }
    for (int i = 0; i < plan.having().size(); i++) {
      filters(chips, HAVING + "." + i, plan.entity(), plan.having().get(i), wording);
    }
    for (int i = 0; i < plan.columns().size(); i++) {
      if (!grouped(plan, plan.columns().get(i))) {
        String label = Shape.label(plan.columns().get(i));
        chips.add(new Chip("column." + i, "column", label, "", true));
      }
    }
    if (plan.distinct()) {
      chips.add(new Chip("distinct", "distinct", "each once", "", true));
    }
    for (int i = 0; i < plan.sort().size(); i++) {
      String label = wording.sort(plan.entity(), plan.sort().get(i));
      chips.add(new Chip("sort." + i, "sort", label, "", true));
    }
    if (plan.limit() > 0) {
      chips.add(new Chip("limit", "limit", "first " + plan.limit(), "", true));
    }
    return List.copyOf(chips);
  }

  /** Whether a column only shows what rows are grouped by, which the group's chip says. */
  private static boolean grouped(QueryPlan plan, Term column) {
    return column instanceof Term.Of && plan.groups().contains(column);
  }

  private static void filters(
      List<Chip> chips, String id, String entity, Predicate predicate, Wording wording) {
    String label = wording.filter(entity, predicate);
    chips.add(new Chip(id, "filter", label, predicate.said().words(), true));
    List<Predicate> within = within(predicate);
    String at = predicate instanceof Predicate.Has has ? wording.to(entity, has) : entity;
    for (int i = 0; i < within.size(); i++) {
      filters(chips, id + "." + i, at, within.get(i), wording);
    }
  }

  private static List<Predicate> within(Predicate predicate) {
    return switch (predicate) {
      case Predicate.AnyOf p -> p.any();
      case Predicate.AllOf p -> p.all();
      case Predicate.Has p -> p.where();
      case Predicate.Against p -> p.where();
      default -> List.of();
    };
  }

  private static Predicate within(Predicate predicate, List<Predicate> other) {
    return switch (predicate) {
      case Predicate.AnyOf p -> new Predicate.AnyOf(other, p.said());
      case Predicate.AllOf p -> new Predicate.AllOf(other, p.said());
      case Predicate.Has p ->
          new Predicate.Has(p.relation(), other, p.operator(), p.count(), p.said());
      case Predicate.Against p ->
          new Predicate.Against(p.path(), p.operator(), p.over(), other, p.said());
      default -> throw new IllegalArgumentException("nothing stands within " + predicate);
    };
  }

  /** The predicate that a chip stands for; null where it stands for none. */
  public static @Nullable Predicate predicate(QueryPlan plan, String id) {
    String[] parts = id.split("\\.");
    List<? extends Predicate> at =
        switch (parts[0]) {
          case WHERE -> plan.where();
          case HAVING -> plan.having();
          default -> List.of();
        };
    Predicate found = null;
    for (int i = 1; i < parts.length; i++) {
      int index = index(parts[i]);
      if (index < 0 || index >= at.size()) {
        return null;
      }
      found = at.get(index);
      at = within(found);
    }
    return found;
  }

  /**
   * A plan without the piece that a chip stands for, and what stands within it. A group takes the
   * column that shows it and the sorting by it along: neither could stay. The plan itself where
   * there is no such piece.
   */
  public static QueryPlan without(QueryPlan plan, String id) {
    return changed(plan, id, null);
  }

  /** A plan with another predicate in place of the one that a chip stands for. */
  public static QueryPlan with(QueryPlan plan, String id, Predicate other) {
    return changed(plan, id, other);
  }

  private static QueryPlan changed(QueryPlan plan, String id, @Nullable Predicate other) {
    String[] parts = id.split("\\.");
    int index = parts.length > 1 ? index(parts[1]) : -1;
    return switch (parts[0]) {
      case WHERE -> plan.withWhere(changed(plan.where(), parts, 1, other));
      case HAVING ->
          plan.withHaving(
              changed(plan.having(), parts, 1, other).stream()
                  .map(Predicate.Compare.class::cast)
                  .toList());
      case "group" -> index < plan.groups().size() && index >= 0 ? ungrouped(plan, index) : plan;
      case "column" -> plan.withColumns(without(plan.columns(), index));
      case "sort" -> plan.withSort(without(plan.sort(), index));
      case "limit" -> plan.withLimit(0);
      case "distinct" -> plan.withDistinct(false);
      default -> plan;
    };
  }

  private static List<Predicate> changed(
      List<? extends Predicate> predicates, String[] parts, int depth, @Nullable Predicate other) {
    List<Predicate> changed = new ArrayList<>(predicates);
    int index = depth < parts.length ? index(parts[depth]) : -1;
    if (index < 0 || index >= predicates.size()) {
      return changed;
    }
    Predicate at = changed.get(index);
    if (depth < parts.length - 1) {
      List<Predicate> rest = changed(within(at), parts, depth + 1, other);
      boolean choice = at instanceof Predicate.AnyOf || at instanceof Predicate.AllOf;
      if (rest.isEmpty() && choice) {
        changed.remove(index);
      } else if (!rest.equals(within(at))) {
        changed.set(index, within(at, rest));
      }
    } else if (other == null) {
      changed.remove(index);
    } else {
      changed.set(index, other);
    }
    return changed;
  }

  private static QueryPlan ungrouped(QueryPlan plan, int index) {
    Term.Of group = plan.groups().get(index);
    List<Term> columns = new ArrayList<>(plan.columns());
    columns.remove(group);
    List<Sort> sort = plan.sort().stream().filter(s -> !s.term().equals(group)).toList();
    return plan.withGroups(without(plan.groups(), index)).withColumns(columns).withSort(sort);
  }

  private static <T> List<T> without(List<T> all, int index) {
    List<T> rest = new ArrayList<>(all);
    if (index >= 0 && index < all.size()) {
      rest.remove(index);
    }
    return rest;
  }

  private static int index(String part) {
    return part.matches("[0-9]{1,4}") ? Integer.parseInt(part) : -1;
  }
}
