package dev.tenlines.bench.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenlines.bench.soak.SmallShop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** An application that is told of decisions, and counts them. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/decided";
  }

  /** The ids of messages by the review they tell of. */
  Map<String, Set<String>> messages() {
    return Map.copyOf(messages);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
      String signed = exchange.getRequestHeaders().getFirst("webhook-signature");
      if (!signed.equals("v1," + hmac(id + "." + time + "." + body))) {
        problems.add("message " + id + " is signed wrongly");
      }
      String review = JsonMapper.shared().readTree(body).path("data").path("review").asString();
      messages.computeIfAbsent(review, any -> ConcurrentHashMap.newKeySet()).add(id);
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /** By code of its own: what signs and what checks must not share one mistake. */
  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = SmallShop.SECRET.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
