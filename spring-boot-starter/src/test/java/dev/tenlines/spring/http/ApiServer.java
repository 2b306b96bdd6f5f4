package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** A real server on a free port, over a project of its own. */
final class ApiServer implements AutoCloseable {
  static final String PROJECT =
      """
      features:
        triage:
          labels: { delivery: "Where is my parcel?", returns: "", lost_card: "" }
          rungs: [rules, cache, review]
          review: { audits: 0%, due: 1h }
        hinted:
          labels: { delivery: "", returns: "", lost_card: "" }
          stage: assist
          rungs: [rules, review]
          review: { audits: 0% }
        checked:
          labels: { delivery: "", returns: "", lost_card: "" }
          rungs: [rules, review]
          review: { audits: 100% }
        reply:
          kind: draft
        unmanned:
          labels: { delivery: "", returns: "", lost_card: "" }
          rungs: [rules]
      """;
  static final String RULES =
      """
      - when: fields.vip == true
        then: returns
      - when: input.mentions("arrived", "parcel")
        then: delivery
      - when: input.mentions("stolen")
        then: lost_card
      """;

  final TickingClock clock = new TickingClock();
  final Tenlines tenlines;
  final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  /** An application that has nothing of its own. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Plain {}

  private ApiServer(
      Path directory,
      ApiLimits limits,
      UnaryOperator<TenlinesBuilder> builder,
      Class<?> application) {
    project(directory);
    tenlines = builder.apply(Tenlines.in(directory).clock(clock)).open();
    SpringApplication spring = new SpringApplication(application);
    spring.setDefaultProperties(
        Map.of(
            "tenlines.api.enabled",
            "true",
            "server.port",
            "0",
            "spring.main.banner-mode",
            "off",
            "logging.level.root",
            "error"));
    ApplicationContextInitializer<GenericApplicationContext> beans =
        started -> {
          started.registerBean(
              Tenlines.class, () -> tenlines, bean -> bean.setDestroyMethodName(""));
          started.registerBean(Clock.class, () -> clock);
          started.registerBean(ApiLimits.class, () -> limits);
        };
    spring.addInitializers(beans);
    context = spring.run();
  }

  static ApiServer start(Path directory) {
    return start(directory, ApiLimits.DEFAULT, builder -> builder, Plain.class);
  }

  static ApiServer start(
      Path directory,
      ApiLimits limits,
      UnaryOperator<TenlinesBuilder> builder,
      Class<?> application) {
    return new ApiServer(directory, limits, builder, application);
  }

  private static void project(Path directory) {
    try {
      Files.createDirectories(directory.resolve("rules"));
      Files.writeString(directory.resolve("tenlines.yaml"), PROJECT);
      for (String feature : List.of("triage", "hinted", "checked", "unmanned")) {
        Files.writeString(directory.resolve("rules").resolve(feature + ".yaml"), RULES);
      }
      Files.createDirectories(directory.resolve("macros"));
      Files.writeString(
          directory.resolve("macros/late.md"),
          "---\ntitle: Where is my parcel, it is late\n---\nHi {{customer}}, it comes soon.\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A caller with a key of their own. */
  Caller caller(String name, String tenant, Role role) {
    return new Caller(tenlines.access().createKey(name, tenant, role));
  }

  Caller application(String tenant) {
    return caller("shop", tenant, Role.APPLICATION);
  }

  Caller reviewer(String name, String tenant) {
    return caller(name, tenant, Role.REVIEWER);
  }

  Caller admin(String tenant) {
    return caller("boss", tenant, Role.ADMIN);
  }

  Caller stranger() {
    return new Caller(null);
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  int port() {
    return Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
    tenlines.close();
  }

  /** Whoever holds a key, and what they send. */
  final class Caller {
    final String key;

    Caller(String key) {
      this.key = key;
    }

    Answer get(String path, String... headers) {
      return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer delete(String path) {
      return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer put(String path) {
      return send("PUT", path, BodyPublishers.noBody());
    }

    Answer post(String path, String json, String... headers) {
      return post(path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
      List<String> all = new ArrayList<>(List.of(headers));
      if (!all.contains("Content-Type")) {
        all.addAll(List.of("Content-Type", "application/json"));
      }
      return send("POST", path, BodyPublishers.ofByteArray(body), all.toArray(String[]::new));
    }

    /** Asks a feature about a text. */
    Answer ask(String feature, String input, String... headers) {
      return post(
          "/v1/features/" + feature + "/requests", "{\"input\": \"" + input + "\"}", headers);
    }

    Answer decide(String review, String verdict) {
      return post("/v1/reviews/" + review + "/verdict", verdict);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
      HttpRequest.Builder call = HttpRequest.newBuilder(address(path)).method(method, body);
      if (key != null) {
        call.header("Authorization", "Bearer " + key);
      }
      if (headers.length > 0) {
        call.headers(headers);
      }
      try {
        HttpResponse<String> response = http.send(call.build(), BodyHandlers.ofString());
        Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
        Contract.check(method, path, answer);
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
