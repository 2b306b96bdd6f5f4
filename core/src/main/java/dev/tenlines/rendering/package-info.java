/** A question's plan as one statement whose every value is bound, and as words to read it by. */
@NullMarked
package dev.tenlines.rendering;

import org.jspecify.annotations.NullMarked;
