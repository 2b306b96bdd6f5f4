package dev.tenlines.spring.console.view;

/**
 * A point in time for people: how far it is, with the exact time behind it.
 *
 * @param words {@code 3 minutes ago}
 * @param exact {@code 2026-11-23 10:05:00 UTC}
 * @param iso for machines
 */
public record Moment(String words, String exact, String iso) {}
