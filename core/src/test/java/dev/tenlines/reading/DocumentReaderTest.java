package dev.tenlines.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.document.Pictured.Picture;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import dev.tenlines.page.Pdfs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files go through real processes: hostile ones end with a reason, and the next is read. */
class DocumentReaderTest {
  private static final DocumentReader READER =
      new DocumentReader(Limits.USUAL.within(Duration.ofSeconds(3)));

  @AfterAll
  static void close() {
    READER.close();
  }

  @Test
  void goodFiles_becomeDocuments() {
    byte[] pdf = new Pdfs().page(p -> p.write(10, 60, 60, "Hello page")).bytes();

    assertThat(text(READER.read("a.pdf", pdf))).isEqualTo("Hello page");
    assertThat(text(READER.read("a.txt", "Plain\r\nwords".getBytes(UTF_8))))
        .isEqualTo("Plain\nwords");
    assertThat(text(READER.read("a", "<html><p>Seen</p></html>".getBytes(UTF_8))))
        .isEqualTo("Seen");
    assertThat(text(READER.read("a", "From: a@example.org\nSubject: b\n\nSaid".getBytes(UTF_8))))
        .endsWith("Said\n");
  }

  @Test
  void otherKinds_areRefused() {
    assertThat(kind(READER.read("a.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 1, 0, 0})))
        .isEqualTo(Refused.Kind.UNSUPPORTED);
    Refused large = (Refused) new DocumentReader(small()).read("a.txt", new byte[2_000]);
    assertThat(large.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
    assertThatThrownBy(large::orThrow)
        .isInstanceOfSatisfying(
            TenlinesException.class, e -> assertThat(e.id()).isEqualTo("TL-280"));
  }

  private static Limits small() {
    return new Limits(Duration.ofSeconds(8), 64, 1_000, 1_000, 1, 1);
  }

  @Test
  void bombs_endWithAReason_andTheNextFileIsRead() throws IOException {
    for (byte[] bomb :
        List.of(flateBomb(" "), endlessText(), cyclicPages(), brokenReferences(), manyPages())) {
      Read read = READER.read("bomb.pdf", bomb);

      assertThat(read)
          .as("a bomb of %d bytes", bomb.length)
          .isInstanceOfAny(Refused.class, Document.class);
      assertThat(text(READER.read("a", "<html><p>Seen</p></html>".getBytes(UTF_8))))
          .isEqualTo("Seen");
    }
  }

  @Test
  void bombInAStream_isTooLarge() throws IOException {
    Limits patient = Limits.USUAL.within(Duration.ofSeconds(30));
    try (DocumentReader reader = new DocumentReader(patient)) {
      assertThat(kind(reader.read("bomb.pdf", flateBomb("1 ")))).isEqualTo(Refused.Kind.TOO_LARGE);
    }
  }

  @Test
  void fileThatTakesTooLong_isRefusedInTime() throws IOException {
    Limits hurried = Limits.USUAL.within(Duration.ofMillis(1));
    try (DocumentReader reader = new DocumentReader(hurried)) {
      assertThat(kind(reader.read("bomb.pdf", endlessText()))).isEqualTo(Refused.Kind.TIMEOUT);
    }
  }

  @Test
  void pages_becomePictures_orAReason() throws IOException {
    byte[] pdf = new Pdfs().page(pen -> pen.write(12, 72, 100, "Seen")).bytes();

    assertThat(READER.picture(pdf, 1))
        .isInstanceOfSatisfying(
            Picture.class,
            picture -> {
              BufferedImage image = image(picture);
              assertThat(image.getWidth()).isBetween(900, 920);
              assertThat(image.getHeight()).isBetween(1280, 1295);
            });
    assertThat(READER.picture(pdf, 2))
        .isEqualTo(new Refused(Refused.Kind.BROKEN, "Page 2 cannot be drawn (there is none)."));
    assertThat(READER.picture("%PDF-1.7 and no more".getBytes(UTF_8), 1))
        .isInstanceOf(Refused.class);
    assertThat(READER.picture(pdf, 1)).isInstanceOf(Picture.class);
  }

  @Test
  void hugePage_becomesABoundedPicture() throws IOException {
    byte[] pdf;
    try (PDDocument house = new PDDocument()) {
      house.addPage(new PDPage(new PDRectangle(14_000, 14_000)));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      house.save(out);
      pdf = out.toByteArray();
    }

    assertThat(READER.picture(pdf, 1))
        .isInstanceOfSatisfying(
            Picture.class,
            picture -> assertThat(image(picture).getWidth()).isBetween(1_900, 2_001));
  }

  private static BufferedImage image(Picture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(picture.png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void deepPages_areRead() {
    String deep = "<html><body>" + "<div>".repeat(100_000) + "Deep";

    assertThat(READER.read("deep.html", deep.getBytes(UTF_8)))
        .isInstanceOfSatisfying(Document.class, d -> assertThat(d.text()).isEqualTo("Deep"));
  }

  @Test
  void manyAtOnce_areAllRead() {
    List<String> texts =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> text(READER.read("a", ("<html><p>No " + i).getBytes(UTF_8))))
            .toList();

    assertThat(texts)
        .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(i -> "No " + i).toList());
  }

  @Test
  void processesAreReplaced_afterTheirShare() {
    Limits once = new Limits(Duration.ofSeconds(8), 64, 1_000_000, 1_000_000, 1, 1);
    try (DocumentReader reader = new DocumentReader(once)) {
      assertThat(text(reader.read("a", "<html>One".getBytes(UTF_8)))).isEqualTo("One");
      assertThat(text(reader.read("a", "<html>Two".getBytes(UTF_8)))).isEqualTo("Two");
    }
  }

  @Test
  void documentThatIsTooLong_isRefused() {
    Limits narrow = new Limits(Duration.ofSeconds(8), 128, 1_000_000, 2_000, 1, 10);
    try (DocumentReader reader = new DocumentReader(narrow)) {
      byte[] page = ("<html>" + "word ".repeat(1_000)).getBytes(UTF_8);

      assertThat(kind(reader.read("a", page))).isEqualTo(Refused.Kind.TOO_LARGE);
      assertThat(text(reader.read("a", "<html>Short".getBytes(UTF_8)))).isEqualTo("Short");
    }
  }

  @Test
  void closedReader_saysSo() {
    DocumentReader reader = new DocumentReader();
    reader.close();

    assertThatThrownBy(() -> reader.read("a", "<html>One".getBytes(UTF_8)))
        .hasMessageContaining("TL-287");
  }

  /** A megabyte that becomes one of a thousand. */
  private static byte[] flateBomb(String filling) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      byte[] block = filling.repeat(1 << 20).getBytes(ISO_8859_1);
      for (int i = 0; i < 1_000; i++) {
        out.write(block);
      }
    }
    return pdf("/Filter /FlateDecode", packed.toByteArray(), "[3 0 R]", 1);
  }

  private static byte[] endlessText() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write("BT /F1 8 Tf ".getBytes(ISO_8859_1));
      byte[] block = "(aaaaaaaaaaaaaaaaaaaa) Tj 0 -1 Td ".repeat(1_000).getBytes(ISO_8859_1);
      for (int i = 0; i < 1_000; i++) {
        out.write(block);
      }
    }
    return pdf("/Filter /FlateDecode", packed.toByteArray(), "[3 0 R]", 1);
  }

  private static byte[] cyclicPages() {
    return pdf("", "BT ET".getBytes(ISO_8859_1), "[2 0 R 2 0 R 3 0 R 2 0 R]", 1_000_000_000);
  }

  private static byte[] manyPages() {
    return pdf("", "BT ET".getBytes(ISO_8859_1), "[" + "3 0 R ".repeat(200_000) + "]", 200_000);
  }

  private static byte[] brokenReferences() {
    String text = new String(cyclicPages(), ISO_8859_1).replaceAll("(?s)trailer.*", "");
    return (text + "trailer << /Root 1 0 R /Prev 9 /Size 99999999 >>\nstartxref\n9\n%%EOF")
        .getBytes(ISO_8859_1);
  }

  private static byte[] pdf(String filter, byte[] content, String kids, int count) {
    String before =
        """
        %%PDF-1.7
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids %s /Count %d >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R
        /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
        4 0 obj << /Length %d %s >> stream
        """
            .formatted(kids, count, content.length, filter);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before.getBytes(ISO_8859_1));
    out.writeBytes(content);
    out.writeBytes("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static String text(Read read) {
    return ((Document) read).text();
  }

  private static Refused.Kind kind(Read read) {
    return ((Refused) read).kind();
  }
}
