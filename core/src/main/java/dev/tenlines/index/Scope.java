package dev.tenlines.index;

import java.util.Set;

/**
 * Who asks: what others may not read is not found, counted or hinted at.
 *
 * @param groups which groups whoever asks belongs to
 */
public record Scope(String tenant, Set<String> groups) {
  public Scope {
    groups = Set.copyOf(groups);
  }
}
