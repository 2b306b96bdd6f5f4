package dev.tenlines.server;

import dev.tenlines.Tenlines;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** The server that {@code serve} starts, in this process and on a free port. */
public record RunningServer(ConfigurableApplicationContext context) implements AutoCloseable {

  /** Starts to serve a project directory. */
  public static RunningServer start(Path directory) {
    return new RunningServer(Server.start(directory, "127.0.0.1", 0));
  }

  /** What is served. */
  public Tenlines tenlines() {
    return context.getBean(Tenlines.class);
  }

  /** Where it listens, without a slash at the end. */
  public String address() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @Override
  public void close() {
    context.close();
  }
}
