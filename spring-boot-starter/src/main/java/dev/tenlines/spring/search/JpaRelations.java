package dev.tenlines.spring.search;

import dev.tenlines.schema.Schema;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of other tables an entity's rows name, and what each side calls the other. */
final class JpaRelations {
  private final JpaNames names;
  private final EntityType<?> entity;

  JpaRelations(JpaNames names, EntityType<?> entity) {
    this.names = names;
    this.entity = entity;
  }

  void read() {
    JpaTable from = names.table(entity.getJavaType());
    for (Attribute<?, ?> attribute : entity.getAttributes()) {
      if (from != null
          && attribute instanceof SingularAttribute<?, ?> one
          && one.isAssociation()
          && attribute.getJavaMember() instanceof AnnotatedElement member
          && mappedBy(member).isEmpty()) {
        JpaTable to = names.table(one.getBindableJavaType());
        Schema.Reference reference = to == null ? null : reference(from, to, one.getName(), member);
        if (reference != null) {
          from.refer(reference);
        }
      }
    }
  }

  /** {@code customer_id} by default: the attribute's name and that of the other's key. */
  private static Schema.@Nullable Reference reference(
      JpaTable from, JpaTable to, String role, AnnotatedElement member) {
    JoinColumn[] said = member.getAnnotationsByType(JoinColumn.class);
    List<String> columns = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < Math.max(said.length, to.key().size()); i++) {
      String key = i < to.key().size() ? to.key().get(i) : "";
      String other = i < said.length ? said[i].referencedColumnName() : "";
      String own = i < said.length ? said[i].name() : "";
      Schema.Column there = to.column(other.isEmpty() ? key : other);
      Schema.Column here = from.column(own.isEmpty() ? role + "_" + key : own);
      if (here == null || there == null) {
        return null;
      }
      columns.add(here.name());
      keys.add(there.name());
    }
    return columns.isEmpty()
        ? null
        : new Schema.Reference(columns, to.name(), keys, false, role, "");
  }

  void readBack() {
    JpaTable here = names.table(entity.getJavaType());
    for (Attribute<?, ?> attribute : entity.getAttributes()) {
      JpaTable there = here == null ? null : names.table(other(attribute));
      if (here == null
          || there == null
          || !(attribute.getJavaMember() instanceof AnnotatedElement member)) {
        continue;
      }
      String way = mappedBy(member);
      if (!way.isEmpty()) {
        there.back(here.name(), way, attribute.getName());
      } else if (member.isAnnotationPresent(OneToMany.class)) {
        List<String> columns = new ArrayList<>();
        for (JoinColumn said : member.getAnnotationsByType(JoinColumn.class)) {
          Schema.Column column = there.column(said.name());
          columns.add(column == null ? said.name() : column.name());
        }
        there.backBy(columns, attribute.getName());
      }
    }
  }

  private static Class<?> other(Attribute<?, ?> attribute) {
    return attribute instanceof PluralAttribute<?, ?, ?> many
        ? many.getElementType().getJavaType()
        : attribute.getJavaType();
  }

  private static String mappedBy(AnnotatedElement member) {
    OneToMany many = member.getAnnotation(OneToMany.class);
    OneToOne one = member.getAnnotation(OneToOne.class);
    return many != null ? many.mappedBy() : one != null ? one.mappedBy() : "";
  }
}
