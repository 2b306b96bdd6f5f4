package dev.tenlines.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Refused;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as they come over the wire, good and bad. */
class MailReadingTest {
  @TempDir Path directory;

  @Test
  void headers_areLinesAndFields() {
    Document mail =
        read(
            """
            Received: from somewhere
            From: =?utf-8?q?Ann_M=C3=BCller?= <ann@example.org>
            To: bob@example.org,
             carol@example.org
            Subject: =?iso-8859-1?B?/GJlcg==?= =?iso-8859-1?Q?mor?=
             =?iso-8859-1?Q?gen?=
            Message-ID: <1@example.org>
            Date: Fri, 3 May 2024 10:20:00 +0200

            Hello.
            """);

    assertThat(mail.text())
        .startsWith("From: Ann Müller <ann@example.org>\nTo: bob@example.org, carol@example.org\n")
        .contains("Subject: übermorgen\n")
        .endsWith("\n\nHello.\n");
    assertThat(value(mail, "Message-ID")).isEqualTo("<1@example.org>");
    assertThat(mail.fields())
        .filteredOn(f -> f.span() != null)
        .allSatisfy(f -> assertThat(f.span().of(mail.text())).isEqualTo(f.value()));
    assertThat(mail.written()).isEqualTo("Hello.");
  }

  @Test
  void alternatives_giveThePlainOne() {
    assertThat(read(alternative("Plain words.", "<p>Other words.</p>")).written())
        .isEqualTo("Plain words.");
  }

  @Test
  void alternatives_withEmptyPlainText_giveThePage() {
    assertThat(read(alternative("  ", "<p>Other words.</p>")).written()).isEqualTo("Other words.");
  }

  @Test
  void page_ofAnAlternative_stillGivesItsData() {
    Document mail =
        read(
            alternative(
                "Your order.",
                "<script type='application/ld+json'>{\"@type\":\"Order\",\"orderNumber\":\"9\"}</script>"));

    assertThat(value(mail, "Order.orderNumber")).isEqualTo("9");
  }

  @Test
  void attachments_areDocumentsOfTheirOwn() {
    Document mail =
        read(
            """
            From: ann@example.org
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=X

            --X
            Content-Type: text/plain; charset=utf-8

            See the note.
            --X
            Content-Type: text/plain; name="a.txt"
            Content-Disposition: attachment; filename*0*=utf-8''na%%C3%%AFve; filename*1*=%%20note.txt
            Content-Transfer-Encoding: base64

            %s
            --X
            Content-Type: message/rfc822

            From: carol@example.org
            Subject: Inner

            Deep words.
            --X
            Content-Type: image/png; name=logo.png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --X--
            """
                .formatted(Base64.getEncoder().encodeToString("Grüße".getBytes(UTF_8))));

    assertThat(mail.written()).isEqualTo("See the note.");
    assertThat(mail.attachments())
        .extracting(Document::name)
        .containsExactly("naïve note.txt", "part 2", "logo.png");
    assertThat(mail.attachments().get(0).text()).isEqualTo("Grüße");
    assertThat(mail.attachments().get(1).text()).contains("Subject: Inner", "Deep words.");
    assertThat(mail.warnings()).singleElement().asString().contains("logo.png", "image/png");
  }

  @Test
  void invitation_isReadExactly() {
    Document mail =
        read(
            """
            From: ann@example.org
            Content-Type: text/calendar; charset=utf-8; method=REQUEST

            BEGIN:VCALENDAR
            BEGIN:VTIMEZONE
            TZID:Europe/Berlin
            DTSTART:16010101T000000
            END:VTIMEZONE
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Berlin:20260503T100000
            DTEND:20260503T090000Z
            SUMMARY:Fair\\, first day
            DESCRIPTION:Bring tea
              and cake\\nfor all
            ORGANIZER;CN="Ann M.":mailto:ann@example.org
            END:VEVENT
            END:VCALENDAR
            """);

    assertThat(value(mail, "VEVENT.DTSTART")).isEqualTo("2026-05-03T10:00:00[Europe/Berlin]");
    assertThat(value(mail, "VEVENT.DTEND")).isEqualTo("2026-05-03T09:00:00Z");
    assertThat(value(mail, "VEVENT.SUMMARY")).isEqualTo("Fair, first day");
    assertThat(value(mail, "VEVENT.DESCRIPTION")).isEqualTo("Bring tea and cake\nfor all");
    assertThat(value(mail, "VEVENT.ORGANIZER")).isEqualTo("Ann M. <ann@example.org>");
    assertThat(mail.attachments())
        .singleElement()
        .satisfies(ics -> assertThat(ics.text()).doesNotContain("1601"));
  }

