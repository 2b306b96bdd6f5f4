package dev.tenlines.spring.http;

import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import java.util.List;
import java.util.Locale;

/**
 * Who calls, before it is known whether they may. The tenant is reached only by naming the roles
 * that may, so that no resource can forget to.
 */
final class Visitor {
  /** The request attribute that holds the visitor. */
  static final String ATTRIBUTE = "dev.tenlines.visitor";

  private final Caller caller;

  Visitor(Caller caller) {
    this.caller = caller;
  }

  /** The caller, if the role is one of these; an administrator always may. */
  Caller as(Role... roles) {
    if (caller.isAdmin() || List.of(roles).contains(caller.role())) {
      return caller;
    }
    throw Problem.of(
            403,
            "TL-503",
            "The role (" + caller.role().name().toLowerCase(Locale.ROOT) + ") may not do this.",
            "Maybe use a key of another role.")
        .thrown();
  }
}
