package dev.tenlines.cost;

/**
 * Money held before a call.
 *
 * @param request the request's id
 * @param rung name and version of the rung that may spend it
 */
public record Reservation(String request, String rung, Money most) {}
