/** Answers that arrive piece by piece: server-sent events. */
@NullMarked
package dev.tenlines.spring.stream;

import org.jspecify.annotations.NullMarked;
