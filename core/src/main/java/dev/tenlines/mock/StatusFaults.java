package dev.tenlines.mock;

import dev.tenlines.mock.voice.Trouble;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** {@code S}: what a status line and headers can do. */
final class StatusFaults {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String FAR = "Fri, 31 Dec 9999 23:59:59 GMT";
  private static final int MILLIS = 250;

  private StatusFaults() {}

  static Reply play(Fault fault, Scene scene) {
    return switch (fault) {
      case S01 -> rate(scene, retryAfter(String.valueOf(scene.style().retryAfter().toSeconds())));
      case S02 -> rate(scene, retryAfter(date(scene)));
      case S03 -> rate(scene, retryAfter(scene.pick("0", "-1", "NaN", "1e12")));
      case S04 -> limited(scene);
      case S05 -> scene.error(Trouble.RATE);
      case S06 -> scene.error(Trouble.MONEY);
      case S07 -> scene.error(Trouble.OVERLOADED);
      case S09 ->
          Scene.plain(scene.pick(502, 520, 521, 524), Http.HTML, "server: cloudflare\r\n", page());
      case S10 -> scene.error(scene.pick(Trouble.KEY, Trouble.PERMISSION));
      case S11 -> scene.error(Trouble.MODEL);
      case S12 -> scene.error(Trouble.CONTEXT);
      case S13 -> scene.error(Trouble.POLICY);
      case S14 -> scene.error(Trouble.LARGE);
      case S15 -> scene.error(scene.pick(Trouble.TIMEOUT, Trouble.CONFLICT));
      case S16 -> elsewhere(scene);
      case S17 -> Scene.plain(200, Http.JSON, "", error(scene));
      case S18 -> Scene.plain(200, Http.HTML, "", page());
      case S19 -> Scene.plain(200, Http.JSON, "", new byte[0]);
      case S20 -> scene.good(scene.limits() + scene.pick(longHeader(), manyHeaders()));
      default ->
          scene.error(
              scene.pick(Trouble.SERVER, Trouble.GATEWAY, Trouble.UNAVAILABLE, Trouble.SLOW));
    };
  }

  private static Reply rate(Scene scene, String headers) {
    return scene.error(429, Trouble.RATE, headers, false);
  }

  private static String retryAfter(String value) {
    return "retry-after: " + value + "\r\n";
  }

  private static String date(Scene scene) {
    Instant ahead = scene.now().plus(scene.style().retryAfter()).truncatedTo(ChronoUnit.SECONDS);
    return scene.pick(
        HTTP_DATE.format(ahead.plusSeconds(1)),
        HTTP_DATE.format(scene.now().minusSeconds(3600)),
        FAR);
  }

  /** Says how long to wait in the dialect's own way and in no other. */
  private static Reply limited(Scene scene) {
    if (scene.dialect() == Dialect.GEMINI) {
      return scene.error(429, Trouble.RATE, "", true);
    }
    if (Math.floorMod(scene.variant(), 2) == 0) {
      return rate(scene, "retry-after-ms: " + MILLIS + "\r\n");
    }
    Instant reset = scene.now().plus(scene.style().retryAfter()).truncatedTo(ChronoUnit.SECONDS);
    return rate(
        scene,
        scene.dialect() == Dialect.ANTHROPIC
            ? "anthropic-ratelimit-requests-limit: 50\r\n"
                + "anthropic-ratelimit-requests-remaining: 0\r\n"
                + "anthropic-ratelimit-requests-reset: "
                + reset
                + "\r\n"
            : "x-ratelimit-limit-requests: 60\r\nx-ratelimit-remaining-requests: 0\r\n"
                + "x-ratelimit-reset-requests: "
                + MILLIS
                + "ms\r\n");
  }

  /** To the mock itself by another name: whatever follows is seen among the requests. */
  private static Reply elsewhere(Scene scene) {
    String path =
        switch (scene.dialect()) {
          case ANTHROPIC -> "/v1/messages";
          case OPENAI -> "/v1/chat/completions";
          case GEMINI -> "/v1beta/models/" + scene.asked().model() + ":generateContent";
          case OLLAMA -> "/api/chat";
        };
    String to = "location: http://localhost:" + scene.port() + path + "\r\n";
    return Scene.plain(scene.pick(307, 308), "text/plain", to, new byte[0]);
  }

  private static byte[] error(Scene scene) {
    return JsonMapper.shared()
        .writeValueAsBytes(
            scene.voice().error(Trouble.SERVER, Trouble.SERVER.said(), null, scene.id()));
  }

  private static byte[] page() {
    return Http.bytes(
        "<!DOCTYPE html><html><head><title>Something went wrong</title></head><body><h1>Bad"
            + " gateway</h1><p>"
            + "The web server reported a gateway error. ".repeat(40)
            + "</p></body></html>\n");
  }

  private static String longHeader() {
    return "x-long: " + "a".repeat(64 * 1024) + "\r\n";
  }

  private static String manyHeaders() {
    StringBuilder headers = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      headers.append("x-many-").append(i).append(": ").append(i).append("\r\n");
    }
    return headers.toString();
  }
}
