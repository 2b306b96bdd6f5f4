package dev.tenlines.spring.search;

import dev.tenlines.schema.Schema;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.Lob;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the attributes of an entity say of the columns of its table. */
final class JpaColumns {
  private final JpaTable table;

  JpaColumns(JpaTable table) {
    this.table = table;
  }

  void read(ManagedType<?> entity) {
    read(entity, "", Map.of(), false);
  }

  /**
   * Columns that an embedding attribute names are called after it, too: {@code billing city}.
   *
   * @param overrides the columns that it names, by attribute
   */
  private void read(
      ManagedType<?> type, String embedding, Map<String, String> overrides, boolean key) {
    for (Attribute<?, ?> attribute : type.getAttributes()) {
      if (!(attribute instanceof SingularAttribute<?, ?> one)
          || !(attribute.getJavaMember() instanceof AnnotatedElement member)) {
        continue;
      }
      boolean named = key || one.isId();
      if (one.getType() instanceof ManagedType<?> inner && !one.isAssociation()) {
        read(inner, one.getName(), overrides(member), named);
      } else if (!one.isAssociation()) {
        String other = overrides.get(one.getName());
        String called = other == null ? one.getName() : embedding + " " + one.getName();
        Schema.Column column = table.column(other == null ? name(one, member) : other);
        if (column != null) {
          read(one, member, column.withCalled(called), named);
        }
      }
    }
  }

  private void read(
      SingularAttribute<?, ?> one, AnnotatedElement member, Schema.Column column, boolean key) {
    if (one.isVersion() || member.isAnnotationPresent(Lob.class)) {
      table.drop(column);
      return;
    }
    if (key) {
      table.key(column);
    }
    table.change(JpaEnum.told(column, one.getJavaType(), member));
  }

  private static String name(SingularAttribute<?, ?> one, AnnotatedElement member) {
    Column said = member.getAnnotation(Column.class);
    return said == null || said.name().isEmpty() ? one.getName() : said.name();
  }

  private static Map<String, String> overrides(AnnotatedElement member) {
    AttributeOverrides many = member.getAnnotation(AttributeOverrides.class);
    AttributeOverride single = member.getAnnotation(AttributeOverride.class);
    List<AttributeOverride> all =
        many != null ? List.of(many.value()) : single != null ? List.of(single) : List.of();
    Map<String, String> columns = new HashMap<>();
    all.forEach(override -> columns.put(override.name(), override.column().name()));
    return columns;
  }
}
