package dev.tenlines.querying;

import dev.tenlines.rendering.Chip;

/**
 * A chip that removes all rows.
 *
 * @param rows how many there are without it; counting ends at {@link Limits#counted}
 */
public record Emptying(Chip chip, int rows) {}
