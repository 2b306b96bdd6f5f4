package dev.tenlines.spring.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without script: it keeps cookies and sends a form's token, and follows nothing. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final ConsoleServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  final Map<String, String> cookies = new LinkedHashMap<>();
  private String token = "";
  private boolean scripted;

  Browser(ConsoleServer server) {
    this.server = server;
  }

  /** An answer. */
  record Page(int status, String body, HttpResponse<String> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The address a redirect leads to, without the console's path. */
    String location(ConsoleServer server) {
      return header("Location").substring(server.path.length());
    }

    /** The page's words, without its markup. */
    String words() {
      return body.replaceAll("(?s)<(script|style).*?</\\1>", " ")
          .replaceAll("<[^>]*>", " ")
          .replaceAll("\\s+", " ");
    }
  }

  Page get(String page) {
    return send(HttpRequest.newBuilder(URI.create(server.address(page))).GET());
  }

  Page outside(String page) {
    return send(HttpRequest.newBuilder(URI.create(server.outside(page))).GET());
  }

  /** Goes where a page leads until it leads no further. */
  Page follow(Page page) {
    Page now = page;
    while (now.status() == 303) {
      now = get(now.location(server));
    }
    return now;
  }

  /** Sends a form with the token of the page before. */
  Page post(String page, String... namesAndValues) {
    return post(page, token, namesAndValues);
  }

  /** Sends a form as the page's script does. */
  Page scripted(String page, String... namesAndValues) {
    scripted = true;
    try {
      return post(page, token, namesAndValues);
    } finally {
      scripted = false;
    }
  }

  Page postWithout(String page, String... namesAndValues) {
    return post(page, "", namesAndValues);
  }

  private Page post(String page, String csrf, String... namesAndValues) {
    StringJoiner form = new StringJoiner("&");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.add(namesAndValues[i] + "=" + encoded(namesAndValues[i + 1]));
    }
    if (!csrf.isEmpty()) {
      form.add("_csrf=" + encoded(csrf));
    }
    return post(
        page, "application/x-www-form-urlencoded", BodyPublishers.ofString(form.toString()));
  }

  /** Uploads a file beside fields. */
  Page upload(String page, String fileName, byte[] file, String... namesAndValues) {
    String border = "----border";
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      part(head, border, namesAndValues[i], namesAndValues[i + 1]);
    }
    part(head, border, "_csrf", token);
    head.append("--" + border + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
    head.append(fileName + "\"\r\nContent-Type: text/csv\r\n\r\n");
    return post(
        page,
        "multipart/form-data; boundary=" + border,
        BodyPublishers.concat(
            BodyPublishers.ofString(head.toString()),
            BodyPublishers.ofByteArray(file),
            BodyPublishers.ofString("\r\n--" + border + "--\r\n")));
  }

  private static void part(StringBuilder out, String border, String name, String value) {
    out.append("--" + border + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
    out.append(value).append("\r\n");
  }

  private Page post(String page, String type, BodyPublisher body) {
    return send(
        HttpRequest.newBuilder(URI.create(server.address(page)))
            .header("Content-Type", type)
            .POST(body));
  }

  private Page send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      StringJoiner all = new StringJoiner("; ");
      cookies.forEach((name, value) -> all.add(name + "=" + value));
      request.header("Cookie", all.toString());
    }
    if (scripted) {
      request.header("HX-Request", "true");
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      Matcher found = TOKEN.matcher(response.body());
      token = found.find() ? found.group(1) : token;
      return new Page(response.statusCode(), response.body(), response);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void keep(String cookie) {
    String[] pair = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
