/**
 * Our own storage, and the only user of {@code java.sql}. Start at {@link
 * dev.tenlines.sql.Database}; migrations are numbered files beside the classes.
 */
@NullMarked
package dev.tenlines.sql;

import org.jspecify.annotations.NullMarked;
