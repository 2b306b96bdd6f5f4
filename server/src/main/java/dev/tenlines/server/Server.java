package dev.tenlines.server;

import dev.tenlines.TenlinesException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The starter with API and console on, in a web server of its own. */
final class Server {
  private Server() {}

  /** Starts to listen; the context that comes back is ready for requests. */
  static ConfigurableApplicationContext start(Path directory, String address, int port) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("tenlines.directory", directory.toString());
    settings.put("tenlines.api.enabled", "true");
    settings.put("tenlines.console.enabled", "true");
    settings.put("tenlines.console.path", "");
    settings.put(
        "tenlines.console.first-user", "false"); // The command line makes it, and prints it.
    settings.put("server.address", address);
    settings.put("server.port", port);
    settings.put("server.shutdown", "graceful");
    settings.put("spring.lifecycle.timeout-per-shutdown-phase", "20s");
    settings.put("spring.threads.virtual.enabled", "true");
    // A client that asks all day keeps its connection: the default closes it every 100 requests.
    settings.put("server.tomcat.max-keep-alive-requests", "-1");
    settings.put("spring.servlet.multipart.max-file-size", "20MB");
    settings.put("spring.servlet.multipart.max-request-size", "21MB");
    settings.put("spring.main.lazy-initialization", "false");
    settings.put("spring.jmx.enabled", "false");
    // Spring would say in a banner of its own what the command line says in one line.
    settings.put("logging.level.org.springframework.boot.diagnostics", "off");
    settings.put("logging.level.org.springframework.boot.SpringApplication", "off");
    settings.put("logging.level.org.springframework.context", "error");
    settings.put("management.observations.enable.spring.security", "false");
    settings.put("management.endpoints.web.exposure.include", "health");
    SpringApplication application = new SpringApplication(Settings.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(settings);
    return run(application);
  }

  /** What is wrong with the project is said as everywhere else, not in the words of Spring. */
  private static ConfigurableApplicationContext run(SpringApplication application) {
    try {
      return application.run();
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof TenlinesException own) {
          throw own;
        }
      }
      throw e;
    }
  }

  /** What the context is made of: whatever the class path offers. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  // Who may call is decided by keys and the console's own users: no user made up at the start.
  @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
  static class Settings {}
}
