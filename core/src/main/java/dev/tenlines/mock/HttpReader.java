package dev.tenlines.mock;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests off one connection, into one buffer that is used again and again. */
final class HttpReader {
  private static final int MOST_HEAD = 64 * 1024;
  private static final int MOST_BODY = 64 * 1024 * 1024;
  private static final int KEPT = 256 * 1024;

  private final Socket socket;
  private final InputStream in;
  private byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;

  HttpReader(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** A request; the body stands in the reader's buffer until the next one is read. */
  record HttpRequest(
      String method,
      String target,
      Map<String, String> headers,
      byte[] buffer,
      int at,
      int length) {

    /** Whether the client wants no further answer on this connection. */
    boolean last() {
      return headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    }
  }

  /** What came was not HTTP, or too much of it. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1;
    private final int status;

    Malformed(int status, String message) {
      super(message);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** The next request, or null when the client is done. */
  @Nullable HttpRequest next() throws IOException {
    compact();
    int end = headEnd();
    if (end < 0) {
      return null;
    }
    String head = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    from = end + 4;
    int line = head.indexOf("\r\n");
    String[] first = (line < 0 ? head : head.substring(0, line)).split(" ");
    if (first.length != 3 || !first[2].startsWith("HTTP/1.")) {
      throw new Malformed(400, "no HTTP/1.1 request line");
    }
    Map<String, String> headers = headers(head, line < 0 ? head.length() : line + 2);
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      socket.getOutputStream().write(Http.bytes("HTTP/1.1 100 Continue\r\n\r\n"));
    }
    if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
      byte[] body = chunks();
      return new HttpRequest(first[0], first[1], headers, body, 0, body.length);
    }
    int length = number(headers.getOrDefault("content-length", "0"), 10);
    fill(length);
    HttpRequest request = new HttpRequest(first[0], first[1], headers, buffer, from, length);
    from += length;
    return request;
  }

  /** What was read ahead goes to the front; a buffer that grew for one request is given back. */
  private void compact() {
    if (buffer.length > KEPT && to - from < KEPT) {
      buffer = Arrays.copyOfRange(buffer, from, from + KEPT);
    } else {
      System.arraycopy(buffer, from, buffer, 0, to - from);
    }
    to -= from;
    from = 0;
  }

  /** Where the empty line begins, or -1 when nothing more comes. */
  private int headEnd() throws IOException {
    int looked = from;
    while (true) {
      for (int i = looked; i + 3 < to; i++) {
        if (buffer[i] == '\r'
            && buffer[i + 1] == '\n'
            && buffer[i + 2] == '\r'
            && buffer[i + 3] == '\n') {
          return i;
        }
      }
      looked = Math.max(from, to - 3);
      if (to - from > MOST_HEAD) {
        throw new Malformed(431, "more than 64 KB of headers");
      }
      if (!more()) {
        return -1;
      }
    }
  }

  private static Map<String, String> headers(String head, int from) throws Malformed {
    Map<String, String> headers = new HashMap<>(32);
    int at = from;
    while (at < head.length()) {
      int next = head.indexOf("\r\n", at);
      int end = next < 0 ? head.length() : next;
      int colon = head.indexOf(':', at);
      if (colon <= at || colon > end) {
        throw new Malformed(400, "a header without a colon");
      }
      String name = head.substring(at, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, head.substring(colon + 1, end).strip(), (a, b) -> a + ", " + b);
      at = end + 2;
    }
    return headers;
  }

  private byte[] chunks() throws IOException {
    byte[] body = {};
    while (true) {
      int length = number(line().split(";")[0].strip(), 16);
      if ((long) body.length + length > MOST_BODY) {
        throw new Malformed(413, "more than 64 MB of body");
      }
      if (length == 0) {
        // Trailers say nothing that anybody here wants to know.
        String trailer = line();
        while (!trailer.isEmpty()) {
          trailer = line();
        }
        return body;
      }
      fill(length + 2);
      body = Http.join(body, Arrays.copyOfRange(buffer, from, from + length));
      from += length + 2;
    }
  }

  private String line() throws IOException {
    int looked = 0;
    while (true) {
      for (int i = from + looked; i + 1 < to; i++) {
        if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
          String line = new String(buffer, from, i - from, StandardCharsets.ISO_8859_1);
          from = i + 2;
          return line;
        }
      }
      looked = Math.max(0, to - from - 1);
      if (to - from > MOST_HEAD || !more()) {
        throw new Malformed(400, "a chunk that does not end");
      }
    }
  }

  private static int number(String digits, int radix) throws Malformed {
    try {
      int number = Integer.parseInt(digits, radix);
      if (number < 0 || number > MOST_BODY) {
        throw new Malformed(number < 0 ? 400 : 413, "a body of " + digits + " bytes");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new Malformed(400, "a length that is no number");
    }
  }

  /** Reads until so many bytes are there. */
  private void fill(int length) throws IOException {
    if (from + length > buffer.length) {
      buffer = Arrays.copyOfRange(buffer, from, from + Math.max(length, buffer.length));
      to -= from;
      from = 0;
    }
    while (to - from < length) {
      if (!more()) {
        throw new Malformed(400, "a body that ends early");
      }
    }
  }

  private boolean more() throws IOException {
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, read);
    return read >= 0;
  }

  /**
   * Waits while nothing is sent.
   *
   * @param time how long, or null for as long as the client stays
   * @param untilBytes whether to come back when the client sends something
   * @return whether the client has left
   */
  boolean leftWithin(@Nullable Duration time, boolean untilBytes) throws IOException {
    long end = time == null ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
    try {
      while (true) {
        long left = time == null ? 0 : (end - System.nanoTime() + 999_999) / 1_000_000;
        if (time != null && left <= 0) {
          return false;
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        if (to - from > MOST_BODY || !more()) {
          return true;
        }
        if (untilBytes) {
          return false;
        }
      }
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(0);
      }
    }
  }
}
