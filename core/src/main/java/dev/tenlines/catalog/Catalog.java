package dev.tenlines.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities that may be asked for, and how they are related. */
public record Catalog(List<Entity> entities, List<Relation> relations) {
  public Catalog {
    entities = List.copyOf(entities);
    relations = List.copyOf(relations);
  }

  /** An entity by its name, or null. */
  public @Nullable Entity entity(String name) {
    for (Entity entity : entities) {
      if (entity.name().equals(name)) {
        return entity;
      }
    }
    return null;
  }

  /** The relations that lead away from an entity, each seen from there. */
  public List<Step> steps(String entity) {
    return relations.stream().flatMap(relation -> relation.steps(entity).stream()).toList();
  }

  /** A relation by the name it has at an entity, or null. */
  public @Nullable Step step(String entity, String name) {
    return steps(entity).stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
  }
}
