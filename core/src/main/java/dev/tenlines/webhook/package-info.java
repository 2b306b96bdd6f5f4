/** Tells applications when a deferred request was decided: an outbox, signed and retried. */
@NullMarked
package dev.tenlines.webhook;

import org.jspecify.annotations.NullMarked;
