/** From files to passages in an index: what is read, how it is cut, what is taken out again. */
@NullMarked
package dev.tenlines.indexing;

import org.jspecify.annotations.NullMarked;
