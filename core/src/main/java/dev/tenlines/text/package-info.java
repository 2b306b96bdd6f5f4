/** Texts: words with their places, inflection, and names for contents. */
@NullMarked
package dev.tenlines.text;

import org.jspecify.annotations.NullMarked;
