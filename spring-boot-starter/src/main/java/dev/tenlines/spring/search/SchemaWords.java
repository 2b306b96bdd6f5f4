package dev.tenlines.spring.search;

import dev.tenlines.schema.Schema;

/**
 * What an application knows of its tables beside what the database says: names, values, relations.
 * A bean of this type is asked before the declaration is drafted.
 */
@FunctionalInterface
public interface SchemaWords {
  /** The schema with what is known of it added. */
  Schema addTo(Schema schema);
}
