/** Laid-out files: the visible text of HTML and PDF pages, and the data inside them. */
@NullMarked
package dev.tenlines.page;

import org.jspecify.annotations.NullMarked;
