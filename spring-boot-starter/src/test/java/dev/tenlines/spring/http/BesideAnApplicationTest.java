package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.access.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** The API beside an application that has habits of its own. */
class BesideAnApplicationTest {
  @TempDir Path directory;

  /** An application with one page and no word on security. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Page.class)
  static class Silent {}

  /** An application that logs in by form, wraps every body and catches every error. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({Page.class, Habits.class})
  static class Opinionated {
    @Bean
    SecurityFilterChain own(HttpSecurity http) {
      return http.authorizeHttpRequests(
              all -> all.requestMatchers("/open", "/boom").permitAll().anyRequest().authenticated())
          .formLogin(form -> {})
          .build();
    }
  }

  /** A page of the application. */
  @RestController
  static class Page {
    @GetMapping("/hello")
    Map<String, String> hello() {
      return Map.of("hello", "you");
    }

    @GetMapping("/open")
    Map<String, String> open() {
      return Map.of("hello", "everybody");
    }

    @GetMapping("/boom")
    Map<String, String> boom() {
      throw new IllegalStateException("boom");
    }
  }

  /** What applications do to all of their answers. */
  @RestControllerAdvice
  static class Habits implements ResponseBodyAdvice<Object> {
    @Override
    public boolean supports(
        MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
      return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
        @Nullable Object body,
        MethodParameter type,
        MediaType media,
        Class<? extends HttpMessageConverter<?>> converter,
        ServerHttpRequest request,
        ServerHttpResponse response) {
      return Map.of("wrapped", "" + body);
    }

    @ExceptionHandler(Exception.class)
    Map<String, String> caught(Exception e) {
      return Map.of("caught", e.getClass().getSimpleName());
    }
  }

  private ApiServer start(Class<?> application) {
    return ApiServer.start(directory, ApiLimits.DEFAULT, builder -> builder, application);
  }

  @Test
  void api_leavesTheSecurityThatBootGivesAlone() {
    try (ApiServer server = start(Silent.class)) {
      assertThat(server.stranger().get("/hello").status()).isEqualTo(401);
      assertThat(server.application("a").get("/hello").status())
          .as("a key of the API opens nothing else")
          .isEqualTo(401);
      assertThat(server.application("a").get("/v1/features").status()).isEqualTo(200);
    }
  }

  @Test
  void api_keepsItsContract_andTheApplicationItsHabits() {
    try (ApiServer server = start(Opinionated.class)) {
      ApiServer.Caller shop = server.application("a");

      assertThat(shop.get("/open").body()).contains("wrapped");
      assertThat(shop.get("/boom").body()).contains("caught");
      assertThat(shop.get("/hello").status()).isEqualTo(302);
      assertThat(shop.ask("triage", "parcel").text("value")).isEqualTo("delivery");
      shop.get("/v1/requests/r_never").isProblem(404, "TL-504");
      shop.get("/v1/nothing").isProblem(404, "TL-504");
      shop.delete("/v1/features").isProblem(405, "TL-510");
      server.stranger().get("/v1/features").isProblem(401, "TL-502");
      assertThat(shop.get("/v1/features").headers().map()).doesNotContainKey("set-cookie");
    }
  }

  @Test
  void api_takesNoLoginOfTheApplication() {
    try (ApiServer server = start(Silent.class)) {
      server.stranger().get("/v1/features", "Cookie", "JSESSIONID=x").isProblem(401, "TL-502");
    }
  }

  @Test
  void aRevokedKey_isDeadWithinFiveSeconds() {
    try (ApiServer server = start(ApiServer.Plain.class)) {
      ApiServer.Caller shop = server.application("a");
      assertThat(shop.get("/v1/features").status()).isEqualTo(200);
      Access access = server.tenlines.access();
      assertThat(access.revokeKey("a", access.keys("a").getFirst().id())).isTrue();

      server.clock.advance(Duration.ofSeconds(5));

      shop.get("/v1/features").isProblem(401, "TL-502");
    }
  }

  @Test
  void aBusyKey_asksTheDatabaseOnceInAWhile() {
    try (ApiServer server = start(ApiServer.Plain.class)) {
      ApiServer.Caller shop = server.application("a");
      shop.get("/v1/features");
      Access access = server.tenlines.access();
      access.revokeKey("a", access.keys("a").getFirst().id());

      assertThat(shop.get("/v1/features").status()).as("remembered for a moment").isEqualTo(200);
    }
  }
}
