package dev.tenlines.page;

import dev.tenlines.document.Refused;
import dev.tenlines.document.Unreadable;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws one page of a PDF. */
public final class PagePicture {
  private static final double DOTS = 110;
  private static final double POINTS = 72;

  /** A page may claim to be as large as a house. */
  private static final double MOST_PIXELS = 4_000_000;

  private PagePicture() {}

  /**
   * A page as a PNG file.
   *
   * @param number from one
   */
  public static byte[] png(byte[] bytes, int number) throws Unreadable {
    try (PDDocument pdf = PdfReader.load(bytes)) {
      if (number < 1 || number > pdf.getNumberOfPages()) {
        throw broken(number, "there is none");
      }
      PDFRenderer renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      double scale = scale(pdf.getPage(number - 1));
      BufferedImage picture = renderer.renderImage(number - 1, (float) scale, ImageType.RGB);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", png);
      return png.toByteArray();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw broken(number, e.getClass().getSimpleName());
    }
  }

  private static Unreadable broken(int number, String why) {
    return new Unreadable(
        Refused.Kind.BROKEN, "Page %d cannot be drawn (%s).".formatted(number, why));
  }

  private static double scale(PDPage page) {
    double usual = DOTS / POINTS;
    double pixels = PdfReader.width(page) * PdfReader.height(page) * usual * usual;
    return pixels > MOST_PIXELS ? usual * Math.sqrt(MOST_PIXELS / pixels) : usual;
  }
}
