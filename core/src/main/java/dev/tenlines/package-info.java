/**
 * The vocabulary of an application that adds AI features, and the front door. Start at {@link
 * dev.tenlines.Tenlines}: it opens a project, asks features, and hands every request to a ladder.
 * An answer is an {@link dev.tenlines.Outcome}; why it came about stands in its {@link
 * dev.tenlines.Trace}.
 */
@NullMarked
package dev.tenlines;

import org.jspecify.annotations.NullMarked;
