package dev.tenlines.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An application on this machine that is told of decisions. */
final class Target implements AutoCloseable {
  private final HttpServer server;
  private final List<Heard> heard = new ArrayList<>();
  private volatile int status = 200;
  private volatile String location = "";

  Target() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** One message as it came. */
  record Heard(String id, String timestamp, String signature, String type, String body) {}

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
  }

  void answer(int other) {
    status = other;
  }

  void redirectTo(String url) {
    status = 307;
    location = url;
  }

  synchronized List<Heard> heard() {
    return List.copyOf(heard);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      synchronized (this) {
        heard.add(
            new Heard(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                exchange.getRequestHeaders().getFirst("content-type"),
                body));
      }
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().add("location", location);
      }
      byte[] answer = "ok".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
