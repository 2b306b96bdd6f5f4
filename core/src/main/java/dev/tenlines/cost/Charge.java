package dev.tenlines.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one attempt really cost.
 *
 * @param spent the price of what was used, or null where the model has no known price: such a
 *     charge is shown as unpriced, never as free
 * @param estimated whether the tokens or the price are a guess of ours
 * @param price the row of the catalogue it was computed by, {@link Price#version}, or null
 */
public record Charge(
    Usage usage, @Nullable Money spent, boolean estimated, @Nullable String price) {

  /** A charge that no row of the catalogue stands for. */
  public Charge(Usage usage, @Nullable Money spent, boolean estimated) {
    this(usage, spent, estimated, null);
  }

  /** What the usage costs by this price; without one it is unpriced. */
  public static Charge of(Usage usage, @Nullable Price price) {
    return price == null
        ? new Charge(usage, null, usage.estimated())
        : new Charge(
            usage,
            price.of(usage),
            usage.estimated() || price.uncertain() || !price.knows(usage.tier()),
            price.version());
  }
}
