package dev.tenlines.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gateways of others, installed from their own packages when first needed, into the directory that
 * {@code TENLINES_PEERS} names, else one in the temporary directory.
 */
record Peers(Path cache) {
  private static final String PORTKEY = "@portkey-ai/gateway@1.15.2";
  private static final String LITELLM = "litellm[proxy]==1.106.2";
  private static final int INSTALL_MINUTES = 10;
  private static final int START_SECONDS = 90;
  private static final int POLL_MILLIS = 200;

  static Peers usual() throws IOException {
    String named = System.getenv("TENLINES_PEERS");
    Path cache =
        named == null
            ? Path.of(System.getProperty("java.io.tmpdir"), "tenlines-peers")
            : Path.of(named);
    return new Peers(Files.createDirectories(cache));
  }

  /** A gateway that listens. */
  record Running(Process process, int port) implements AutoCloseable {
    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  /** The Portkey gateway; it finds the provider in the headers of each request. */
  @Nullable Running portkey() throws IOException {
    Path start = cache.resolve("node_modules/@portkey-ai/gateway/build/start-server.js");
    if (!Files.exists(start)
        && !done("npm", "install", "--no-audit", "--no-fund", "--prefix", cache + "", PORTKEY)) {
      return null;
    }
    int port = LocalServer.freePort();
    return running(
        port,
        Map.of("PORT", port + ""),
        List.of("node", start.toString(), "--headless", "--port=" + port));
  }

  /** The LiteLLM proxy with two workers and one model, {@code mock}. */
  @Nullable Running litellm(String mock, String key) throws IOException {
    Path home = cache.resolve("litellm");
    Path program = home.resolve("bin/litellm");
    if (!Files.exists(program)
        && !(done("python3", "-m", "venv", home.toString())
            && done(home.resolve("bin/pip").toString(), "install", "-q", LITELLM))) {
      return null;
    }
    Path models = Files.createTempFile("litellm", ".yaml");
    Files.writeString(
        models,
        """
        model_list:
          - { model_name: mock, litellm_params: { model: openai/mock, api_base: "%s", api_key: mock } }
        """
            .formatted(mock));
    int port = LocalServer.freePort();
    return running(
        port,
        Map.of("LITELLM_MASTER_KEY", key, "LITELLM_LOCAL_MODEL_COST_MAP", "True"),
        List.of(
            program.toString(),
            "--config",
            models.toString(),
            "--host",
            "127.0.0.1",
            "--port",
            port + "",
            "--num_workers",
            "2"));
  }

  private static boolean done(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  private static @Nullable Running running(
      int port, Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Running running = new Running(process, port);
    try {
      for (int i = 0; i < START_SECONDS * 1000 / POLL_MILLIS; i++) {
        if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return null;
        }
        if (listens(port)) {
          return running;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    running.close();
    return null;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), POLL_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
