package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;
import dev.tenlines.access.Caller;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/** One call of a page: who calls, and what for. */
public record Visit(HttpServletRequest request) {
  /** The request attribute that holds the caller. */
  static final String CALLER = Visit.class.getName() + ".caller";

  private static final String OPENS_AT = Visit.class.getName() + ".opensAt";

  static Visit of(ServerRequest request) {
    return new Visit(request.servletRequest());
  }

  @Nullable Caller guest() {
    return (Caller) request.getAttribute(CALLER);
  }

  /** The caller of a page that only signed-in people reach. */
  public Caller caller() {
    Caller caller = guest();
    if (caller == null) {
      throw new IllegalStateException("a page that needs a caller was reached without one");
    }
    return caller;
  }

  public String tenant() {
    return caller().tenant();
  }

  /** A parameter, or empty when it was not sent. */
  public String text(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /** A parameter, or null when it is empty. */
  public @Nullable String maybe(String name) {
    String value = text(name);
    return value.isEmpty() ? null : value;
  }

  boolean says(String name) {
    return text(name).equals("true");
  }

  /** A part of the address. */
  public String path(String name) {
    Map<?, ?> parts =
        (Map<?, ?>) request.getAttribute(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return String.valueOf(parts.get(name));
  }

  /** A whole number, or TL-518. */
  int number(String name) {
    String value = text(name);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw unreadable(name, value, "Maybe write a whole number.");
    }
  }

  static TenlinesException unreadable(String name, String value, String hint) {
    return new TenlinesException(
        "TL-518", "The field " + name + " (" + value + ") is not readable.", hint);
  }

  @Nullable String cookie(String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  /** Names the page that answers this form, where it can be opened without the form. */
  void opensAt(String page) {
    request.setAttribute(OPENS_AT, page);
  }

  @Nullable String opensAt() {
    return (String) request.getAttribute(OPENS_AT);
  }

  /** Whether the page's script asks, which can take the next page without a detour. */
  boolean scripted() {
    return "true".equals(request.getHeader("HX-Request"));
  }
}
