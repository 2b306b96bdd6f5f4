package dev.tenlines.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On 3 May 2024, at 10:20, Ann Miller <ann@example.org> wrote:",
        "On Fri, May 3, 2024 at 10:20 AM Ann Miller <\nann@example.org> wrote:",
        "On May 3, 2024,\nat 10:20,\nAnn Miller wrote:",
        "Am 03.05.2024 um 10:20 schrieb Ann Miller:",
        "Ann Miller <ann@example.org> schrieb am Fr., 3. Mai 2024, 10:20:",
        "Le ven. 3 mai 2024 à 10:20, Ann Miller <ann@example.org> a écrit :",
        "El vie, 3 may 2024 a las 10:20, Ann Miller (<ann@example.org>) escribió:",
        "Il giorno ven 3 mag 2024 alle ore 10:20 Ann Miller <ann@example.org>\nha scritto:",
        "Op vr 3 mei 2024 om 10:20 schreef Ann Miller <ann@example.org>:",
        "Em sex., 3 de mai. de 2024 às 10:20, Ann Miller <ann@example.org> escreveu:",
        "pt., 3 maj 2024 o 10:20 Ann Miller <ann@example.org> napisał(a):",
        "Den fre 3 maj 2024 kl 10:20 skrev Ann Miller <ann@example.org>:",
        "fre. 3. mai 2024 kl. 10:20 skrev Ann Miller <ann@example.org>:",
        "пт, 3 мая 2024 г. в 10:20, Ann Miller <ann@example.org>:",
        "2024-05-03 10:20 GMT+02:00 Ann Miller <ann@example.org>:",
        "2024年5月3日 10:20 Ann Miller <ann@example.org>:",
        "---- On Fri, 03 May 2024 10:20:00 +0200 ann@example.org wrote ----"
      })
  void introduction_inManyLanguages_beginsTheQuote(String introduction) {
    assertThat(reply("Fine with me.\n\n" + introduction + "\n\nShall we meet?\n"))
        .isEqualTo("Fine with me.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: Ann Miller <ann@example.org>\nSent: Friday, May 3, 2024 10:20 AM\nTo: Bob\nSubject: Meeting",
        "Von: Ann Miller <ann@example.org>\nGesendet: Freitag, 3. Mai 2024 10:20\nAn: Bob\nBetreff: Treffen",
        "De : Ann Miller <ann@example.org>\nEnvoyé : vendredi 3 mai 2024 10:20\nÀ : Bob\nObjet : Rendez-vous",
        "________________________________\nDe: Ann Miller <ann@example.org>\nEnviado: viernes, 3 de mayo de 2024\nPara: Bob\nAsunto: Cita",
        "*From:* Ann Miller <ann@example.org>\n*Date:* Friday, May 3, 2024\n*To:* Bob <bob@example.org>\n*Subject:* Meeting",
        "From: Ann Miller with a long name\n<ann@example.org>\nSent: Friday, May 3, 2024 10:20 AM\nTo: Bob\nSubject: Meeting",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "-------- Weitergeleitete Nachricht --------\nBetreff: Treffen\nDatum: 3. Mai 2024\nVon: Ann <ann@example.org>",
        "Feladó: Ann Miller <ann@example.org>\nElküldve: 2024. május 3.\nCímzett: Bob\nTárgy: Találkozó"
      })
  void headOfAnEarlierMail_beginsTheQuote(String head) {
    assertThat(reply("Fine with me.\n\n" + head + "\n\nShall we meet?\n"))
        .isEqualTo("Fine with me.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Monday we ship the new version:\n\n- faster search\n- smaller files",
        "On your own server you can run:\n\n    ping 127.0.0.1",
        "The plan from 3 May 2024 at 10:20 is the one that counts.",
        "She wrote: come at ten.\nI said no.",
        "Key points:\n\n----- Costs -----\n\nThey rise.",
        "From: Berlin\nTo: Paris\n\nHow much is the ticket?",
        "I can be reached at ann@example.org: please write.\nWe are open daily.",
        "The note was sent from my iPhone app yesterday, and it works.",
        "-- first point\n-- second point\nPlease check both of these points soon.",
        "With regards to the payment: it is late, as I told you before."
      })
  void ordinaryText_isNoQuoteAndNoSignature(String text) {
    assertThat(Replies.of(text)).isEmpty();
  }

  @Test
  void answersBetweenQuotes_areAllKept() {
    String mail =
        """
        On 3 May 2024 Ann wrote:
        > Can you come?

        Yes.

        > And Bob?

        No, he is away.
        """;

    assertThat(reply(mail).lines().filter(line -> !line.isBlank()))
        .containsExactly("Yes.", "No, he is away.");
  }

  @Test
  void quotedLineThatWasWrapped_isQuotedToItsEnd() {
    String mail =
        """
        Done.

        > This is a line that was already nearly as long as a line of a mail may
        be
        > and it goes on.
        """;

    assertThat(reply(mail)).isEqualTo("Done.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nAnn Miller\nAcme Ltd",
        "--\nAnn",
        "Best regards,\n\nAnn Miller\nSales",
        "Mit freundlichen Grüßen\nAnn Miller",
        "Cordialement,\nAnn Miller",
        "Sent from my iPhone",
        "Von meinem Handy gesendet",
        "Envoyé de mon iPhone",
        "Get Outlook for iOS<https://example.org/x>",
        "Thanks,\nAnn",
        "-Ann Miller",
        "Ann Miller\nHead of Sales\nann@example.org\n+49 30 1234567"
      })
  void signature_isMarked(String signature) {
    String mail = "The parcel came today and all is well.\n\n" + signature + "\n";

    assertThat(Replies.of(mail))
        .singleElement()
        .satisfies(block -> {
          assertThat(block.kind()).isEqualTo(Kind.SIGNATURE);
          assertThat(block.span().of(mail).strip()).isEqualTo(signature.strip());
        });
  }

  @Test
  void senderName_beginsTheSignature() {
    String mail = "I am on the train.\n\nAnn Miller\nvia mobile\n";

    assertThat(Replies.of(mail, List.of(), "Ann Miller <ann@example.org>"))
        .extracting(block -> block.span().of(mail))
        .containsExactly("Ann Miller\nvia mobile\n");
  }

  @Test
  void noticesAtTheEnd_areFooters() {
    String mail =
        """
        Please see the offer.

        This e-mail and its attachments are confidential. If you are not the person
        it is meant for, delete this message.

        ____________________________
        dogs mailing list
        dogs@lists.example.org
        """;

    assertThat(Replies.of(mail)).extracting(Block::kind).containsOnly(Kind.FOOTER);
    assertThat(reply(mail)).isEqualTo("Please see the offer.");
  }

  private static String reply(String text) {
    return new Document(
            "",
            "text/plain",
            text,
            List.of(),
            Replies.of(text),
            List.of(),
            List.of(),
            List.of(),
            List.of())
        .written();
  }
}
