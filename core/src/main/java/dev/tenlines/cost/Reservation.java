package dev.tenlines.cost;

import org.jspecify.annotations.Nullable;

/**
 * Money held for one attempt, from before it is sent until it is settled or released.
 *
 * @param attempt the attempt's own id: whatever happens twice under it is booked once
 * @param request the request's id
 * @param rung name and version of the rung that may spend it
 * @param model the model as the provider names it
 * @param caller the id of the key or user that asked, or null
 * @param most the most it may cost, or null where the model has no known price
 */
public record Reservation(
    String attempt,
    String request,
    String tenant,
    String feature,
    String rung,
    String model,
    @Nullable String caller,
    @Nullable Money most) {}
