/** The application's own tables: a first declaration of what people may search in them. */
@NullMarked
package dev.tenlines.spring.search;

import org.jspecify.annotations.NullMarked;
