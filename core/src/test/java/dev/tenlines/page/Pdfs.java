package dev.tenlines.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDFs that tests write themselves. */
public final class Pdfs {
  private final PDDocument pdf = new PDDocument();

  /** A page under the pen. */
  public interface Pen {
    void write(double size, double x, double top, String text);
  }

  public Pdfs page(Consumer<Pen> content) {
    return page(0, content);
  }

  public Pdfs page(int rotation, Consumer<Pen> content) {
    PDPage page = new PDPage(PDRectangle.A4);
    page.setRotation(rotation);
    pdf.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
      content.accept((size, x, top, text) -> {
        try {
          out.beginText();
          out.setFont(new PDType1Font(FontName.HELVETICA), (float) size);
          out.newLineAtOffset((float) x, (float) (PDRectangle.A4.getHeight() - top));
          out.showText(text);
          out.endText();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Pdfs scan() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    var picture =
        LosslessFactory.createFromImage(
            pdf,
            new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB));
    try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
      out.drawImage(picture, 50, 50);
    }
    return this;
  }

  public Pdfs field(String name, String value, PDRectangle box) throws IOException {
    PDAcroForm form = new PDAcroForm(pdf);
    pdf.getDocumentCatalog().setAcroForm(form);
    PDTextField field = new PDTextField(form);
    field.setPartialName(name);
    field.getCOSObject().setString(org.apache.pdfbox.cos.COSName.V, value);
    var widget = field.getWidgets().getFirst();
    widget.setRectangle(box);
    widget.setPage(pdf.getPage(0));
    pdf.getPage(0).getAnnotations().add(widget);
    form.getFields().add(field);
    return this;
  }

  public Pdfs file(String name, byte[] bytes) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(name);
    file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes)));
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(name, file));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    pdf.getDocumentCatalog().setNames(names);
    return this;
  }

  public Pdfs locked() throws IOException {
    pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    return this;
  }

  public byte[] bytes() {
    try (pdf) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
