/**
 * Deterministic checks of a proposed value against its input. A violation turns a proposal into an
 * abstention.
 */
@NullMarked
package dev.tenlines.verify;

import org.jspecify.annotations.NullMarked;
