package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Access.User;
import dev.tenlines.spring.console.view.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** What everybody may set for themselves: colours, shortcuts, password. */
final class AccountPages {
  private static final Duration LONG = Duration.ofDays(365);

  private final Pages pages;
  private final Access access;

  AccountPages(Pages pages, Access access) {
    this.pages = pages;
    this.access = access;
  }

  ServerResponse account(Visit visit) {
    boolean changed = visit.text("done").equals("password");
    return page(visit, HttpStatus.OK, changed ? Notice.good("Your password was changed.") : null);
  }

  ServerResponse changePassword(Visit visit) {
    String name = visit.caller().name();
    User user = access.user(name);
    String old = visit.request().getParameter("old");
    if (user == null || !Passwords.matches(old == null ? "" : old, user.passwordHash())) {
      return page(
          visit,
          HttpStatus.BAD_REQUEST,
          Notice.error("TL-513", "The present password is wrong.", "Maybe check it."));
    }
    try {
      String changed = visit.request().getParameter("new");
      access.changePassword(name, Passwords.hash(changed == null ? "" : changed));
    } catch (TenlinesException e) {
      return page(visit, HttpStatus.BAD_REQUEST, Notice.error(e.id(), e.what(), e.hint()));
    }
    // All sessions ended with the old password; this one goes on under a new token.
    String token = access.startSession(name, LoginPages.SESSION);
    return pages.go(
        visit, "/account?done=password", cookie(visit, Cookies.SESSION, token, LoginPages.SESSION));
  }

  /** Colours and shortcuts, from any page and back to it. */
  ServerResponse prefer(Visit visit) {
    String root = pages.root(visit.request());
    String back = visit.text("back");
    List<String> cookies = new ArrayList<>();
    if (visit.maybe("theme") != null) {
      cookies.add(cookie(visit, Cookies.THEME, Pages.theme(visit.text("theme")), LONG));
    }
    if (visit.maybe("keys") != null) {
      String keys = visit.text("keys").equals("off") ? "off" : "on";
      cookies.add(cookie(visit, Cookies.KEYS, keys, LONG));
    }
    return pages.go(
        visit,
        pages.inside(back.startsWith(root) ? back.substring(root.length()) : ""),
        cookies.toArray(String[]::new));
  }

  private String cookie(Visit visit, String name, String value, Duration length) {
    return Cookies.header(visit.request(), pages.root(visit.request()), name, value, length);
  }

  private ServerResponse page(Visit visit, HttpStatus status, @Nullable Notice notice) {
    Map<String, Object> values = new HashMap<>();
    if (notice != null) {
      values.put("notice", notice);
    }
    visit.opensAt("/account");
    return pages.page(visit, status, "account.jte", values);
  }
}
