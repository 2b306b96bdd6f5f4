package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;
import dev.tenlines.access.Access;
import dev.tenlines.access.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The security chain of exactly the console's addresses; it leaves all others alone. */
final class ConsoleSecurity {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Everybody's. */
  private static final List<String> OPEN = List.of("/login", "/assets/**");

  /** A reviewer's: no requests, which would tell an audit from other reviews. */
  private static final List<String> WORK =
      List.of("/", "/reviews", "/reviews/**", "/account", "/account/**", "/preferences", "/logout");

  private static final List<String> ADMINISTRATION =
      List.of(
          "/features",
          "/features/**",
          "/requests",
          "/requests/**",
          "/prompts",
          "/spend",
          "/spend.csv",
          "/trial",
          "/trial/**",
          "/advise",
          "/keys",
          "/keys/**",
          "/users",
          "/users/**",
          "/deliveries");

  private final ConsoleSettings settings;
  private final Access access;
  private final Pages pages;

  ConsoleSecurity(ConsoleSettings settings, Access access, Pages pages) {
    this.settings = settings;
    this.access = access;
    this.pages = pages;
  }

  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    List<String> all = new ArrayList<>(OPEN);
    all.addAll(WORK);
    all.addAll(ADMINISTRATION);
    return http.securityMatcher(at(all))
        .addFilterBefore(new SessionFilter(access, pages), CsrfFilter.class)
        .authorizeHttpRequests(who ->
            who.requestMatchers(at(OPEN))
                .permitAll()
                .requestMatchers(at(WORK))
                .hasAnyAuthority(Role.ADMIN.name(), Role.REVIEWER.name())
                .anyRequest()
                .hasAuthority(Role.ADMIN.name()))
        // A session is no new login: its token stays, for the page in the other tab too.
        .csrf(csrf ->
            csrf.csrfTokenRepository(tokens())
                .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .exceptionHandling(problems ->
            problems
                .authenticationEntryPoint(
                    (request, response, e) -> pages.toLogin(new Visit(request), response))
                .accessDeniedHandler(denied()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frame -> frame.deny())
                .crossOriginOpenerPolicy(o -> o.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(r -> r.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
        .build();
  }

  /** Where the token that proves a form is ours is kept: beside the session, and before it. */
  private static CookieCsrfTokenRepository tokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(Cookies.CSRF);
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    return tokens;
  }

  private AccessDeniedHandler denied() {
    return (request, response, e) ->
        pages.error(
            new Visit(request),
            response,
            HttpStatus.FORBIDDEN,
            e instanceof CsrfException
                ? new TenlinesException(
                    "TL-512",
                    "The form was too old, or came from elsewhere; nothing was done.",
                    "Maybe go back, load the page again and repeat it.")
                : new TenlinesException(
                    "TL-503",
                    "Your role may not open this page.",
                    "Maybe ask an administrator to do it."));
  }

  private String[] at(List<String> pages) {
    List<String> out = new ArrayList<>();
    for (String page : pages) {
      out.add(settings.path() + page);
      if (page.equals("/") && !settings.path().isEmpty()) {
        out.add(settings.path());
      }
    }
    return out.toArray(String[]::new);
  }
}
