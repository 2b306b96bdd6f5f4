package dev.tenlines.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one attempt really cost.
 *
 * @param spent the price of what was used, or null where the model has no known price: such a
 *     charge is shown as unpriced, never as free
 * @param estimated whether the tokens or the price are a guess of ours
 */
public record Charge(Usage usage, @Nullable Money spent, boolean estimated) {}
