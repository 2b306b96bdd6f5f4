package dev.tenlines.page;

import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Inner;
import dev.tenlines.document.Refused;
import dev.tenlines.document.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Reads a PDF: its words where they stand, its form, and the files in it. */
public final class PdfReader {
  private static final int MOST_PAGES = 2_000;
  private static final int LONGEST = 20_000_000;

  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger REMARKS = Logger.getLogger("org.apache");

  static {
    FontMappers.set(new Fonts());
    REMARKS.setLevel(Level.OFF); // Broken files make thousands of remarks.
  }

  private final PDDocument pdf;
  private final Path directory;
  private final PageText text = new PageText();
  private final List<Field> fields = new ArrayList<>();
  private final List<Document> attachments = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private PdfReader(PDDocument pdf, Path directory) {
    this.pdf = pdf;
    this.directory = directory;
  }

  /**
   * The document of a PDF.
   *
   * @param directory where pictures of scanned pages may be written for a moment
   */
  public static Document read(String name, byte[] bytes, Inner inner, Path directory)
      throws Unreadable {
    try (PDDocument pdf = load(bytes)) {
      PdfReader reader = new PdfReader(pdf, directory);
      reader.pages();
      reader.about();
      reader.files(inner);
      return reader.document(name);
    } catch (InvalidPasswordException e) {
      throw new Unreadable(Refused.Kind.ENCRYPTED, "The PDF needs a password.");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      boolean locked = why.contains("crypt");
      throw new Unreadable(
          locked ? Refused.Kind.ENCRYPTED : Refused.Kind.BROKEN,
          "The PDF cannot be read (%s).".formatted(why.lines().findFirst().orElse("")));
    }
  }

  /** Nothing of the file is kept outside the memory. */
  static PDDocument load(byte[] bytes) throws IOException {
    return Loader.loadPDF(bytes, "", null, null, IOUtils.createMemoryOnlyStreamCache());
  }

  private Document document(String name) {
    return new Document(
        name,
        "application/pdf",
        text.text(),
        text.pages(),
        text.blocks(),
        text.placed(),
        fields,
        attachments,
        warnings);
  }

  private void pages() throws IOException, Unreadable {
    List<PDPage> pages = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      pages.add(page);
      if (pages.size() > MOST_PAGES) {
        throw new Unreadable(
            Refused.Kind.TOO_LARGE, "The PDF has more than " + MOST_PAGES + " pages.");
      }
    }
    if (pages.isEmpty()) {
      // What the parser saved of a file that was cut off is no empty document.
      throw new Unreadable(Refused.Kind.BROKEN, "The PDF has no page.");
    }
    List<Forms.Value> filled = filled(pages);
    Glyphs glyphs = new Glyphs();
    for (int i = 0; i < pages.size(); i++) {
      int number = i + 1;
      List<Word> words = new ArrayList<>(words(glyphs, pages.get(i), number));
      boolean scanned = words.isEmpty() && pictured(pages.get(i));
      if (scanned) {
        words.addAll(scanned(i));
      }
      for (Forms.Value value : filled) {
        Word word = value.word();
        if (word != null && value.page() == number) {
          words.add(word);
        }
      }
      text.add(words, width(pages.get(i)), height(pages.get(i)), scanned);
      if (text.length() > LONGEST) {
        throw new Unreadable(Refused.Kind.TOO_LARGE, "The PDF has too much text.");
      }
    }
    for (Forms.Value value : filled) {
      Word word = value.word();
      fields.add(
          new Field(
              value.name(), value.value(), "pdf form", word == null ? null : text.span(word)));
    }
  }

  private List<Forms.Value> filled(List<PDPage> pages) {
    try {
      return Forms.of(pdf, pages);
    } catch (RuntimeException | StackOverflowError e) {
      warnings.add("The form cannot be read.");
      return List.of();
    }
  }

  /** One broken page does not cost the others. */
  private List<Word> words(Glyphs glyphs, PDPage page, int number) throws Unreadable {
    try {
      return glyphs.words(page);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      warnings.add("Page %d is broken".formatted(number));
      return List.of();
    }
  }

  private static boolean pictured(PDPage page) {
    try {
      PDResources resources = page.getResources();
      return resources != null && resources.getXObjectNames().iterator().hasNext();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private List<Word> scanned(int page) {
    Scan scan = Scan.installed(directory);
    if (scan == null) {
      warnings.add(
          "Page %d is scanned and was not read: tesseract is not installed".formatted(page + 1));
      return List.of();
    }
    try {
      List<Word> words = scan.words(new PDFRenderer(pdf), page);
      warnings.add("Page %d is scanned: its text is what tesseract saw".formatted(page + 1));
      return words;
    } catch (IOException | RuntimeException e) {
      warnings.add("Page %d is scanned and could not be read".formatted(page + 1));
      return List.of();
    }
  }

  private void about() {
    PDDocumentInformation about = pdf.getDocumentInformation();
    field("Title", about.getTitle());
    field("Author", about.getAuthor());
    field("Subject", about.getSubject());
  }

  private void field(String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.add(new Field(name, value.strip(), "pdf", null));
    }
  }

  private void files(Inner inner) throws Unreadable {
    for (EmbeddedFiles.Embedded file : EmbeddedFiles.of(pdf)) {
      try {
        Document attached = inner.read(file.name(), file.mediaType(), file.bytes());
        attachments.add(attached);
        if (InvoiceXml.MEDIA_TYPE.equals(attached.mediaType())) {
          // The invoice for machines is the same invoice as the one on the pages.
          attached
              .fields()
              .forEach(f -> fields.add(new Field(f.name(), f.value(), f.source(), null)));
        }
      } catch (Unreadable e) {
        warnings.add("%s is not read: %s".formatted(file.name(), e.refused().what()));
      }
    }
  }

  /** As the page is shown. */
  static double width(PDPage page) {
    PDRectangle crop = page.getCropBox();
    return page.getRotation() % 180 == 0 ? crop.getWidth() : crop.getHeight();
  }

  static double height(PDPage page) {
    PDRectangle crop = page.getCropBox();
    return page.getRotation() % 180 == 0 ? crop.getHeight() : crop.getWidth();
  }
}
