package dev.tenlines.indexing;

import dev.tenlines.document.Block;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Page;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document without the signs that nobody sees. They part words that are one for a reader, and
 * carry messages that only a model reads.
 */
final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final Set<UnicodeScript> UNJOINED =
      Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HAN);

  private final Document document;
  private final int[] places;
  private final String text;

  private VisibleText(Document document) {
    this.document = document;
    String all = document.text();
    this.places = new int[all.length() + 1];
    StringBuilder seen = new StringBuilder(all.length());
    for (int i = 0, before = 0; i < all.length(); ) {
      int sign = all.codePointAt(i);
      int length = Character.charCount(sign);
      boolean kept = !isHidden(sign, before);
      for (int j = 0; j < length; j++) {
        places[i + j] = seen.length() + (kept ? j : 0);
      }
      if (kept) {
        seen.appendCodePoint(sign);
        before = sign;
      }
      i += length;
    }
    places[all.length()] = seen.length();
    this.text = seen.toString();
  }

  /** The same document where all can be seen. */
  static Document of(Document document) {
    return hides(document.text()) ? new VisibleText(document).seen() : document;
  }

  /** A line without hidden signs, with each run of white space as one space. */
  static String line(String said) {
    StringBuilder seen = new StringBuilder();
    int before = 0;
    for (int sign : said.codePoints().toArray()) {
      if (!isHidden(sign, before)) {
        seen.appendCodePoint(sign);
        before = sign;
      }
    }
    return seen.toString().replaceAll("[\\s\u00a0]+", " ").strip();
  }

  private static boolean hides(String text) {
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      if (isHidden(sign, before)) {
        return true;
      }
      before = sign;
      i += Character.charCount(sign);
    }
    return false;
  }

  /**
   * Whether a sign shows nothing where it stands.
   *
   * @param before the sign in front of it: emoji and some scripts are written with joiners
   */
  private static boolean isHidden(int sign, int before) {
    if (sign < 0xAD) {
      return false;
    }
    return switch (sign) {
      case ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER -> !joins(before);
      case 0xFE0E, 0xFE0F -> !Character.isEmoji(before);
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> true;
      default ->
          sign >= 0xFE00 && sign <= 0xFE0D
              || sign >= 0xE0000 && sign <= 0xE0FFF
              || Character.getType(sign) == Character.FORMAT && !isShown(sign);
    };
  }

  private static boolean joins(int before) {
    boolean picture = before == 0xFE0F || before > 0xFF && Character.isEmoji(before);
    return picture
        || Character.isLetter(before) && !UNJOINED.contains(UnicodeScript.of(before))
        || Character.getType(before) == Character.NON_SPACING_MARK
        || Character.getType(before) == Character.COMBINING_SPACING_MARK;
  }

  /** Signs of a format that are drawn, such as the Arabic sign before a number. */
  private static boolean isShown(int sign) {
    return sign >= 0x0600 && sign <= 0x0605
        || sign == 0x06DD
        || sign == 0x070F
        || sign == 0x0890
        || sign == 0x0891
        || sign == 0x08E2
        || sign == 0x110BD
        || sign == 0x110CD;
  }

  private Document seen() {
    return new Document(
        document.name(),
        document.mediaType(),
        text,
        document.pages().stream().map(this::moved).toList(),
        document.blocks().stream()
            .map(b -> new Block(b.kind(), moved(b.span()), b.heading()))
            .toList(),
        document.words().stream().map(w -> new Placed(moved(w.span()), w.page(), w.box())).toList(),
        document.fields().stream()
            .map(f -> new Field(f.name(), f.value(), f.source(), movedOrNull(f.span())))
            .toList(),
        document.attachments(),
        document.warnings());
  }

  private Page moved(Page page) {
    return new Page(page.number(), moved(page.span()), page.width(), page.height(), page.scanned());
  }

  private @Nullable Span movedOrNull(@Nullable Span span) {
    return span == null ? null : moved(span);
  }

  private Span moved(Span span) {
    return new Span(places[span.start()], places[span.end()]);
  }
}
