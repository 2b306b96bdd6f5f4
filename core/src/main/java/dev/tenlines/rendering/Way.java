package dev.tenlines.rendering;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path as the catalogue knows it.
 *
 * @param entity where it ends
 * @param field the field there; null where the entity has none of that name
 */
record Way(List<Step> steps, Entity entity, @Nullable Field field) {

  /** A path from an entity; null where the entity or a relation is not declared. */
  static @Nullable Way find(Catalog catalog, String from, Path path) {
    Entity at = catalog.entity(from);
    List<Step> steps = new ArrayList<>();
    for (String relation : path.relations()) {
      Step step = at == null ? null : catalog.step(at.name(), relation);
      if (step == null) {
        return null;
      }
      steps.add(step);
      at = catalog.entity(step.to());
    }
    return at == null ? null : new Way(List.copyOf(steps), at, at.field(path.field()));
  }
}
