package dev.tenlines.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server of a small model: the one that {@code TENLINES_LLM_URL} names, else llama.cpp's with
 * Qwen out of the folder beside the checkout.
 *
 * @param process ours to end, or null where it ran already
 */
record LocalServer(String url, @Nullable Process process) implements AutoCloseable {
  private static final int MOST_SECONDS = 900;

  /** Finds or starts one; null, and said loudly, where that cannot be done. */
  static @Nullable LocalServer find(Path home, Bench.Log log) throws IOException {
    String running = System.getenv("TENLINES_LLM_URL");
    if (running != null) {
      return new LocalServer(running, null);
    }
    Path serve = home.resolve("../shared/llm/serve").normalize();
    if (!Files.isExecutable(serve)) {
      log.skip("llm-local", "TENLINES_LLM_URL is not set and there is no " + serve);
      return null;
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(serve.toString(), "qwen", Integer.toString(port))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    LocalServer server = new LocalServer("http://127.0.0.1:" + port, process);
    if (!server.ready(process)) {
      server.close();
      log.skip("llm-local", "the server of the model did not start");
      return null;
    }
    return server;
  }

  private boolean ready(Process process) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int second = 0; second < MOST_SECONDS; second++) {
        if (process.waitFor(1, TimeUnit.SECONDS)) {
          return false;
        }
        if (healthy(client)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private boolean healthy(HttpClient client) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
