/** Finds the values of fields by the words that stand around them, without any example. */
@NullMarked
package dev.tenlines.labels;

import org.jspecify.annotations.NullMarked;
