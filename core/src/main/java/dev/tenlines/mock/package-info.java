/**
 * A model provider on loopback that can be told to fail: it speaks four dialects, plays the faults
 * of a script and counts what it was asked and what it sent. Start at {@link
 * dev.tenlines.mock.MockProvider}, then {@link dev.tenlines.mock.Script}.
 *
 * <p>It knows nothing of the packages that call models, so that the two cannot share one
 * misunderstanding.
 */
@NullMarked
package dev.tenlines.mock;

import org.jspecify.annotations.NullMarked;
