/** Passages of documents, found by words and by meaning in one embedded index. */
@NullMarked
package dev.tenlines.index;

import org.jspecify.annotations.NullMarked;
