/**
 * Classification: support triage, moderation. Start at {@link dev.tenlines.classify.ClassifyRungs},
 * which puts the rungs of a feature together.
 */
@NullMarked
package dev.tenlines.classify;

import org.jspecify.annotations.NullMarked;
