/**
 * Features at work: what serves now, who is sent to people, and how verdicts make the next model.
 * Start at {@link dev.tenlines.serving.Caretaker}.
 */
@NullMarked
package dev.tenlines.serving;

import org.jspecify.annotations.NullMarked;
