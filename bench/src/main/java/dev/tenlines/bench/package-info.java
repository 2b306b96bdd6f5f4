/**
 * Benchmarks behind {@code bench/run NAME}. Start at {@link dev.tenlines.bench.Bench}; each table
 * of the issues is one class that returns rows.
 */
@NullMarked
package dev.tenlines.bench;

import org.jspecify.annotations.NullMarked;
