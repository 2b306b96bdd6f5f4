package dev.tenlines.spring.console;

import dev.tenlines.access.Access;
import dev.tenlines.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/** Finds out whose session the cookie is. The session lives in our own store, in no HttpSession. */
final class SessionFilter extends OncePerRequestFilter {
  private final Access access;
  private final Pages pages;

  SessionFilter(Access access, Pages pages) {
    this.access = access;
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Visit visit = new Visit(request);
    String token = visit.cookie(Cookies.SESSION);
    Caller caller = token == null ? null : access.session(token);
    if (caller != null) {
      request.setAttribute(Visit.CALLER, caller);
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              caller, null, List.of(new SimpleGrantedAuthority(caller.role().name()))));
      SecurityContextHolder.setContext(context);
    } else if (multipart(request)) {
      // Whoever is not signed in must not make the server read and store an upload.
      pages.toLogin(visit, response);
      return;
    }
    if (multipart(request)) {
      upload(visit, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** An upload that is too large fails wherever it is read first, before any page is reached. */
  private void upload(Visit visit, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(visit.request(), response);
    } catch (MultipartException | IllegalStateException e) {
      if (response.isCommitted()) {
        throw e;
      }
      response.reset();
      pages.error(visit, response, HttpStatus.CONTENT_TOO_LARGE, TrialPages.unusable("too large"));
    }
  }

  private static boolean multipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/");
  }
}
