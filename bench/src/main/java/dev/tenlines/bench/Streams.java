package dev.tenlines.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many event streams at once, each read to its last event.
 *
 * @param keys one of them for each stream, in turn
 * @param body what each asks
 * @param end how the line begins that a complete stream has
 */
record Streams(int port, String path, List<String> keys, String body, String end) {

  /** How many came to their end, and how long these took. */
  record Result(int complete, double p50Millis, double p99Millis) {}

  /** Reads so many at once. */
  Result run(int count) {
    List<Future<Long>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        String key = keys.get(i % keys.size());
        all.add(threads.submit(() -> one(key)));
      }
    }
    long[] nanos =
        all.stream()
            .filter(one -> one.state() == Future.State.SUCCESS && one.resultNow() >= 0)
            .mapToLong(Future::resultNow)
            .sorted()
            .toArray();
    return nanos.length == 0
        ? new Result(0, 0, 0)
        : new Result(
            nanos.length, nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6);
  }

  /** The time until the last event, or -1 where it never came. */
  private long one(String key) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + key
            + "\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, whole, start.length, bytes.length);
    long began = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(whole);
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(end)) {
          return System.nanoTime() - began;
        }
      }
    }
    return -1;
  }
}
