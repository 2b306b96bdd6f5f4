package dev.tenlines.reading;

import dev.tenlines.document.DocumentJson;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Unreadable;
import dev.tenlines.page.PagePicture;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** The process that reads files, one after the other, until nobody hands it any more. */
final class ReadingProcess {
  private static final Set<String> LOCAL = Set.of("file", "jar", "jrt");

  private ReadingProcess() {}

  /** Takes the directory it may write to, and how long a document may be. */
  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    int longest = Integer.parseInt(arguments[1]);
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    // What a library prints must not be taken for a document.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Unreachable());
    out.writeInt(Wire.READY);
    out.flush();
    try {
      while (true) {
        Wire.Sent file = Wire.receive(in);
        byte[] answer = file.page() > 0 ? drawn(file) : DocumentJson.write(read(file, directory));
        Wire.write(out, answer.length <= longest ? answer : DocumentJson.write(tooLong(longest)));
      }
    } catch (EOFException e) {
      return; // The parent has gone.
    }
  }

  private static Read read(Wire.Sent file, Path directory) {
    try {
      return Readers.read(file.name(), file.bytes(), directory);
    } catch (RuntimeException | StackOverflowError e) {
      String what = e.getClass().getSimpleName();
      return new Refused(Refused.Kind.BROKEN, "The file cannot be read (" + what + ").");
    }
  }

  /** A picture, or JSON that says why there is none: pictures begin with another sign. */
  private static byte[] drawn(Wire.Sent file) {
    try {
      return PagePicture.png(file.bytes(), file.page());
    } catch (Unreadable e) {
      return DocumentJson.write(e.refused());
    }
  }

  private static Refused tooLong(int longest) {
    return new Refused(
        Refused.Kind.TOO_LARGE, "The document has more than %d bytes.".formatted(longest));
  }

  /** Whatever a file points to stays there. */
  private static final class Unreachable extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("no network");
    }
  }
}
