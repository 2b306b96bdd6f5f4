package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Access.User;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.Shown;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** Signing in and out. */
final class LoginPages {
  static final Duration SESSION = Duration.ofHours(12);

  private final Pages pages;
  private final Access access;
  private final LoginLimit limit;

  LoginPages(Pages pages, Access access, LoginLimit limit) {
    this.pages = pages;
    this.access = access;
    this.limit = limit;
  }

  ServerResponse form(Visit visit) {
    return visit.guest() == null
        ? form(visit, HttpStatus.OK, null)
        : pages.go(visit, pages.inside(visit.text("back")));
  }

  ServerResponse enter(Visit visit) {
    String name = visit.text("name");
    String address = String.valueOf(visit.request().getRemoteAddr());
    Duration wait = limit.attempt(name, address);
    if (!wait.isZero()) {
      return tooMany(visit, wait);
    }
    User user = access.user(name);
    String password = visit.request().getParameter("password");
    if (!Passwords.matches(
            password == null ? "" : password, user == null ? null : user.passwordHash())
        || user == null) {
      return form(
          visit,
          HttpStatus.UNAUTHORIZED,
          Notice.error(
              "TL-513",
              "The name or the password is wrong.",
              "Maybe check the capital letters; an administrator can set a new password."));
    }
    limit.right(name, address);
    String token = access.startSession(user.name(), SESSION);
    return pages.go(
        visit, pages.inside(visit.text("back")), session(visit, token, SESSION), fresh(visit));
  }

  ServerResponse leave(Visit visit) {
    String token = visit.cookie(Cookies.SESSION);
    if (token != null) {
      access.endSession(token);
    }
    return pages.go(visit, "/login", session(visit, "", Duration.ZERO), fresh(visit));
  }

  private String session(Visit visit, String token, Duration length) {
    return Cookies.header(
        visit.request(), pages.root(visit.request()), Cookies.SESSION, token, length);
  }

  /** Forms from before the change of who is signed in are worth nothing after it. */
  private static String fresh(Visit visit) {
    return Cookies.header(visit.request(), "/", Cookies.CSRF, "", Duration.ZERO);
  }

  private ServerResponse tooMany(Visit visit, Duration wait) {
    TenlinesException error =
        new TenlinesException(
            "TL-509",
            "Too many logins failed (" + Shown.of(visit.text("name")).plain() + ").",
            "Maybe wait "
                + Math.ceilDiv(wait.toSeconds(), 60)
                + " minutes; an administrator can set a new password meanwhile.");
    return form(
        visit,
        HttpStatus.TOO_MANY_REQUESTS,
        Notice.error(error.id(), error.what(), error.hint()),
        Map.of("Retry-After", String.valueOf(wait.toSeconds() + 1)));
  }

  private ServerResponse form(Visit visit, HttpStatus status, @Nullable Notice notice) {
    return form(visit, status, notice, Map.of());
  }

  private ServerResponse form(
      Visit visit, HttpStatus status, @Nullable Notice notice, Map<String, String> headers) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", visit.text("name"));
    values.put("back", visit.text("back"));
    if (notice != null) {
      values.put("notice", notice);
    }
    return pages.page(visit, status, "login.jte", values, headers);
  }
}
