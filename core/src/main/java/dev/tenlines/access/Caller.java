package dev.tenlines.access;

/**
 * Who calls.
 *
 * @param id the key's id {@code k_…}, or the user's name: what budgets and charges name
 * @param name a key's or a user's name, for the record
 */
public record Caller(String id, String name, String tenant, Role role) {

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
