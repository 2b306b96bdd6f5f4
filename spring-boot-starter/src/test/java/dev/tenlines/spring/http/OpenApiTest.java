package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The routes, the document that describes them, who may use them, and that tenants never meet. */
class OpenApiTest {
  private static final Set<Role> ALL = Set.of(Role.values());
  private static final Set<Role> ASKERS = Set.of(Role.APPLICATION, Role.ADMIN);
  private static final Set<Role> REVIEWERS = Set.of(Role.REVIEWER, Role.ADMIN);

  /** The table of docs/reference/http.md, row by row. */
  private static final Map<String, Set<Role>> MAY =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("GET /v1/openapi.json", ALL),
              Map.entry("GET /v1/features", ALL),
              Map.entry("GET /v1/features/{feature}", ALL),
              Map.entry("POST /v1/features/{feature}/requests", ASKERS),
              Map.entry("GET /v1/requests", ASKERS),
              Map.entry("GET /v1/requests/{id}", ASKERS),
              Map.entry("GET /v1/requests/{id}/rows", ASKERS),
              Map.entry("GET /v1/reviews", ALL),
              Map.entry("GET /v1/reviews/{id}", ALL),
              Map.entry("POST /v1/leases", REVIEWERS),
              Map.entry("PUT /v1/reviews/{id}/lease", REVIEWERS),
              Map.entry("DELETE /v1/reviews/{id}/lease", REVIEWERS),
              Map.entry("POST /v1/reviews/{id}/verdict", ALL),
              Map.entry("DELETE /v1/reviews/{id}/verdict", ALL),
              Map.entry("GET /v1/spend", ASKERS),
              Map.entry("GET /v1/metrics", Set.of(Role.ADMIN))));

  @TempDir static Path directory;
  private static ApiServer server;

  @BeforeAll
  static void start() {
    server = ApiServer.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    server
        .context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, handler) ->
            mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/v1"))
                .forEach(path ->
                    mapping
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(method + " " + path))));
    return routes;
  }

  private static Answer call(ApiServer.Caller caller, String route, String id) {
    String[] parts = route.replace("{feature}", "triage").replace("{id}", id).split(" ", 2);
    return switch (parts[0]) {
      case "POST" ->
          caller.post(
              parts[1],
              parts[1].endsWith("verdict")
                  ? "{\"decision\": \"corrected\", \"value\": \"returns\"}"
                  : parts[1].endsWith("requests") ? "{\"input\": \"parcel\"}" : "{}");
      case "PUT" -> caller.put(parts[1]);
      case "DELETE" -> caller.delete(parts[1]);
      default -> caller.get(parts[1]);
    };
  }

  @Test
  void document_describesEveryRoute_andNoOther() {
    Set<String> described = new TreeSet<>();
    Contract.DOCUMENT
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    described.add(
                        method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

    assertThat(described).isEqualTo(routes());
  }

  @Test
  void document_isToldToEverybody() throws Exception {
    Answer answer = server.stranger().get("/v1/openapi.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json()).isEqualTo(Contract.DOCUMENT);
    assertThat(answer.text("openapi")).startsWith("3.1");
    assertThat(server.reviewer("ann", "a").get("/v1/openapi.json").status()).isEqualTo(200);
  }

  @Test
  void document_pointsOnlyAtWhatIsThere() {
    List<String> broken = new ArrayList<>();
    for (JsonNode ref : Contract.DOCUMENT.findValues("$ref")) {
      if (Contract.DOCUMENT.at(ref.stringValue().substring(1)).isMissingNode()) {
        broken.add(ref.stringValue());
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void contract_noticesWhatTheDocumentDoesNotSay() {
    Answer good = server.admin("contract").ask("triage", "parcel");
    List<Answer> bad =
        List.of(
            new Answer(201, good.headers(), good.body()),
            new Answer(200, good.headers(), good.body().replace("\"trace\":", "\"traces\":")),
            new Answer(200, good.headers(), good.body().replace("\"delivery\"", "3")),
            new Answer(200, good.headers(), good.body().replace("\"answered\"", "\"guessed\"")));

    for (Answer answer : bad) {
      assertThatThrownBy(() -> Contract.check("POST", "/v1/features/triage/requests", answer))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void reference_namesEveryRoute() throws Exception {
    String reference = Files.readString(Path.of("../docs/reference/http.md"));

    for (String route : routes()) {
      String path = route.split(" ")[1].replace("{feature}", "{name}");
      assertThat(reference).as(route).contains(path);
    }
  }

  @Test
  void everyRoute_isOpenToTheRolesOfTheTableOnly() {
    assertThat(routes()).isEqualTo(MAY.keySet());
    for (Role role : Role.values()) {
      ApiServer.Caller caller = server.caller("some " + role.name(), "default", role);
      MAY.forEach((route, roles) -> {
        Answer answer = call(caller, route, "v_none");
        if (roles.contains(role)) {
          assertThat(answer.status()).as(role + " " + route).isNotIn(401, 403, 500);
        } else {
          answer.isProblem(403, "TL-503");
        }
      });
    }
  }

  @Test
  void everyRoute_asksForAKey() {
    for (String route : MAY.keySet()) {
      if (!route.endsWith("openapi.json")) {
        call(server.stranger(), route, "v_none").isProblem(401, "TL-502");
        call(server.new Caller("tl_unknown"), route, "v_none").isProblem(401, "TL-502");
      }
    }
  }

  @Test
  void everyRoute_aForeignId_isWhatAnIdIsThatNeverWas() {
    Answer asked = server.application("mine").ask("triage", "What now?");
    server.application("theirs").ask("triage", "What now?");
    int compared = 0;
    for (Role role : Role.values()) {
      ApiServer.Caller theirs = server.caller("their " + role.name(), "theirs", role);
      for (String route : routes()) {
        if (route.contains("{id}")) {
          String id = route.contains("/requests/") ? asked.text("id") : asked.text("review");
          String never = id.substring(0, id.length() - 1) + (id.endsWith("7") ? "8" : "7");
          Answer foreign = call(theirs, route, id);
          Answer unknown = call(theirs, route, never);
          assertThat(foreign.body()).as(route).isEqualTo(unknown.body());
          assertThat(foreign.status()).isEqualTo(unknown.status()).isIn(403, 404);
          assertThat(foreign.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(21);
  }

  @Test
  void cursors_ofForeignItems_tellNothing() {
    ApiServer.Caller theirs = server.admin("cursors");
    theirs.ask("triage", "What now?");
    Answer asked = server.application("mine").ask("triage", "What now?");
    for (String path : List.of("/v1/requests?before=", "/v1/reviews?after=")) {
      String id = asked.text(path.contains("requests") ? "id" : "review");
      String never = id.substring(0, id.length() - 1) + (id.endsWith("7") ? "8" : "7");

      assertThat(theirs.get(path + id).body()).isEqualTo(theirs.get(path + never).body());
    }
  }

  @Test
  void lists_showTheOwnTenantOnly() {
    server.application("mine").ask("triage", "What now?");
    ApiServer.Caller nobody = server.admin("nobody");

    for (String path : List.of("/v1/requests", "/v1/reviews", "/v1/reviews?state=decided")) {
      assertThat(nobody.get(path).json().get("items")).isEmpty();
    }
    assertThat(nobody.post("/v1/leases", "{}").status()).isEqualTo(204);
  }
}
