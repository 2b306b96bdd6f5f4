package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Relation;

/** What one statement is made with. */
final class Context {
  private final Catalog catalog;
  private final Dialect dialect;
  private final Stored.Lookup stored;
  private final String tenant;
  private int aliases;

  Context(Catalog catalog, Dialect dialect, Stored.Lookup stored, String tenant) {
    this.catalog = catalog;
    this.dialect = dialect;
    this.stored = stored;
    this.tenant = tenant;
  }

  Catalog catalog() {
    return catalog;
  }

  Dialect dialect() {
    return dialect;
  }

  Stored.Lookup stored() {
    return stored;
  }

  String tenant() {
    return tenant;
  }

  String alias() {
    return "t" + aliases++;
  }

  Entity entity(String name) {
    Entity entity = catalog.entity(name);
    if (entity == null) {
      throw new IllegalArgumentException("no entity " + name);
    }
    return entity;
  }

  /** Whether a field or a relation of an entity names a column. */
  boolean declares(Entity entity, String column) {
    return entity.fields().stream().anyMatch(field -> field.column().equals(column))
        || catalog.relations().stream().anyMatch(relation -> names(relation, entity, column));
  }

  private static boolean names(Relation relation, Entity entity, String column) {
    return relation.from().equals(entity.name()) && relation.fromColumns().contains(column)
        || relation.to().equals(entity.name()) && relation.toColumns().contains(column);
  }
}
