package dev.tenlines.rendering;

import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Step;
import dev.tenlines.query.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity with what is joined to it along declared relations: all of one SELECT's rows. */
final class Block {
  private final Context context;
  private final Source root;
  private final Map<List<String>, Source> joined = new LinkedHashMap<>();
  private final Map<Source, Sql> conditions = new LinkedHashMap<>();

  Block(Context context, String entity) {
    this.context = context;
    this.root = new Source(context, context.entity(entity));
  }

  Context context() {
    return context;
  }

  Source root() {
    return root;
  }

  /** The value at the end of a path; what leads there is joined. */
  Slot slot(Path path) {
    Way way = Way.find(context.catalog(), root.entity().name(), path);
    if (way == null || way.field() == null) {
      throw new IllegalArgumentException(root.entity().name() + " has no " + path);
    }
    Source source = root;
    for (int i = 0; i < way.steps().size(); i++) {
      source = joined(source, way.steps().get(i), path.relations().subList(0, i + 1));
    }
    return new Slot(source.column(way.field()), way.field().type(), source.stored(way.field()));
  }

  private Source joined(Source from, Step step, List<String> relations) {
    Source known = joined.get(relations);
    if (known != null) {
      return known;
    }
    Source source = new Source(context, context.entity(step.to()));
    joined.put(List.copyOf(relations), source);
    conditions.put(source, matching(from, step, source));
    return source;
  }

  /** That rows of two entities belong together. */
  static Sql matching(Source from, Step step, Source to) {
    List<Sql> equal = new ArrayList<>();
    for (int i = 0; i < step.columns().size(); i++) {
      equal.add(
          Sql.format(
              "%s = %s", from.column(step.columns().get(i)), to.column(step.toColumns().get(i))));
    }
    return Sql.join(" AND ", equal);
  }

  /** What follows FROM, once every column that is needed is known. */
  Sql from() {
    Sql sql = root.scoped();
    conditions.forEach((source, condition) ->
        sql.add(" LEFT JOIN ").add(source.scoped()).add(" ON ").add(condition));
    return sql;
  }

  Entity entity() {
    return root.entity();
  }
}
