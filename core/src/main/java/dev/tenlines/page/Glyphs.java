package dev.tenlines.page;

import dev.tenlines.document.Box;
import dev.tenlines.document.Decoding;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Unreadable;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of a page, put together from the places of its letters. */
final class Glyphs extends PDFTextStripper {
  private static final int MOST = 200_000;
  private static final double SAME_LINE = 0.35;
  private static final double GAP = 0.22;

  private final List<Glyph> glyphs = new ArrayList<>();
  private int rotation;

  /** One letter, or what one sign of a font stands for. */
  private record Glyph(
      String text, double x, double end, double y, double size, double gap, int direction) {}

  Glyphs() {
    setSuppressDuplicateOverlappingText(false);
  }

  /** The words of a page in no particular order. */
  List<Word> words(PDPage page) throws IOException, Unreadable {
    glyphs.clear();
    rotation = Math.floorMod(page.getRotation(), 360);
    processPage(page);
    if (glyphs.size() > MOST) {
      throw new Unreadable(Refused.Kind.TOO_LARGE, "A page has more than " + MOST + " letters.");
    }
    double width = PdfReader.width(page);
    double height = PdfReader.height(page);
    List<Word> words = new ArrayList<>();
    for (int direction = 0; direction < 360; direction += 90) {
      int wanted = direction;
      List<Glyph> own = glyphs.stream().filter(g -> g.direction == wanted).toList();
      for (List<Glyph> line : lines(own)) {
        words(line, direction, width, height, words);
      }
    }
    return words;
  }

  @Override
  protected void processTextPosition(TextPosition at) {
    String text = at.getUnicode();
    boolean placed = Double.isFinite(at.getXDirAdj()) && Double.isFinite(at.getYDirAdj());
    if (text == null || text.isEmpty() || !placed || glyphs.size() > MOST) {
      return;
    }
    double size = Math.abs(at.getFontSizeInPt());
    size = size > 1 && size < 2_000 ? size : Math.max(at.getHeightDir() * 1.4, 1);
    double width = Math.max(at.getWidthDirAdj(), 0);
    double space = at.getWidthOfSpace();
    double gap = space > 0 && space < size ? Math.min(space * 0.55, size * 0.35) : size * GAP;
    int direction = Math.floorMod(Math.round(at.getDir() / 90) * 90 - rotation, 360);
    glyphs.add(
        new Glyph(
            text, at.getXDirAdj(), at.getXDirAdj() + width, at.getYDirAdj(), size, gap, direction));
  }

  /** The text is made elsewhere, from words. */
  @Override
  protected void writePage() {}

  /** Letters on one base line; letters that were printed twice to look bold stand once. */
  private static List<List<Glyph>> lines(List<Glyph> glyphs) {
    List<Glyph> sorted = new ArrayList<>(glyphs);
    sorted.sort(Comparator.comparingDouble(Glyph::y));
    List<List<Glyph>> lines = new ArrayList<>();
    List<Glyph> line = new ArrayList<>();
    for (Glyph glyph : sorted) {
      if (!line.isEmpty()
          && glyph.y - line.getFirst().y > SAME_LINE * Math.min(glyph.size, line.getFirst().size)) {
        lines.add(line);
        line = new ArrayList<>();
      }
      line.add(glyph);
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    lines.forEach(l -> l.sort(Comparator.comparingDouble(Glyph::x)));
    return lines;
  }

  private static void words(
      List<Glyph> line, int direction, double width, double height, List<Word> words) {
    List<Glyph> word = new ArrayList<>();
    for (Glyph glyph : line) {
      Glyph last = word.isEmpty() ? null : word.getLast();
      boolean twice =
          last != null
              && last.text.equals(glyph.text)
              && Math.abs(last.x - glyph.x) < 0.2 * Math.max(1, last.end - last.x);
      boolean blank = glyph.text.isBlank();
      boolean apart =
          last != null && (glyph.x - last.end > glyph.gap || glyph.x - last.end > last.gap);
      if (last != null && (blank || apart)) {
        add(word, direction, width, height, words);
        word.clear();
      }
      if (!blank && !twice) {
        word.add(glyph);
      }
    }
    add(word, direction, width, height, words);
  }

  private static void add(
      List<Glyph> glyphs, int direction, double width, double height, List<Word> words) {
    if (glyphs.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    glyphs.forEach(g -> text.append(g.text));
    double x = glyphs.getFirst().x;
    double end = glyphs.stream().mapToDouble(Glyph::end).max().orElse(x);
    double size = glyphs.stream().mapToDouble(Glyph::size).max().orElse(1);
    double y = glyphs.getFirst().y;
    Box box = box(x, end, y, size, direction, width, height);
    Word word = new Word(readable(text.toString()), box, x, end, y, size, direction);
    if (!word.text().isBlank()) {
      String read = word.rightToLeft() ? text.reverse().toString() : word.text();
      words.add(new Word(readable(read), box, x, end, y, size, direction));
    }
  }

  /** Ligatures become letters; signs without a meaning stay visible as such. */
  private static String readable(String text) {
    StringBuilder out = new StringBuilder();
    Decoding.clean(text)
        .codePoints()
        .forEach(c -> {
          boolean form = c >= 0xFB00 && c <= 0xFB06 || c >= 0xFB50 && c <= 0xFEFC;
          String sign = Character.toString(c);
          out.append(form ? Normalizer.normalize(sign, Normalizer.Form.NFKC) : sign);
        });
    return Normalizer.normalize(out, Normalizer.Form.NFC).replaceAll("[\\s\u00a0]+", "");
  }

  /** From the frame of the writing into the frame of the page. */
  private static Box box(
      double x, double end, double y, double size, int direction, double width, double height) {
    double up = size * 0.8;
    double tall = size;
    return switch (direction) {
      case 90 -> new Box(y - up, height - end, tall, end - x);
      case 180 -> new Box(width - end, height - y - (tall - up), end - x, tall);
      case 270 -> new Box(width - y - (tall - up), x, tall, end - x);
      default -> new Box(x, y - up, end - x, tall);
    };
  }
}
