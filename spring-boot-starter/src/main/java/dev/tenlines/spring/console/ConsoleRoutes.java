package dev.tenlines.spring.console;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.tenlines.TenlinesException;
import dev.tenlines.spring.console.Assets.Asset;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every address of the console and what stands behind it. */
final class ConsoleRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleRoutes.class);

  private final ConsolePages console;
  private final String root;
  private final RouterFunctions.Builder routes = route();

  ConsoleRoutes(ConsolePages console, ConsoleSettings settings) {
    this.console = console;
    this.root = settings.path();
  }

  RouterFunction<ServerResponse> routes() {
    get("/", this::start);
    if (!root.isEmpty()) {
      get("", this::start);
    }
    session();
    reviews();
    features();
    tools();
    access();
    routes.GET(root + "/assets/{hash}/{name}", this::asset);
    for (String place : PLACES) {
      get(place + "/**", console.pages()::notFound);
      post(place + "/**", console.pages()::notFound);
    }
    return routes
        .onError(TenlinesException.class, (e, request) -> refused((TenlinesException) e, request))
        .onError(Throwable.class, this::broken)
        .build();
  }

  /** Below these every address is the console's, so that a wrong one gets the console's page. */
  private static final List<String> PLACES =
      List.of("/reviews", "/features", "/requests", "/trial", "/keys", "/users", "/account");

  private void session() {
    LoginPages login = console.login();
    AccountPages account = console.account();
    get("/login", login::form);
    post("/login", login::enter);
    post("/logout", login::leave);
    get("/account", account::account);
    post("/account/password", account::changePassword);
    post("/preferences", account::prefer);
  }

  private void reviews() {
    ReviewPages reviews = console.reviews();
    get("/reviews", reviews::list);
    post("/reviews/next", reviews::next);
    get("/reviews/{id}", reviews::item);
    get("/reviews/{id}/pages/{page}.png", console.pictures()::ofReview);
    post("/reviews/{id}/lease", reviews::lease);
    post("/reviews/{id}/return", reviews::release);
    post("/reviews/{id}/verdict", reviews::verdict);
    post("/reviews/{id}/withdrawal", reviews::withdraw);
    post("/reviews/{id}/skip", reviews::skip);
    post("/reviews/{id}/escalation", reviews::escalate);
  }

  private void features() {
    FeaturePages features = console.features();
    get("/features", features::list);
    get("/features/{name}", features::feature);
    get("/features/{name}/ask", console.ask()::form);
    post("/features/{name}/ask", console.ask()::ask);
    get("/features/{name}/gaps", console.gaps()::gaps);
    post("/features/{name}/training", features::train);
    post("/features/{name}/versions/{version}/serving", features::serve);
    RequestPages requests = console.requests();
    get("/requests", requests::list);
    get("/requests/{id}", requests::request);
    get("/requests/{id}/pages/{page}.png", console.pictures()::ofRequest);
    get("/requests/{id}/generated", console.generated()::generated);
    post("/requests/{id}/search", console.searches()::change);
    get("/requests/{id}/rows.csv", console.searches()::csv);
    get("/prompts", console.prompts()::prompts);
    get("/spend", console.spend()::table);
    get("/spend.csv", console.spend()::csv);
  }

  private void tools() {
    TrialPages trial = console.trial();
    get("/trial", trial::trial);
    post("/trial", trial::start);
    get("/advise", console.advise()::advise);
  }

  private void access() {
    KeyPages keys = console.keys();
    get("/keys", keys::list);
    post("/keys", keys::createKey);
    post("/keys/{id}/revocation", keys::revoke);
    post("/users", keys::createUser);
    post("/users/{name}/password", keys::changePassword);
    post("/users/{name}/removal", keys::removeUser);
    get("/deliveries", keys::deliveries);
  }

  private void get(String page, Function<Visit, ServerResponse> handler) {
    routes.GET(root + page, request -> handler.apply(Visit.of(request)));
  }

  private void post(String page, Function<Visit, ServerResponse> handler) {
    routes.POST(root + page, request -> handler.apply(Visit.of(request)));
  }

  /** Administrators start with their features, reviewers with their work. */
  private ServerResponse start(Visit visit) {
    return visit.caller().isAdmin()
        ? console.features().list(visit)
        : console.pages().go(visit, "/reviews");
  }

  private ServerResponse asset(ServerRequest request) {
    Asset asset = console.assets().find(request.pathVariable("hash"), request.pathVariable("name"));
    if (asset == null) {
      return ServerResponse.notFound().build();
    }
    String accepted = request.headers().firstHeader("Accept-Encoding");
    boolean packed = accepted != null && accepted.contains("gzip");
    return ServerResponse.ok()
        .header("Content-Type", asset.type())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Vary", "Accept-Encoding")
        .headers(headers -> {
          if (packed) {
            headers.set("Content-Encoding", "gzip");
          }
        })
        .build((req, response) -> {
          response.getOutputStream().write(packed ? asset.packed() : asset.bytes());
          return null;
        });
  }

  private ServerResponse refused(TenlinesException e, ServerRequest request) {
    HttpStatus status =
        switch (e.id()) {
          case "TL-160", "TL-504" -> HttpStatus.NOT_FOUND;
          default -> HttpStatus.BAD_REQUEST;
        };
    return status == HttpStatus.NOT_FOUND
        ? console.pages().notFound(Visit.of(request))
        : console.pages().error(Visit.of(request), status, e);
  }

  private ServerResponse broken(Throwable e, ServerRequest request) {
    LOG.error("TL-999 {} {} failed.", request.method(), request.path(), e);
    return console
        .pages()
        .error(
            Visit.of(request),
            HttpStatus.INTERNAL_SERVER_ERROR,
            new TenlinesException(
                "TL-999",
                "Something unforeseen happened.",
                "Maybe repeat it; the server's log says more."));
  }
}
