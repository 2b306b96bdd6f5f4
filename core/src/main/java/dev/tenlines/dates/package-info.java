/**
 * Dates, times and durations of texts in six languages.
 *
 * <p>{@link dev.tenlines.dates.Times} reads a text into {@code Token}s, looks them up in the {@code
 * Language}, and lets a {@code Chart} combine what they mean by the rules of a {@code Grammar}. The
 * words of a language are data; the rules are shared by all of them. What comes round, such as
 * Mondays or Christmas, is a {@code Series} of {@code Slot}s, and everything that is said of it
 * makes it a smaller series. Only at the end the moment of writing decides which slot is meant.
 */
@NullMarked
package dev.tenlines.dates;

import org.jspecify.annotations.NullMarked;
