package dev.tenlines.spring.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The console's cookies, all readable by the server alone. */
final class Cookies {
  static final String SESSION = "tenlines_session";
  static final String CSRF = "tenlines_csrf";
  static final String THEME = "tenlines_theme";
  static final String KEYS = "tenlines_keys";

  private Cookies() {}

  /** A cookie as the {@code Set-Cookie} header carries it; no duration ends it at once. */
  static String header(
      HttpServletRequest request, String path, String name, String value, Duration length) {
    return ResponseCookie.from(name, value)
        .path(path.isEmpty() ? "/" : path)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .maxAge(length)
        .build()
        .toString();
  }
}
