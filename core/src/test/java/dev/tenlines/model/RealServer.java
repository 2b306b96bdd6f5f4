package dev.tenlines.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What llama.cpp's server says of itself, beside the answers it gives. */
record RealServer(URI url, HttpClient client) implements AutoCloseable {

  static RealServer at(String url) {
    return new RealServer(URI.create(url), HttpClient.newHttpClient());
  }

  /** Where a dialect is spoken. */
  String baseUrl(Dialect dialect) {
    return dialect == Dialect.OPENAI ? url + "/v1" : url.toString();
  }

  /** How many tokens the server itself makes of a prompt, its chat template included. */
  long tokens(Prompt prompt) {
    List<Map<String, String>> messages = new ArrayList<>();
    if (!prompt.system().isEmpty()) {
      messages.add(Map.of("role", "system", "content", prompt.system()));
    }
    prompt.turns().forEach(turn -> messages.add(Map.of("role", "user", "content", turn.text())));
    String text = post("/apply-template", Map.of("messages", messages)).path("prompt").asString();
    Map<String, Object> body = Map.of("content", text, "add_special", true, "parse_special", true);
    return post("/tokenize", body).path("tokens").size();
  }

  /** Asks until nothing is generated any more; false when something still is after a minute. */
  boolean rests() {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (System.nanoTime() < end) {
      boolean busy = false;
      for (JsonNode slot : json(HttpRequest.newBuilder(url.resolve("/slots")).build())) {
        busy |= slot.path("is_processing").asBoolean(false);
      }
      if (!busy) {
        return true;
      }
    }
    return false;
  }

  private JsonNode post(String path, Object body) {
    return json(
        HttpRequest.newBuilder(url.resolve(path))
            .POST(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)))
            .build());
  }

  private JsonNode json(HttpRequest request) {
    try {
      return JsonMapper.shared().readTree(client.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
