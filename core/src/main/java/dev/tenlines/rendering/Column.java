package dev.tenlines.rendering;

import dev.tenlines.catalog.Field;
import dev.tenlines.query.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer.
 *
 * @param name what the statement calls it
 * @param label what people read above it
 * @param unit what its numbers count: a currency by its ISO code, a unit; or null
 */
public record Column(
    String name, String label, Term term, Field.Type type, @Nullable String unit) {}
