package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Role;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.spring.console.view.Times;
import dev.tenlines.webhook.Outbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** Who may come in: keys of applications, people, and who is told of decisions. */
final class KeyPages {
  private static final int MOST_DELIVERIES = 200;

  private final Pages pages;
  private final Access access;
  private final Outbox outbox;
  private final Times times;

  KeyPages(Pages pages, Tenlines tenlines, Times times) {
    this.pages = pages;
    this.access = tenlines.access();
    this.outbox = tenlines.outbox();
    this.times = times;
  }

  ServerResponse list(Visit visit) {
    return list(visit, HttpStatus.OK, said(visit.text("done")), null);
  }

  /** Makes a key; the answer itself shows it, and nothing ever again. */
  ServerResponse createKey(Visit visit) {
    try {
      String name = visit.text("name");
      String secret =
          access.createKey(
              name, visit.tenant(), role(visit, Role.values()), groups(visit.text("groups")));
      return list(
          visit,
          HttpStatus.CREATED,
          null,
          new Secret("The key of " + name, secret, "Send it as Authorization: Bearer …"));
    } catch (TenlinesException e) {
      return refused(visit, e);
    }
  }

  ServerResponse revoke(Visit visit) {
    return access.revokeKey(visit.tenant(), visit.path("id"))
        ? pages.go(visit, "/keys?done=revoked")
        : pages.notFound(visit);
  }

  ServerResponse createUser(Visit visit) {
    try {
      String name = visit.text("name");
      String typed = visit.request().getParameter("password");
      boolean generate = typed == null || typed.isEmpty();
      String password = generate ? Passwords.random() : typed;
      access.createUser(
          name, visit.tenant(), role(visit, Role.ADMIN, Role.REVIEWER), Passwords.hash(password));
      return generate
          ? list(
              visit,
              HttpStatus.CREATED,
              null,
              new Secret("The password of " + name, password, "They can change it at Account."))
          : pages.go(visit, "/keys?done=user");
    } catch (TenlinesException e) {
      return refused(visit, e);
    }
  }

  /** Sets a new random password and shows it once; the user's sessions end. */
  ServerResponse changePassword(Visit visit) {
    String name = visit.path("name");
    if (!has(visit, name)) {
      return pages.notFound(visit);
    }
    if (name.equals(visit.caller().name())) {
      return pages.go(visit, "/account");
    }
    String password = Passwords.random();
    access.changePassword(name, Passwords.hash(password));
    return list(
        visit,
        HttpStatus.OK,
        null,
        new Secret("The new password of " + name, password, "Their sessions have ended."));
  }

  ServerResponse removeUser(Visit visit) {
    String name = visit.path("name");
    if (!has(visit, name)) {
      return pages.notFound(visit);
    }
    if (name.equals(visit.caller().name())) {
      return refused(
          visit,
          new TenlinesException(
              "TL-517",
              "You cannot remove yourself (" + name + ").",
              "Maybe ask another administrator."));
    }
    access.removeUser(visit.tenant(), name);
    return pages.go(visit, "/keys?done=removed");
  }

  ServerResponse deliveries(Visit visit) {
    Table.Rows rows =
        Table.of(
                "Deliveries, newest first",
                "Message",
                "Feature",
                "To",
                "State",
                "Tries#",
                "Next try",
                "Last error")
            .otherwise("Nothing was to be told yet.");
    for (Outbox.Delivery delivery : outbox.list(visit.tenant(), MOST_DELIVERIES)) {
      String error = delivery.error();
      rows.row(
          Cell.code(delivery.id()),
          Cell.text(delivery.feature()),
          Cell.text(delivery.target()),
          state(delivery.state()),
          Cell.number(delivery.attempts()),
          delivery.state() == Outbox.State.WAITING
              ? new Cell.When(times.of(delivery.due()))
              : Cell.none(),
          Cell.text(error == null ? "" : error));
    }
    return pages.page(visit, "deliveries.jte", Map.of("table", rows.table()));
  }

