package dev.tenlines.spring.search;

import dev.tenlines.schema.Schema;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables and columns of entities. Naming strategies differ in capitals and underscores
 * alone, so names are compared without these, and what the database does not have is not there.
 */
final class JpaNames {
  private final Metamodel metamodel;
  private final List<JpaTable> tables;

  JpaNames(Metamodel metamodel, List<JpaTable> tables) {
    this.metamodel = metamodel;
    this.tables = tables;
  }

  /** The table of an entity, or null where the database has none. */
  @Nullable JpaTable table(Class<?> entity) {
    Class<?> home = home(entity);
    if (!home.isAnnotationPresent(Entity.class)) {
      return null;
    }
    Table said = home.getAnnotation(Table.class);
    String name =
        said == null || said.name().isEmpty() ? metamodel.entity(home).getName() : said.name();
    String space = said == null ? "" : said.schema();
    String whole = space.isEmpty() ? name : space + "." + name;
    return tables.stream()
        .filter(table -> isSame(table.name(), whole))
        .findFirst()
        .or(() -> tables.stream().filter(table -> isSame(table.ownName(), name)).findFirst())
        .orElse(null);
  }

  /** The class whose table the rows stand in: one table may hold those of all that extend it. */
  static Class<?> home(Class<?> entity) {
    Class<?> root = entity;
    for (Class<?> up = entity; up != null; up = up.getSuperclass()) {
      root = up.isAnnotationPresent(Entity.class) ? up : root;
    }
    Inheritance said = root.getAnnotation(Inheritance.class);
    boolean one = said == null || said.strategy() == InheritanceType.SINGLE_TABLE;
    return one ? root : entity;
  }

  /** A column by one of its possible names, as the database spells it, or null. */
  static Schema.@Nullable Column column(Schema.Table table, String name) {
    return table.columns().stream().filter(c -> isSame(c.name(), name)).findFirst().orElse(null);
  }

  private static boolean isSame(String one, String other) {
    return letters(one).equals(letters(other));
  }

  private static String letters(String name) {
    return name.replaceAll("[`\"\\[\\]_]", "").toLowerCase(Locale.ROOT);
  }
}
