package dev.tenlines.access;

import java.util.Set;

/**
 * Who calls.
 *
 * @param id the key's id {@code k_…}, or the user's name: what budgets and charges name
 * @param name a key's or a user's name, for the record
 * @param groups which groups of readers the key stands for; documents can be kept to some
 */
public record Caller(String id, String name, String tenant, Role role, Set<String> groups) {
  public Caller {
    groups = Set.copyOf(groups);
  }

  /** A caller in no group. */
  public Caller(String id, String name, String tenant, Role role) {
    this(id, name, tenant, role, Set.of());
  }

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
