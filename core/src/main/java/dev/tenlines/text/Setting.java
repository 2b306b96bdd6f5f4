package dev.tenlines.text;

import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Where and when a text was written, which decides what {@code 3/4} and {@code tomorrow} mean.
 *
 * @param locale language, and the country where known: {@code en-US} puts the month first
 * @param now the moment that relative times count from; its zone is that of times without one
 */
public record Setting(Locale locale, ZonedDateTime now) {}
