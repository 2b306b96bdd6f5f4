package dev.tenlines.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server process of its own, as a user starts it.
 *
 * @param key the application's key of the first start
 * @param password the administrator's
 * @param seconds from the call to the line that says it listens
 */
public record Served(Process process, int port, String key, String password, double seconds)
    implements AutoCloseable {
  private static final Pattern LISTENS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern KEY = Pattern.compile("tl_[0-9a-z]+");
  private static final Pattern PASSWORD = Pattern.compile("password: (\\S+)");

  static Served start(Path home, Path project) throws IOException {
    return start(Launch.of(home), project);
  }

  static Served start(Launch launch, Path project) throws IOException {
    long began = System.nanoTime();
    Process process = launch.start("serve", "--port", "0", "--project", project.toString());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String key = "";
    String password = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      key = found(KEY, line, 0, key);
      password = found(PASSWORD, line, 1, password);
      String port = found(LISTENS, line, 1, "");
      if (!port.isEmpty()) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Served(process, Integer.parseInt(port), key, password, seconds);
      }
    }
    throw new IOException("the server ended before it listened");
  }

  private static String found(Pattern pattern, String line, int group, String otherwise) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(group) : otherwise;
  }

  /** Ends it without a warning, as a power cut or the kernel does. */
  public void kill() {
    process.toHandle().destroyForcibly();
    var unused = process.onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
