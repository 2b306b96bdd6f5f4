package dev.tenlines.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Block;
import dev.tenlines.document.Document;
import dev.tenlines.document.DocumentJson;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Read;
import dev.tenlines.document.Span;
import dev.tenlines.page.Pdfs;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every file, however odd. */
class DocumentPropertyTest {
  private static final Path DIRECTORY = Path.of(System.getProperty("java.io.tmpdir"));

  @Property(tries = 300)
  void anyBytes_endAsDocumentOrReason(@ForAll byte[] bytes, @ForAll("names") String name) {
    check(Readers.read(name, bytes, DIRECTORY));
  }

  @Property(tries = 300)
  void anyMail_hasSpansInItsText(
      @ForAll("pieces") List<String> pieces, @ForAll("names") String name) {
    check(Readers.read(name, String.join("", pieces).getBytes(UTF_8), DIRECTORY));
  }

  @Property(tries = 40)
  void damagedPdfs_endAsDocumentOrReason(
      @ForAll("words") List<String> words, @ForAll int where, @ForAll byte what) {
    byte[] pdf = pdf(words);
    pdf[Math.floorMod(where, pdf.length)] = what;
    check(Readers.read("a.pdf", pdf, DIRECTORY));
  }

  @Property(tries = 40)
  void everyTokenOfAPdf_hasABox(@ForAll("words") List<String> words) {
    Document pdf = (Document) Readers.read("a.pdf", pdf(words), DIRECTORY);

    assertThat(pdf.tokens())
        .hasSizeGreaterThanOrEqualTo(1)
        .allSatisfy(token -> assertThat(pdf.places(token)).isNotEmpty());
  }

  private static byte[] pdf(List<String> words) {
    return new Pdfs()
        .page(p -> {
          for (int i = 0; i < words.size(); i++) {
            p.write(8 + i % 5, 40 + 37 * (i % 9), 60 + 11 * i, words.get(i));
          }
        })
        .bytes();
  }

  private static void check(Read read) {
    assertThat(DocumentJson.read(DocumentJson.write(read))).isEqualTo(read);
    if (read instanceof Document document) {
      inside(document);
    }
  }

  private static void inside(Document document) {
    Span all = new Span(0, document.text().length());
    assertThat(document.blocks()).extracting(Block::span).allMatch(all::contains);
    assertThat(document.words()).extracting(Placed::span).allMatch(all::contains);
    assertThat(document.sentences()).allMatch(all::contains);
    assertThat(document.tokens()).allMatch(all::contains);
    assertThat(document.fields()).allMatch(f -> f.span() == null || all.contains(f.span()));
    document.attachments().forEach(DocumentPropertyTest::inside);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("", "a.eml", "a.html", "a.ics", "a.vcf", "a.pdf", "a.txt");
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.strings()
        .withChars("abcdefgXYZ019.,:-")
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(w -> w.chars().anyMatch(Character::isLetterOrDigit))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  /** What mails are made of, in any order. */
  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "From: Ann <ann@example.org>\n",
            "Subject: =?utf-8?b?w6TDpA==?=\n",
            "Content-Type: multipart/mixed; boundary=X\n",
            "Content-Type: text/html\n",
            "Content-Type: text/calendar\n",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "\n",
            "--X\n",
            "--X--\n",
            "> quoted\n",
            "On 3 May 2024 Ann wrote:\n",
            "-- \n",
            "=C3=A4=\n",
            "<div style='color:#fff'>\ud83d\ude00</div>",
            "<table><tr><td>a<td>b",
            "BEGIN:VEVENT\nDTSTART:20260503\n",
            "Regards,\nAnn\n",
            "\ud83d",
            "\u0000\u2028",
            "A longer sentence that goes on. And J. Smith said so.\n")
        .list()
        .ofMaxSize(30);
  }
}
