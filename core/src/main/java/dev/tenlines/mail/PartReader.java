package dev.tenlines.mail;

import dev.tenlines.document.Decoding;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;

/** Takes a mail apart, within limits that no honest mail reaches. */
final class PartReader {
  static final int MOST_PARTS = 500;
  static final int DEEPEST = 30;
  private static final int MOST_HEADERS = 2_000;
  private static final int LONGEST_HEADER = 200_000;

  private int parts;

  private PartReader() {}

  /** The mail as a tree of parts. */
  static Part read(byte[] mail) throws Unreadable {
    MimeConfig config =
        new MimeConfig.Builder()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxLineLen(-1)
            .setMaxContentLen(-1)
            .build();
    MimeTokenStream stream = new MimeTokenStream(config);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    byte[] from = afterEnvelope(mail);
    stream.parse(new ByteArrayInputStream(from));
    Part root = new Part();
    try {
      new PartReader().read(stream, root);
    } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException e) {
      throw new Unreadable(
          Refused.Kind.TOO_MANY_PARTS, "The mail has more than " + MOST_HEADERS + " headers.");
    } catch (MimeException | IOException e) {
      if (e.getCause() instanceof MaxHeaderLimitException) {
        throw new Unreadable(Refused.Kind.TOO_MANY_PARTS, "The mail has too many headers.");
      }
      // What was read so far is still worth reading; the rest of the bytes is not a mail.
      if (root.headers().isEmpty()) {
        throw new Unreadable(
            Refused.Kind.BROKEN, "The mail cannot be read (" + e.getMessage() + ").");
      }
    }
    return root;
  }

  private void read(MimeTokenStream stream, Part root)
      throws MimeException, IOException, Unreadable {
    Deque<Part> open = new ArrayDeque<>();
    Part current = root;
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_FIELD -> field(current, stream.getField());
        case T_START_MULTIPART -> {
          current.type(stream.getBodyDescriptor().getMimeType(), null);
          open.push(current);
          limit(open.size() <= DEEPEST, "is nested more than " + DEEPEST + " times");
        }
        case T_END_MULTIPART -> open.pop();
        case T_START_BODYPART -> {
          current = new Part();
          open.element().add(current);
          limit(++parts <= MOST_PARTS, "has more than " + MOST_PARTS + " parts");
        }
        case T_BODY -> body(current, stream);
        default -> {}
      }
    }
  }

  private static void limit(boolean kept, String what) throws Unreadable {
    if (!kept) {
      throw new Unreadable(Refused.Kind.TOO_MANY_PARTS, "The mail " + what + ".");
    }
  }

  /** Eight-bit headers are against the rules and common. */
  private static void field(Part part, Field field) {
    ByteSequence raw = field.getRaw();
    String body = field.getBody();
    if (raw != null && body.chars().anyMatch(c -> c > 126)) {
      String line = Decoding.decode(raw.toByteArray(), null);
      body = line.substring(line.indexOf(':') + 1).strip();
    }
    part.header(field.getName(), body);
  }

  private static void body(Part part, MimeTokenStream stream) throws IOException {
    BodyDescriptor about = stream.getBodyDescriptor();
    String charset = Parameters.of(part.header("Content-Type")).get("charset");
    String type = about.getMimeType();
    boolean declared = !part.header("Content-Type").isBlank();
    part.type(declared && type != null ? type : "text/plain", charset);
    try (InputStream in = stream.getDecodedInputStream()) {
      part.bytes(in.readAllBytes());
    }
  }

  /** Mailbox files begin with a line of their own: "From ann@example.org Mon …". */
  private static byte[] afterEnvelope(byte[] mail) {
    String start = new String(mail, 0, Math.min(mail.length, 6), StandardCharsets.ISO_8859_1);
    boolean envelope = start.startsWith("From ") || start.startsWith(">From ");
    int at = 0;
    if (envelope) {
      while (at < mail.length && mail[at] != '\n') {
        at++;
      }
      at++;
    }
    return at == 0 || at >= mail.length ? mail : Arrays.copyOfRange(mail, at, mail.length);
  }
}
