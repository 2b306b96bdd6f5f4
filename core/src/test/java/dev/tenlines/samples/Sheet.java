package dev.tenlines.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/**
 * A PDF drawn from a description, the same bytes each time.
 *
 * <p>A description is text. Lines that begin with {@code @} say how the ones after them are drawn:
 *
 * <ul>
 *   <li>{@code @page}: on a new page;
 *   <li>{@code @at X TOP SIZE [bold] [right]}: below each other from there, {@code right} ending at
 *       X instead of beginning there;
 *   <li>{@code @row TOP SIZE [bold] X X -X}: cells parted by bars, a cell at minus X ending there;
 *   <li>{@code @rule LEFT RIGHT TOP}: a thin line, now;
 *   <li>{@code @field NAME LEFT TOP WIDTH HEIGHT VALUE}: a field of a form with its value, now.
 * </ul>
 */
final class Sheet {
  private static final float TOP = PDRectangle.A4.getHeight();

  private final PDDocument pdf = new PDDocument();
  private final PDType1Font plain = new PDType1Font(FontName.HELVETICA);
  private final PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private PDPageContentStream out;
  private PDType1Font font = plain;
  private List<Float> columns = List.of();
  private float top;
  private float size;

  private Sheet() throws IOException {
    out = page();
  }

  static byte[] draw(String description) throws IOException {
    Sheet sheet = new Sheet();
    for (String line : description.lines().toList()) {
      if (line.startsWith("@")) {
        sheet.obey(line.substring(1).split(" "));
      } else {
        sheet.line(line);
      }
    }
    return sheet.bytes();
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    // Packed streams could differ from one machine to the next.
    return new PDPageContentStream(pdf, page, AppendMode.OVERWRITE, false);
  }

  private void obey(String[] words) throws IOException {
    switch (words[0]) {
      case "page" -> {
        out.close();
        out = page();
      }
      case "at" -> {
        List<String> how = List.of(words);
        top = Float.parseFloat(words[2]);
        style(words[3], how.contains("bold"));
        columns = List.of((how.contains("right") ? -1 : 1) * Float.parseFloat(words[1]));
      }
      case "row" -> {
        boolean strong = words[3].equals("bold");
        top = Float.parseFloat(words[1]);
        style(words[2], strong);
        columns =
            List.of(words).subList(strong ? 4 : 3, words.length).stream()
                .map(Float::parseFloat)
                .toList();
      }
      case "rule" -> {
        float at = TOP - Float.parseFloat(words[3]);
        out.setLineWidth(0.5f);
        out.moveTo(Float.parseFloat(words[1]), at);
        out.lineTo(Float.parseFloat(words[2]), at);
        out.stroke();
      }
      case "field" -> field(words);
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private void style(String points, boolean strong) {
    size = Float.parseFloat(points);
    font = strong ? bold : plain;
  }

  private void line(String line) throws IOException {
    String[] cells = columns.size() == 1 ? new String[] {line} : line.split("\\|", -1);
    for (int i = 0; i < cells.length; i++) {
      String text = cells[i].strip();
      float at = columns.get(i);
      float width = font.getStringWidth(text) / 1000 * size;
      out.beginText();
      out.setFont(font, size);
      out.newLineAtOffset(at < 0 ? -at - width : at, TOP - top);
      out.showText(text);
      out.endText();
    }
    top += size * 1.35f;
  }

  private void field(String[] words) throws IOException {
    PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
    if (form == null) {
      form = new PDAcroForm(pdf);
      PDResources fonts = new PDResources();
      fonts.put(COSName.getPDFName("Helv"), plain);
      form.setDefaultResources(fonts);
      form.setDefaultAppearance("/Helv 10 Tf 0 g");
      pdf.getDocumentCatalog().setAcroForm(form);
    }
    PDTextField field = new PDTextField(form);
    field.setPartialName(words[1]);
    var widget = field.getWidgets().getFirst();
    float height = Float.parseFloat(words[5]);
    widget.setRectangle(
        new PDRectangle(
            Float.parseFloat(words[2]),
            TOP - Float.parseFloat(words[3]) - height,
            Float.parseFloat(words[4]),
            height));
    PDPage page = pdf.getPage(pdf.getNumberOfPages() - 1);
    widget.setPage(page);
    page.getAnnotations().add(widget);
    form.getFields().add(field);
    // Only the value: what draws it is left to the reader, as many filled forms do.
    field
        .getCOSObject()
        .setString(COSName.V, String.join(" ", List.of(words).subList(6, words.length)));
    form.setNeedAppearances(true);
  }

  private byte[] bytes() throws IOException {
    out.close();
    pdf.setDocumentId(7L);
    try (pdf) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes, CompressParameters.NO_COMPRESSION);
      return bytes.toByteArray();
    }
  }
}
