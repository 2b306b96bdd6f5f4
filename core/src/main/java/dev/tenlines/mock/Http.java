package dev.tenlines.mock;

import java.nio.charset.StandardCharsets;

/** The bytes of HTTP/1.1. */
final class Http {
  static final byte[] LAST_CHUNK = bytes("0\r\n\r\n");
  static final String JSON = "application/json";
  static final String HTML = "text/html; charset=utf-8";

  private Http() {}

  /** A whole response; the headers given end with a line break each. */
  static byte[] whole(int status, String type, String headers, byte[] body) {
    return join(bytes(head(status, type, headers, "content-length: " + body.length)), body);
  }

  /** The beginning of a response in chunks. */
  static byte[] chunked(int status, String type, String headers) {
    return bytes(head(status, type, headers, "transfer-encoding: chunked"));
  }

  static String head(int status, String type, String headers, String framing) {
    return "HTTP/1.1 "
        + status
        + (status == 200 ? " OK" : " Error")
        + "\r\ncontent-type: "
        + type
        + "\r\n"
        + framing
        + "\r\n"
        + headers
        + "\r\n";
  }

  static byte[] chunk(byte[] data) {
    byte[] head = bytes(Integer.toHexString(data.length) + "\r\n");
    byte[] chunk = new byte[head.length + data.length + 2];
    System.arraycopy(head, 0, chunk, 0, head.length);
    System.arraycopy(data, 0, chunk, head.length, data.length);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    return chunk;
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] joined = new byte[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
