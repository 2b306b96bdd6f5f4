package dev.tenlines.reading;

import dev.tenlines.document.Decoding;
import dev.tenlines.document.Document;
import dev.tenlines.document.PlainBlocks;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Span;
import dev.tenlines.document.Unreadable;
import dev.tenlines.mail.CardReader;
import dev.tenlines.mail.MailReader;
import dev.tenlines.page.HtmlReader;
import dev.tenlines.page.InvoiceXml;
import dev.tenlines.page.MarkdownReader;
import dev.tenlines.page.PdfReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file where it stands, without any limit of time or memory: the child process calls it.
 */
final class Readers {
  private static final int DEEPEST = 8;
  private static final int LONGEST_TEXT = 20_000_000;
  private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([\\w.:-]+)");

  private final Path directory;
  private int depth;

  private Readers(Path directory) {
    this.directory = directory;
  }

  /**
   * The document of a file, or the reason why there is none.
   *
   * @param directory the only place where files may be written
   */
  static Read read(String name, byte[] bytes, Path directory) {
    try {
      return new Readers(directory).read(name, null, bytes);
    } catch (Unreadable e) {
      return e.refused();
    }
  }

  private Document read(String name, @Nullable String mediaType, byte[] bytes) throws Unreadable {
    if (depth >= DEEPEST) {
      throw new Unreadable(
          Refused.Kind.TOO_MANY_PARTS, "Files lie in each other more than " + DEEPEST + " deep.");
    }
    depth++;
    try {
      Document document = document(name, mediaType, bytes);
      if (document.text().length() > LONGEST_TEXT) {
        throw new Unreadable(
            Refused.Kind.TOO_LARGE,
            "The text has more than %d characters.".formatted(LONGEST_TEXT));
      }
      return document;
    } finally {
      depth--;
    }
  }

  private Document document(String name, @Nullable String mediaType, byte[] bytes)
      throws Unreadable {
    Matcher said = CHARSET.matcher(mediaType == null ? "" : mediaType);
    String charset = said.find() ? said.group(1) : null;
    return switch (Format.of(name, mediaType, bytes)) {
      case MAIL -> MailReader.read(name, bytes, this::read);
      case HTML -> HtmlReader.read(name, bytes, charset);
      case MARKDOWN -> MarkdownReader.read(name, Decoding.decode(bytes, charset));
      case CALENDAR -> CardReader.read(name, "text/calendar", bytes, charset);
      case CARD -> CardReader.read(name, "text/vcard", bytes, charset);
      case TEXT -> plain(name, Decoding.decode(bytes, charset));
      case INVOICE -> InvoiceXml.read(name, bytes);
      case PDF -> PdfReader.read(name, bytes, this::read, directory);
      case OTHER -> throw new Unreadable(Refused.Kind.UNSUPPORTED, what(name, mediaType));
    };
  }

  /** The document of plain text. */
  static Document plain(String name, String text) {
    return new Document(
        name,
        "text/plain",
        text,
        List.of(),
        PlainBlocks.of(text, new Span(0, text.length())),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String what(String name, @Nullable String mediaType) {
    String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT).split(";")[0];
    String said = type.isEmpty() ? name : type;
    return said.isEmpty()
        ? "This kind of file is not read."
        : "This kind of file is not read (" + said + ").";
  }
}
