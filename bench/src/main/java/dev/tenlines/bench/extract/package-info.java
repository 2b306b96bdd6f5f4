/** Benchmarks of documents, recognisers and fields: {@code bench/run extract}. */
@NullMarked
package dev.tenlines.bench.extract;

import org.jspecify.annotations.NullMarked;
