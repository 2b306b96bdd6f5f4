package dev.tenlines.rendering;

import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Scope;
import java.util.LinkedHashSet;
import java.util.Set;

/** An entity in a statement: those of its declared columns that are needed, of rows in scope. */
final class Source {
  private final Context context;
  private final Entity entity;
  private final String alias;
  private final Set<String> columns = new LinkedHashSet<>();

  Source(Context context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.alias = context.alias();
  }

  Entity entity() {
    return entity;
  }

  /** A declared column, taken into the statement. */
  Sql column(String column) {
    if (!context.declares(entity, column)) {
      throw new IllegalArgumentException(entity.name() + " declares no column " + column);
    }
    columns.add(column);
    return Sql.of(alias + "." + context.dialect().quote(column));
  }

  Sql column(Field field) {
    return column(field.column());
  }

  Stored stored(Field field) {
    return context.stored().of(entity.table(), field.column(), field.type());
  }

  /** The rows in scope, once every column that is needed is known. */
  Sql scoped() {
    if (columns.isEmpty()) {
      columns.add(entity.fields().getFirst().column());
    }
    Dialect dialect = context.dialect();
    String inner = alias + "s";
    Sql sql = Sql.of("(SELECT ");
    String between = "";
    for (String column : columns) {
      sql.add(between).add(inner + "." + dialect.quote(column));
      between = ", ";
    }
    sql.add(" FROM ").add(dialect.table(entity.table())).add(" " + inner);
    if (entity.scope() instanceof Scope.Tenant(String column)) {
      Stored stored = context.stored().of(entity.table(), column, Field.Type.KEY);
      Sql tenant = Sql.of(inner + "." + dialect.quote(column));
      sql.add(" WHERE ").add(dialect.same(tenant, context.tenant(), stored));
    }
    return sql.add(") " + alias);
  }
}