  @Test
  void card_isReadExactly() {
    String card =
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Miller\r\nORG:Acme;Sales\r\n"
            + "item1.EMAIL;TYPE=work:ann@example.org\r\nTEL:+49 30 1\r\nEND:VCARD\r\n";
    Document document = (Document) Readers.read("ann.vcf", card.getBytes(UTF_8), directory);

    assertThat(document.fields())
        .extracting(f -> f.name() + "=" + f.value())
        .containsExactly(
            "VCARD.FN=Ann Miller",
            "VCARD.ORG=Acme, Sales",
            "VCARD.EMAIL=ann@example.org",
            "VCARD.TEL=+49 30 1");
  }

  @Test
  void charsetsThatAreWrong_areGuessed() {
    byte[] latin =
        "From: a@example.org\nSubject: Gr\u00fc\u00dfe\nContent-Type: text/plain; charset=us-ascii\n\nSch\u00f6n.\n"
            .getBytes(ISO_8859_1);
    byte[] cyrillic =
        "From: a@example.org\nSubject: x\nContent-Type: text/plain\n\nДобрый день, как ваши дела сегодня\n"
            .getBytes(Charset.forName("KOI8-R"));

    assertThat(((Document) Readers.read("", latin, directory)).text())
        .contains("Subject: Grüße", "Schön.");
    assertThat(((Document) Readers.read("", cyrillic, directory)).text()).contains("Добрый день");
  }

  @Test
  void brokenMails_areReadAsFarAsTheyGo() {
    Document cut =
        read(
            """
            From: a@example.org
            Content-Type: multipart/mixed; boundary=X

            --X
            Content-Type: text/plain

            First words.
            """);
    Document odd =
        read("From: a@example.org\nContent-Type: nonsense; charset=x-none\n\nStill words.\n");

    assertThat(cut.text()).contains("First words.");
    assertThat(odd.attachments().isEmpty() ? odd.text() : odd.attachments().getFirst().text())
        .contains("Still words.");
  }

  @Test
  void millionHeaders_areRefused() {
    StringBuilder mail = new StringBuilder("From: a@example.org\nSubject: x\n");
    for (int i = 0; i < 1_000_000; i++) {
      mail.append("X-A").append(i).append(": 1\n");
    }
    assertThat(Readers.read("x.eml", mail.append("\nHi").toString().getBytes(UTF_8), directory))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.TOO_MANY_PARTS));
  }

  @Test
  void nestedBeyondReason_isRefused() {
    StringBuilder mail = new StringBuilder("From: a@example.org\nSubject: x\n");
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    assertThat(Readers.read("x.eml", mail.toString().getBytes(UTF_8), directory))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.kind()).isEqualTo(Refused.Kind.TOO_MANY_PARTS));
  }

  @Test
  void quotedReplyInAPage_isMarked() {
    Document mail =
        read(
            "From: a@example.org\nContent-Type: text/html\n\n<p>Fine.</p><div class=gmail_quote>"
                + "On 3 May 2024 Ann wrote:<blockquote>Shall we meet?</blockquote></div>");

    assertThat(mail.written()).isEqualTo("Fine.");
    assertThat(mail.blocks())
        .anySatisfy(b -> {
          assertThat(b.kind()).isEqualTo(Kind.QUOTED_REPLY);
          assertThat(b.span().of(mail.text())).contains("Ann wrote", "Shall we meet?");
        });
  }

  private static String alternative(String plain, String html) {
    return """
    From: ann@example.org
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="X"

    --X
    Content-Type: text/plain; charset=utf-8

    %s
    --X
    Content-Type: text/html; charset=utf-8

    %s
    --X--
    """
        .formatted(plain, html);
  }

  private Document read(String mail) {
    return (Document) Readers.read("mail.eml", mail.getBytes(UTF_8), directory);
  }

  private static String value(Document mail, String name) {
    return mail.fields().stream()
        .filter(f -> f.name().equals(name))
        .map(Field::value)
        .findFirst()
        .orElse("");
  }
}
