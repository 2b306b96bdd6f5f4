/** What an application declares of its tables: what nobody declares does not exist for search. */
@NullMarked
package dev.tenlines.catalog;

import org.jspecify.annotations.NullMarked;
