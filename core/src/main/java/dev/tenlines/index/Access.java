package dev.tenlines.index;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may find a source.
 *
 * @param tenant the only tenant, or null for all
 * @param groups any of these; empty for everybody of the tenant
 */
public record Access(@Nullable String tenant, Set<String> groups) {
  /** Everybody. */
  public static final Access ALL = new Access(null, Set.of());

  public Access {
    groups = Set.copyOf(groups);
  }
}
