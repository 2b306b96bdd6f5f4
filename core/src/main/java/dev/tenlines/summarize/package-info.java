/** Summaries that keep to their source: whole sentences, each with where it comes from. */
@NullMarked
package dev.tenlines.summarize;

import org.jspecify.annotations.NullMarked;
