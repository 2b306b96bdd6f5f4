/** Drills of an operator: what is hurt on purpose, and whether the books are right afterwards. */
@NullMarked
package dev.tenlines.bench.drill;

import org.jspecify.annotations.NullMarked;
