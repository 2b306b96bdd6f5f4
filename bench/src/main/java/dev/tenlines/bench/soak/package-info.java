/** A server under mixed traffic for a while, and what it uses meanwhile. */
@NullMarked
package dev.tenlines.bench.soak;

import org.jspecify.annotations.NullMarked;
