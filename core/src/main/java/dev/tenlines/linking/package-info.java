/** From the words of a question to plans over declared names: rules alone, no model and no SQL. */
@NullMarked
package dev.tenlines.linking;

import org.jspecify.annotations.NullMarked;
