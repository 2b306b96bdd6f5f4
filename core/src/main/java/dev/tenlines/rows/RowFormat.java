package dev.tenlines.rows;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a file of rows is written.
 *
 * @param delimiter between CSV fields; meaningless for JSONL
 * @param mark bytes of the byte-order mark to skip
 */
public record RowFormat(Kind kind, Charset charset, char delimiter, int mark) {
  private static final int SAMPLE = 1 << 16;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** The two kinds of file. */
  public enum Kind {
    CSV,
    JSONL
  }

  /** Reads the format off a file's name and bytes. */
  public static RowFormat detect(Path file) {
    byte[] start;
    Charset charset;
    int mark;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SAMPLE);
      mark = mark(start);
      charset = mark > 0 ? marked(start) : utf8(file) ? StandardCharsets.UTF_8 : WESTERN;
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-201",
          "The file (" + file + ") cannot be read: " + reason(e) + ".",
          "Maybe check the path.");
    }
    String text = new String(start, mark, start.length - mark, charset);
    String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
    boolean json =
        name.endsWith(".jsonl") || name.endsWith(".ndjson") || text.stripLeading().startsWith("{");
    return new RowFormat(json ? Kind.JSONL : Kind.CSV, charset, delimiter(text), mark);
  }

  /** For people: {@code CSV, UTF-8, delimiter ","}. */
  public String describe() {
    String separated = delimiter == '\t' ? "tab" : "\"" + delimiter + "\"";
    return kind == Kind.JSONL
        ? "JSONL, " + charset.name()
        : "CSV, " + charset.name() + ", delimiter " + separated;
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }

  private static int mark(byte[] start) {
    if (starts(start, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(start, 0xFF, 0xFE) || starts(start, 0xFE, 0xFF) ? 2 : 0;
  }

  private static Charset marked(byte[] start) {
    if (starts(start, 0xEF)) {
      return StandardCharsets.UTF_8;
    }
    return starts(start, 0xFF) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-8 unless bytes that are none outweigh the sequences that are: one bad row changes nothing.
   */
  private static boolean utf8(Path file) throws IOException {
    long good = 0;
    long bad = 0;
    try (InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file), SAMPLE)) {
      int open = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (open > 0 && (b & 0xC0) == 0x80) {
          good += --open == 0 ? 1 : 0;
          continue;
        }
        bad += open > 0 ? 1 : 0;
        open =
            b < 0x80
                ? 0
                : b >= 0xC2 && b < 0xE0
                    ? 1
                    : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
        bad += b >= 0x80 && open == 0 ? 1 : 0;
      }
      bad += open > 0 ? 1 : 0;
    }
    return bad == 0 || good > 4 * bad;
  }

  /** The sign that cuts the first line, outside quotes, into most parts. */
  private static char delimiter(String text) {
    char best = ',';
    int most = 0;
    for (char candidate : DELIMITERS) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
        quoted ^= text.charAt(i) == '"';
        count += !quoted && text.charAt(i) == candidate ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
