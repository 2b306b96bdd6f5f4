package dev.tenlines.page;

import dev.tenlines.document.Box;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;

/** What was filled into the form of a PDF, each value where its box is on a page. */
final class Forms {
  private static final int MOST = 2_000;

  private Forms() {}

  /**
   * One value.
   *
   * @param page its page, counted from one, or zero where it is on none
   * @param word how it stands there, or null
   */
  record Value(String name, String value, int page, @Nullable Word word) {}

  static List<Value> of(PDDocument pdf, List<PDPage> pages) {
    List<Value> values = new ArrayList<>();
    PDAcroForm form = pdf.getDocumentCatalog().getAcroForm(null);
    if (form == null) {
      return values;
    }
    Set<Object> seen = new LinkedHashSet<>();
    for (PDField field : form.getFieldTree()) {
      // A tree may lead back to itself.
      if (values.size() >= MOST || !seen.add(field.getCOSObject())) {
        break;
      }
      if (field instanceof PDTerminalField terminal && !(field instanceof PDSignatureField)) {
        String value = value(terminal);
        if (!value.isBlank() && !value.equals("Off")) {
          values.add(placed(terminal, value, pages));
        }
      }
    }
    return values;
  }

  private static String value(PDTerminalField field) {
    try {
      String value = field.getValueAsString();
      return value == null ? "" : value.strip();
    } catch (RuntimeException e) {
      return ""; // A field of the wrong type says nothing; the others still do.
    }
  }

  private static Value placed(PDTerminalField field, String value, List<PDPage> pages) {
    String name = field.getFullyQualifiedName();
    for (PDAnnotationWidget widget : field.getWidgets()) {
      PDRectangle box = widget.getRectangle();
      int page =
          widget.getPage() == null ? holding(widget, pages) : pages.indexOf(widget.getPage());
      if (box != null && page >= 0 && !widget.isHidden() && pages.get(page).getRotation() == 0) {
        return new Value(name, value, page + 1, word(value, box, pages.get(page)));
      }
    }
    return new Value(name, value, 0, null);
  }

  private static int holding(PDAnnotationWidget widget, List<PDPage> pages) {
    return IntStream.range(0, pages.size())
        .filter(page -> holds(pages.get(page), widget))
        .findFirst()
        .orElse(-1);
  }

  private static boolean holds(PDPage page, PDAnnotationWidget widget) {
    try {
      return page.getAnnotations().stream()
          .anyMatch(a -> a.getCOSObject().equals(widget.getCOSObject()));
    } catch (IOException e) {
      return false; // a page that cannot be read holds nothing
    }
  }

  private static Word word(String value, PDRectangle box, PDPage page) {
    PDRectangle crop = page.getCropBox();
    double x = box.getLowerLeftX() - crop.getLowerLeftX();
    double top = crop.getUpperRightY() - box.getUpperRightY();
    double size = Math.min(box.getHeight(), 12);
    Box place = new Box(x, top, box.getWidth(), box.getHeight());
    double line = top + box.getHeight() / 2 + size * 0.35;
    String flat = value.replaceAll("\\s+", " ");
    return new Word(flat, place, x, x + box.getWidth(), line, size, 0);
  }
}
