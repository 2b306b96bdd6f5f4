package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.access.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** API and console in applications with a security chain of their own, and without. */
@ExtendWith(OutputCaptureExtension.class)
class TenlinesHttpAutoConfigurationTest {
  private static final String[] ON = {"tenlines.api.enabled=true", "tenlines.console.enabled=true"};

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "tenlines.api.enabled, org.springframework.security, spring-boot-starter-security",
    "tenlines.console.enabled, org.springframework.security, spring-boot-starter-security",
    "tenlines.api.enabled, org.springframework.web.servlet, spring-boot-starter-webmvc"
  })
  void switchedOn_withoutWhatItNeeds_saysWhatToAdd(
      String property, String missing, String starter) {
    Contexts.in(directory)
        .withConfiguration(AutoConfigurations.of(TenlinesHttpAutoConfiguration.class))
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues(property + "=true")
        .withClassLoader(new FilteredClassLoader(missing))
        .run(context -> {
          TenlinesException refused = TenlinesPropertiesTest.refusal(context.getStartupFailure());
          assertThat(refused.id()).isEqualTo("TL-520");
          assertThat(refused.what()).contains(property, starter);
          assertThat(refused.hint()).contains("org.springframework.boot:" + starter);
        });
  }

  @Test
  void switchedOff_needsNeitherSecurityNorWeb() {
    Contexts.in(directory)
        .withConfiguration(AutoConfigurations.of(TenlinesHttpAutoConfiguration.class))
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withClassLoader(
            new FilteredClassLoader("org.springframework.security", "org.springframework.web"))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Tenlines.class));
  }

  @Test
  void switchedOn_inAnApplicationThatServesNothing_isQuiet() {
    Contexts.in(directory)
        .withConfiguration(AutoConfigurations.of(TenlinesHttpAutoConfiguration.class))
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues(ON)
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Tenlines.class));
  }

  @Test
  void ownChain_keepsItsPages(CapturedOutput log) throws Exception {
    try (ConfigurableApplicationContext context = start(OwnChain.class, ON)) {
      assertThat(get(context, "/open").body()).isEqualTo("open");
      assertThat(get(context, "/closed").statusCode()).isEqualTo(401);
      assertThat(get(context, "/closed").headers().firstValue("www-authenticate").orElse(""))
          .startsWith("Basic");
      assertThat(get(context, "/v1/features").body()).contains("TL-502");
      assertThat(get(context, "/tenlines").headers().firstValue("location").orElse(""))
          .contains("/tenlines/");
      String key =
          context
              .getBean(Tenlines.class)
              .access()
              .createKey("test", Request.SINGLE_TENANT, Role.APPLICATION);
      assertThat(get(context, "/v1/features", "Bearer " + key).body()).contains("triage");
      assertThat(get(context, "/closed", "Bearer " + key).statusCode()).isEqualTo(401);
    }
    assertThat(log).contains("first user: admin with the password");
  }

  /** Spring Boot closes everything while there is no chain; ours must not open it. */
  @Test
  void withoutAnOwnChain_applicationStaysClosed() throws Exception {
    try (ConfigurableApplicationContext context = start(NoChain.class, ON)) {
      assertThat(get(context, "/open").statusCode()).isIn(302, 401);
      assertThat(get(context, "/v1/features").body()).contains("TL-502");
      assertThat(
              context.getBeansOfType(
                  org.springframework.security.core.userdetails.UserDetailsService.class))
          .isNotEmpty();
    }
  }

  @Test
  void switchedOff_leavesItsAddressesToTheApplication() throws Exception {
    try (ConfigurableApplicationContext context = start(OwnChain.class)) {
      assertThat(context.getBeansOfType(SecurityFilterChain.class)).hasSize(1);
      assertThat(get(context, "/v1/features").statusCode()).isEqualTo(401);
      assertThat(get(context, "/v1/features").body()).doesNotContain("TL-");
    }
  }

  @Test
  void firstUser_isMadeOnce(CapturedOutput log) {
    start(OwnChain.class, ON).close();
    int made = log.toString().split("first user: admin", -1).length;
    start(OwnChain.class, ON).close();

    assertThat(made).isEqualTo(2);
    assertThat(log.toString().split("first user: admin", -1)).hasSize(2);
  }

  private ConfigurableApplicationContext start(Class<?> application, String... properties) {
    SpringApplication spring = new SpringApplication(application);
    spring.addInitializers(Contexts.yaml(Contexts.TWO_FEATURES));
    String[] arguments = new String[properties.length + 2];
    for (int i = 0; i < properties.length; i++) {
      arguments[i] = "--" + properties[i];
    }
    arguments[properties.length] = "--server.port=0";
    arguments[properties.length + 1] = "--tenlines.directory=" + directory;
    return spring.run(arguments);
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
      throws Exception {
    return get(context, path, "");
  }

  private static HttpResponse<String> get(
      ConfigurableApplicationContext context, String path, String authorization) throws Exception {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @RestController
  static class Pages {
    @GetMapping("/open")
    String open() {
      return "open";
    }

    @GetMapping("/closed")
    String closed() {
      return "closed";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class NoChain {
    @Bean
    Pages pages() {
      return new Pages();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class OwnChain {
    @Bean
    Pages pages() {
      return new Pages();
    }

    @Bean
    SecurityFilterChain own(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(
              pages -> pages.requestMatchers("/open").permitAll().anyRequest().authenticated())
          .httpBasic(Customizer.withDefaults())
          .build();
    }
  }
}
