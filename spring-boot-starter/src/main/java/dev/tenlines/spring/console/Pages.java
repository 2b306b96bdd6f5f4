package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;
import dev.tenlines.spring.console.view.Frame;
import dev.tenlines.spring.console.view.Notice;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.ServerResponse;

/** Turns templates into answers. */
public final class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Pages.class.getClassLoader(),
          "dev.tenlines.spring.console.pages");
  private final Assets assets;
  private final ConsoleSettings settings;

  Pages(Assets assets, ConsoleSettings settings) {
    this.assets = assets;
    this.settings = settings;
  }

  /** A page with these values beside its frame. */
  public ServerResponse page(Visit visit, String template, Map<String, ?> values) {
    return page(visit, HttpStatus.OK, template, values);
  }

  public ServerResponse page(
      Visit visit, HttpStatus status, String template, Map<String, ?> values) {
    return page(visit, status, template, values, Map.of());
  }

  public ServerResponse page(
      Visit visit,
      HttpStatus status,
      String template,
      Map<String, ?> values,
      Map<String, String> headers) {
    byte[] html = html(visit, template, values);
    return ServerResponse.status(status)
        .headers(out -> headers.forEach(out::set))
        .build((request, response) -> {
          send(response, html);
          return null;
        });
  }

  /** The same page for an id of another tenant, an id that never was and a page that is not. */
  public ServerResponse notFound(Visit visit) {
    return error(
        visit,
        HttpStatus.NOT_FOUND,
        new TenlinesException("TL-504", "There is nothing here.", "Maybe check the address."));
  }

  public ServerResponse error(Visit visit, HttpStatus status, TenlinesException error) {
    return page(visit, status, "problem.jte", problem(status, error));
  }

  /** For filters, which stand before any page. */
  void error(Visit visit, HttpServletResponse response, HttpStatus status, TenlinesException error)
      throws IOException {
    response.setStatus(status.value());
    send(response, html(visit, "problem.jte", problem(status, error)));
  }

  /** Sends a guest to the login, and back afterwards to where a page can be opened. */
  void toLogin(Visit visit, HttpServletResponse response) throws IOException {
    HttpServletRequest request = visit.request();
    String root = root(request);
    String own = request.getRequestURI().substring(root.length());
    String login =
        request.getMethod().equals("GET") && !own.isEmpty() && !own.equals("/")
            ? root + "/login?back=" + URLEncoder.encode(own, StandardCharsets.UTF_8)
            : root + "/login";
    if (visit.scripted()) {
      response.setHeader("HX-Redirect", login);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      response.setHeader("Location", login);
      response.setStatus(HttpStatus.SEE_OTHER.value());
    }
  }

  /**
   * Leads on to another page of the console after something was done.
   *
   * @param cookies as {@code Set-Cookie} headers carry them
   */
  public ServerResponse go(Visit visit, String page, String... cookies) {
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .header("Location", root(visit.request()) + page)
        .headers(out -> {
          for (String cookie : cookies) {
            out.add("Set-Cookie", cookie);
          }
        })
        .build();
  }

  /** What all addresses start with, the application's own context path included. */
  public String root(HttpServletRequest request) {
    return request.getContextPath() + settings.path();
  }

  /** An address of the console without its root, or the start page when it is none. */
  String inside(String page) {
    return page.matches("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*") ? page : "/";
  }

  private static Map<String, ?> problem(HttpStatus status, TenlinesException error) {
    return Map.of(
        "title",
        status == HttpStatus.NOT_FOUND ? "Not found" : "That did not work",
        "notice",
        Notice.error(error.id(), error.what(), error.hint()));
  }

  private byte[] html(Visit visit, String template, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", frame(visit));
    StringOutput out = new StringOutput();
    templates.render(template, all, out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Frame frame(Visit visit) {
    HttpServletRequest request = visit.request();
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Frame(
        root(request),
        path(visit),
        visit.guest(),
        token == null ? "" : token.getToken(),
        theme(visit.cookie(Cookies.THEME)),
        !"off".equals(visit.cookie(Cookies.KEYS)),
        assets);
  }

  /** Where the page can be opened again: what answers a form stands at no address of its own. */
  private String path(Visit visit) {
    HttpServletRequest request = visit.request();
    if (!request.getMethod().equals("GET")) {
      String page = visit.opensAt();
      return page == null ? request.getRequestURI() : root(request) + page;
    }
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** The theme of a cookie, whose value anybody may have written. */
  static String theme(@Nullable String chosen) {
    return chosen != null && (chosen.equals("light") || chosen.equals("dark")) ? chosen : "auto";
  }

  private static void send(HttpServletResponse response, byte[] html) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }
}
