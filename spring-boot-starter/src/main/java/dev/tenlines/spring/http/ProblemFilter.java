package dev.tenlines.spring.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost gate. It stands even before Spring Security, so that what the firewall there
 * refuses is told as a problem too, and not by the application's error page.
 */
final class ProblemFilter extends OncePerRequestFilter {
  private static final String OURS = "dev.tenlines.api";

  /** Whether a call is one of the API. */
  static boolean isOurs(HttpServletRequest request) {
    return request.getAttribute(OURS) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(OURS, true);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      chain.doFilter(request, new Told(response));
    } catch (RuntimeException | ServletException e) {
      Throwable cause = e instanceof ServletException && e.getCause() != null ? e.getCause() : e;
      Problems.write(Problems.of(cause), response);
    }
  }

  /** A response whose errors are problems. */
  private static final class Told extends HttpServletResponseWrapper {
    private Told(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
      Problems.write(Problems.of(status), (HttpServletResponse) getResponse());
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }
  }
}
