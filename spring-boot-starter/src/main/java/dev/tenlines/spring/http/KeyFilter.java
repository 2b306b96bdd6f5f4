package dev.tenlines.spring.http;

import dev.tenlines.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The gate that asks for a key. It is the whole security chain of the API: no session, no login.
 */
final class KeyFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Callers callers;
  private final CallsAtOnce calls;
  private final RequestMatcher open;

  /**
   * Makes the gate.
   *
   * @param open what is told without a key
   */
  KeyFilter(Callers callers, CallsAtOnce calls, RequestMatcher open) {
    this.callers = callers;
    this.calls = calls;
    this.open = open;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = caller(request);
    if (caller != null) {
      pass(caller, request, response, chain);
    } else if (open.matches(request)) {
      chain.doFilter(request, response);
    } else {
      Problems.write(Problem.NO_KEY, response);
    }
  }

  private @Nullable Caller caller(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? callers.of(header.substring(SCHEME.length()).strip())
        : null;
  }

  private void pass(
      Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!calls.enter(caller.tenant())) {
      Problems.write(Problem.TOO_MANY, response);
      return;
    }
    try {
      request.setAttribute(Visitor.ATTRIBUTE, new Visitor(caller));
      chain.doFilter(request, response);
    } finally {
      calls.leave(caller.tenant());
    }
  }
}