  /** Something that is shown once. */
  private record Secret(String what, String value, String hint) {}

  private ServerResponse refused(Visit visit, TenlinesException e) {
    return list(visit, HttpStatus.BAD_REQUEST, Notice.error(e.id(), e.what(), e.hint()), null);
  }

  private ServerResponse list(
      Visit visit, HttpStatus status, @Nullable Notice notice, @Nullable Secret secret) {
    Map<String, Object> values = new HashMap<>();
    values.put("keys", keys(visit));
    values.put("users", users(visit));
    if (notice != null) {
      values.put("notice", notice);
    }
    if (secret != null) {
      values.put("what", secret.what());
      values.put("secret", secret.value());
      values.put("hint", secret.hint());
    }
    visit.opensAt("/keys");
    return pages.page(visit, status, "keys.jte", values);
  }

  private Table keys(Visit visit) {
    Table.Rows rows =
        Table.of("Keys", "Name", "Role", "Groups", "Made", "State", "").otherwise("No key yet.");
    for (Access.Key key : access.keys(visit.tenant())) {
      Instant revoked = key.revoked();
      rows.row(
          Cell.text(key.name()),
          Cell.text(key.role().name().toLowerCase(Locale.ROOT)),
          key.groups().isEmpty()
              ? Cell.none()
              : Cell.text(String.join(", ", new TreeSet<>(key.groups()))),
          new Cell.When(times.of(key.created())),
          revoked == null
              ? new Cell.Badge("good", "valid")
              : new Cell.Several(
                  List.of(new Cell.Badge("calm", "revoked"), new Cell.When(times.of(revoked)))),
          revoked == null
              ? new Cell.Action(
                  at(visit, "/keys/", key.id(), "/revocation"),
                  "Revoke",
                  "key " + key.name(),
                  "danger")
              : Cell.text(""));
    }
    return rows.table();
  }

  private Table users(Visit visit) {
    Table.Rows rows = Table.of("People", "Name", "Role", "Since", "");
    for (Access.User user : access.users(visit.tenant())) {
      boolean self = user.name().equals(visit.caller().name());
      rows.row(
          Cell.text(user.name()),
          Cell.text(user.role().name().toLowerCase(Locale.ROOT)),
          new Cell.When(times.of(user.created())),
          self
              ? new Cell.Badge("good", "you")
              : new Cell.Several(
                  List.of(
                      new Cell.Action(
                          at(visit, "/users/", user.name(), "/password"),
                          "New password",
                          "for " + user.name(),
                          "plain"),
                      new Cell.Action(
                          at(visit, "/users/", user.name(), "/removal"),
                          "Remove",
                          user.name(),
                          "danger"))));
    }
    return rows.table();
  }

  private String at(Visit visit, String resource, String name, String part) {
    String segment = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return pages.root(visit.request()) + resource + segment + part;
  }

  private boolean has(Visit visit, String name) {
    return access.users(visit.tenant()).stream().anyMatch(user -> user.name().equals(name));
  }

  private static Role role(Visit visit, Role... allowed) {
    for (Role role : allowed) {
      if (role.name().equalsIgnoreCase(visit.text("role"))) {
        return role;
      }
    }
    throw Visit.unreadable("role", visit.text("role"), "Maybe choose one of those offered.");
  }

  private static Set<String> groups(String typed) {
    return typed.isEmpty() ? Set.of() : new TreeSet<>(List.of(typed.split("[,\\s]+")));
  }

  private static Cell state(Outbox.State state) {
    return switch (state) {
      case WAITING -> new Cell.Badge("wait", "waiting");
      case DELIVERED -> new Cell.Badge("good", "delivered");
      case FAILED -> new Cell.Badge("bad", "failed");
    };
  }

  private static @Nullable Notice said(String done) {
    return switch (done) {
      case "revoked" -> Notice.good("The key is revoked. Calls with it are refused from now on.");
      case "user" -> Notice.good("The user can sign in now.");
      case "removed" -> Notice.good("The user is removed and signed out everywhere.");
      default -> null;
    };
  }
}
