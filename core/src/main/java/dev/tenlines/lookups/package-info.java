/** Figures that some tables hold already: what a plan would compute, looked up instead. */
@NullMarked
package dev.tenlines.lookups;

import org.jspecify.annotations.NullMarked;
