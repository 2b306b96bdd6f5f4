package dev.tenlines.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Asks one server over kept connections as fast as it answers, each connection one request at a
 * time. It does next to nothing itself: it shares the cores with what it measures.
 *
 * @param headers further header lines, each with its end
 * @param bodies the body of the n-th request
 */
record Load(
    String host,
    int port,
    String path,
    String key,
    String headers,
    int connections,
    LongFunction<String> bodies) {
  private static final int MOST_KEPT = 4_000_000;

  /** What was measured. */
  record Result(double perSecond, double p50Millis, double p99Millis, long failed) {}

  /** Asks for a while and measures. */
  Result run(Duration length) throws IOException {
    AtomicLong number = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    long end = System.nanoTime() + length.toNanos();
    long began = System.nanoTime();
    List<Future<long[]>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        all.add(threads.submit(() -> connection(end, number, failed)));
      }
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    long[] nanos = all.stream().flatMapToLong(f -> Arrays.stream(f.resultNow())).sorted().toArray();
    return new Result(
        nanos.length / seconds,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        failed.get());
  }

  private long[] connection(long end, AtomicLong number, AtomicLong failed) throws IOException {
    long[] nanos = new long[MOST_KEPT / connections];
    int count = 0;
    try (Socket socket = new Socket(host, port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
      while (System.nanoTime() < end && count < nanos.length) {
        long began = System.nanoTime();
        out.write(request(bodies.apply(number.getAndIncrement())));
        out.flush();
        int status = answer(in);
        if (status != 200 && status != 202) {
          failed.incrementAndGet();
        }
        nanos[count++] = System.nanoTime() - began;
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  private byte[] request(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nAuthorization: Bearer "
            + key
            + "\r\n"
            + headers
            + "Content-Type: application/json\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    byte[] whole =
        Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + bytes.length);
    System.arraycopy(bytes, 0, whole, head.length(), bytes.length);
    return whole;
  }

  /** Reads one response to its end and returns its status. */
  private static int answer(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).substring(9, 12));
    int length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
      return status;
    }
    for (int chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
      in.skipNBytes(chunk + 2L);
    }
    line(in);
    return status;
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
