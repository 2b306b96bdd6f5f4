package dev.tenlines.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * How a file goes to the reading process and its document or a picture comes back: lengths and
 * bytes.
 */
final class Wire {
  static final int READY = 0x7E11;

  private Wire() {}

  /**
   * A file on its way.
   *
   * @param page the one to draw, or zero where the file is to be read
   */
  record Sent(String name, byte[] bytes, int page) {}

  static void send(DataOutputStream out, Sent file) throws IOException {
    out.writeInt(file.page());
    write(out, file.name().getBytes(StandardCharsets.UTF_8));
    write(out, file.bytes());
    out.flush();
  }

  static Sent receive(DataInputStream in) throws IOException {
    int page = in.readInt();
    String name = new String(read(in, 100_000), StandardCharsets.UTF_8);
    return new Sent(name, read(in, Integer.MAX_VALUE), page);
  }

  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  /** Throws where more is announced than may come. */
  static byte[] read(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("too long: " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
