package dev.tenlines.answerability;

/**
 * Two stretches that say different things of the same.
 *
 * @param about the words both share, as the first has them
 */
public record Conflict(Chosen first, Chosen second, String about) {}
