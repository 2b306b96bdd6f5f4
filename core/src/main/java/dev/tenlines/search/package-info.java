/** Search: questions become plans over the application's own tables, shown before anything else. */
@NullMarked
package dev.tenlines.search;

import org.jspecify.annotations.NullMarked;
