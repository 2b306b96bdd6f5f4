package dev.tenlines.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** An application that is told of decisions, refuses every tenth message, and keeps the others. */
final class Hook implements AutoCloseable {
  private static final byte[] KEY =
      Base64.getDecoder().decode(KilledServer.SECRET.substring("whsec_".length()));

  private final HttpServer server;
  private final SplittableRandom random;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeated = new AtomicInteger();

  Hook(long seed) throws IOException {
    random = new SplittableRandom(seed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/decided";
  }

  /** The ids of the messages that told of a review. */
  Set<String> messages(String review) {
    return messages.getOrDefault(review, Set.of());
  }

  Set<String> reviews() {
    return new HashSet<>(messages.keySet());
  }

  int repeated() {
    return repeated.get();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      String body = new String(bytes, StandardCharsets.UTF_8);
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
      String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
      if (!signature.equals("v1," + hmac(id + "." + time + "." + body))) {
        problems.add("message " + id + " is signed wrongly");
      }
      boolean taken = random.nextInt(10) > 0;
      if (taken) {
        keep(id, body);
      }
      exchange.sendResponseHeaders(taken ? 204 : 503, -1);
    }
  }

  private void keep(String id, String body) {
    String before = bodies.put(id, body);
    if (before != null) {
      repeated.incrementAndGet();
      if (!before.equals(body)) {
        problems.add("message " + id + " came with two bodies");
      }
    }
    String review = JsonMapper.shared().readTree(body).get("data").get("review").asString();
    messages.computeIfAbsent(review, any -> ConcurrentHashMap.newKeySet()).add(id);
  }

  private static String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
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
