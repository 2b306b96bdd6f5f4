package dev.tenlines.access;

/**
 * Who calls.
 *
 * @param name a key's or a user's name, for the record
 */
public record Caller(String name, String tenant, Role role) {

  public boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
