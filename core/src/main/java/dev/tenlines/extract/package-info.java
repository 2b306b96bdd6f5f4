/** Fields out of documents: what stands in them to be picked, each with its place. */
@NullMarked
package dev.tenlines.extract;

import org.jspecify.annotations.NullMarked;
