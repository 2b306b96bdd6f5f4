package dev.tenlines.bench.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Somebody who calls a server over HTTP with one key. */
public record Caller(HttpClient http, int port, String key) {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /**
   * What was said to a call.
   *
   * @param status 0 when the connection was lost or no answer came
   * @param body a missing node where there is none
   */
  public record Said(int status, JsonNode body, long nanos) {
    /** An outcome was acknowledged: it is durable. */
    public boolean acknowledged() {
      return status == 200 || status == 201 || status == 202;
    }

    /** Something is wrong with the server, or it is gone. */
    public boolean failed() {
      return status == 0 || status >= 500;
    }
  }

  /** A caller with connections of its own. */
  public static Caller of(int port, String key) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new Caller(http, port, key);
  }

  public Said ask(Question question, @Nullable String idempotencyKey) {
    return post(
        "/v1/features/" + question.feature() + "/requests", question.json(), idempotencyKey);
  }

  /** The next review, leased to this caller; 204 where nothing waits. */
  public Said take() {
    return post("/v1/leases", "{}", null);
  }

  public Said decide(String review, String verdict) {
    return post("/v1/reviews/" + review + "/verdict", verdict, null);
  }

  public Said get(String path) {
    return send(to(path).GET().build());
  }

  private Said post(String path, String body, @Nullable String idempotencyKey) {
    HttpRequest.Builder request =
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    return send(request.build());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + key);
  }

  private Said send(HttpRequest request) {
    long began = System.nanoTime();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Said(response.statusCode(), json(response.body()), System.nanoTime() - began);
    } catch (IOException e) {
      return new Said(0, JsonNodeFactory.instance.missingNode(), System.nanoTime() - began);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said(0, JsonNodeFactory.instance.missingNode(), System.nanoTime() - began);
    }
  }

  private static JsonNode json(String body) {
    try {
      return body.isEmpty()
          ? JsonNodeFactory.instance.missingNode()
          : JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
