package dev.tenlines.query;

import java.util.List;

/**
 * What is asked of an application's tables, in declared names only.
 *
 * @param entity whose rows are asked for, or counted
 * @param columns what is shown; empty for what the entity usually shows
 * @param where all of these hold
 * @param groups what rows are put together by; empty unless some column adds up and others do not
 * @param having all of these hold for a group; their terms add up
 * @param sort the first counts most
 * @param limit the most rows, or 0 where the question names none
 * @param distinct whether equal rows are shown once
 */
public record QueryPlan(
    String entity,
    List<Term> columns,
    List<Predicate> where,
    List<Term.Of> groups,
    List<Predicate.Compare> having,
    List<Sort> sort,
    int limit,
    boolean distinct) {
  public QueryPlan {
    columns = List.copyOf(columns);
    where = List.copyOf(where);
    groups = List.copyOf(groups);
    having = List.copyOf(having);
    sort = List.copyOf(sort);
  }

  /** All rows of an entity. */
  public static QueryPlan of(String entity) {
    return new QueryPlan(entity, List.of(), List.of(), List.of(), List.of(), List.of(), 0, false);
  }

  public QueryPlan withColumns(List<Term> other) {
    return new QueryPlan(entity, other, where, groups, having, sort, limit, distinct);
  }

  public QueryPlan withWhere(List<Predicate> other) {
    return new QueryPlan(entity, columns, other, groups, having, sort, limit, distinct);
  }

  public QueryPlan withGroups(List<Term.Of> other) {
    return new QueryPlan(entity, columns, where, other, having, sort, limit, distinct);
  }

  public QueryPlan withHaving(List<Predicate.Compare> other) {
    return new QueryPlan(entity, columns, where, groups, other, sort, limit, distinct);
  }

  public QueryPlan withSort(List<Sort> other) {
    return new QueryPlan(entity, columns, where, groups, having, other, limit, distinct);
  }

  public QueryPlan withLimit(int other) {
    return new QueryPlan(entity, columns, where, groups, having, sort, other, distinct);
  }

  public QueryPlan withDistinct(boolean other) {
    return new QueryPlan(entity, columns, where, groups, having, sort, limit, other);
  }
}
