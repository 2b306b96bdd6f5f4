/** What {@code bench/run summarize} measures. */
@NullMarked
package dev.tenlines.bench.summarize;

import org.jspecify.annotations.NullMarked;
