/** Documents: one text with offsets, and what stands where in it. */
@NullMarked
package dev.tenlines.document;

import org.jspecify.annotations.NullMarked;
