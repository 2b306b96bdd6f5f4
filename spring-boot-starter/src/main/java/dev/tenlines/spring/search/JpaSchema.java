package dev.tenlines.spring.search;

import dev.tenlines.schema.Schema;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import java.util.Comparator;
import java.util.List;

/**
 * Adds what the entities of an application say of its tables: what things, columns and rows of
 * other tables are called, keys, relations without a foreign key, and what enumerations mean.
 * Versions and large objects are left out, as nobody asks for them. A table or column that the
 * database does not have is not added.
 */
public final class JpaSchema implements SchemaWords {
  private final Metamodel metamodel;

  /** With the entities of one {@code EntityManagerFactory}. */
  public JpaSchema(Metamodel metamodel) {
    this.metamodel = metamodel;
  }

  @Override
  public Schema addTo(Schema schema) {
    List<JpaTable> tables = schema.tables().stream().map(JpaTable::new).toList();
    JpaNames names = new JpaNames(metamodel, tables);
    List<EntityType<?>> entities =
        metamodel.getEntities().stream()
            .filter(entity -> entity.getJavaType() != null)
            .sorted(Comparator.comparing(EntityType::getName))
            .<EntityType<?>>map(entity -> entity)
            .toList();
    for (EntityType<?> entity : entities) {
      JpaTable table = names.table(entity.getJavaType());
      if (table != null) {
        if (JpaNames.home(entity.getJavaType()).equals(entity.getJavaType())) {
          table.called(entity.getName());
        }
        new JpaColumns(table).read(entity);
      }
    }
    // Relations need the keys of all tables, and ways back need the relations.
    entities.forEach(entity -> new JpaRelations(names, entity).read());
    entities.forEach(entity -> new JpaRelations(names, entity).readBack());
    return new Schema(tables.stream().map(JpaTable::whole).toList(), schema.checked());
  }
}
