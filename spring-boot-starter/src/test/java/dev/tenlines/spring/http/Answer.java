package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over the wire. */
record Answer(int status, HttpHeaders headers, String body) {

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  String text(String name) {
    JsonNode node = json().get(name);
    assertThat(node).as(name + " in " + body).isNotNull();
    return node.isNull() ? "null" : node.asString();
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Checks that this is a problem with everything a problem has. */
  Answer isProblem(int expected, String code) {
    assertThat(status).as(body).isEqualTo(expected);
    assertThat(header("content-type")).startsWith("application/problem+json");
    assertThat(text("type")).isEqualTo("urn:tenlines:error:" + code);
    assertThat(text("code")).isEqualTo(code);
    assertThat(json().get("status").asInt()).isEqualTo(expected);
    assertThat(text("title")).isNotBlank();
    assertThat(text("detail")).isNotBlank();
    assertThat(json().get("hint").isString()).isTrue();
    assertThat(body).doesNotContain("Exception", "dev.tenlines", "at org.");
    return this;
  }
}
