package dev.tenlines.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactsTest {
  private final Asked contact = new Asked("contact");

  @Test
  void british_signature_after_dashes_has_every_detail() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Nia Pritchard <nia@tidewell.example.org>
                    To: Sam Bright <sam@bright.example.org>
                    Subject: Re: Roof survey
                    Date: Tue, 10 Nov 2026 12:00:00 +0000

                    Hi Sam,

                    the survey is booked. Ask for Colin Webb on 020 7946 0111 if I am out.

                    Many thanks,
                    Nia

                    --
                    Dr Nia Pritchard
                    Senior Building Surveyor
                    Tidewell Homes Ltd
                    Unit 4, 27 Harbour Road
                    Swansea SA1 8QY
                    Tel: 029 2018 0455 | Mob: 07700 900345
                    nia@tidewell.example.org | www.tidewell.example.org

                    On Mon, 9 Nov 2026 at 10:02, Sam Bright <sam@bright.example.org> wrote:
                    > When will you come?
                    >
                    > Sam Bright
                    > Director, Bright & Sons
                    > 07700 900777
                    """)))
        .containsExactly(
            "name = Dr Nia Pritchard",
            "role = Senior Building Surveyor",
            "organisation = Tidewell Homes Ltd",
            "address = Unit 4, 27 Harbour Road, Swansea SA1 8QY",
            "phone = 02920180455",
            "mobile = 07700900345",
            "email = nia@tidewell.example.org",
            "website = www.tidewell.example.org");
  }

  @Test
  void german_signature_knows_a_mobile_from_a_fax() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: "Sommer, Ulrike" <u.sommer@druckhaus-ilse.example.org>
                    To: info@verein.example.org
                    Subject: Plakate
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Sehr geehrter Herr Blank,

                    die Plakate sind gedruckt, Sie können sie ab Montag abholen.

                    Mit freundlichen Grüßen
                    i. A. Ulrike Sommer
                    Leiterin Kundendienst

                    Druckhaus Ilse GmbH & Co. KG
                    Am Mühlgraben 17a
                    38678 Clausthal-Zellerfeld
                    Fon: 030 23125 410
                    Fax: 030 23125 419
                    Handy: 0171 39200 81
                    Geschäftsführer: Bernd Ilse
                    """)))
        .containsExactly(
            "name = Ulrike Sommer",
            "role = Leiterin Kundendienst",
            "organisation = Druckhaus Ilse GmbH & Co. KG",
            "address = Am Mühlgraben 17a, 38678 Clausthal-Zellerfeld",
            "phone = 03023125410",
            "mobile = 01713920081",
            "email = u.sommer@druckhaus-ilse.example.org");
  }

  @Test
  void french_signature_in_one_block() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Hélène Marchand <h.marchand@atelier-bleu.example.org>
                    To: contact@librairie.example.org
                    Subject: Devis
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Bonjour Monsieur,

                    veuillez trouver le devis pour la vitrine. Je reste à votre disposition.

                    Cordialement,

                    Hélène Marchand
                    Responsable commerciale
                    Atelier Bleu SARL
                    12 bis, rue des Tanneurs
                    69003 Lyon
                    Tél. : 01 99 00 12 34
                    Port. : 06 39 98 12 34
                    """)))
        .containsExactly(
            "name = Hélène Marchand",
            "role = Responsable commerciale",
            "organisation = Atelier Bleu SARL",
            "address = 12 bis, rue des Tanneurs, 69003 Lyon",
            "phone = 0199001234",
            "mobile = 0639981234",
            "email = h.marchand@atelier-bleu.example.org");
  }

  @Test
  void spanish_signature_with_bars() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Lucía Ferrer <lucia.ferrer@olivaresferrer.example.org>
                    To: ventas@tienda.example.org
                    Subject: Muestras
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Hola Marcos:

                    mañana salen las muestras de aceite. Si falta algo, me dices.

                    Un saludo,
                    Lucía Ferrer Gómez | Directora de ventas
                    Olivares Ferrer S.L.
                    Calle Mayor, 14, 2º B, 23001 Jaén
                    Móvil 612 345 678
                    """)))
        .containsExactly(
            "name = Lucía Ferrer Gómez",
            "role = Directora de ventas",
            "organisation = Olivares Ferrer S.L.",
            "address = Calle Mayor, 14, 2º B, 23001 Jaén",
            "phone = 612345678",
            "mobile = 612345678",
            "email = lucia.ferrer@olivaresferrer.example.org");
  }

  @Test
  void dutch_signature_with_a_site() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Joost de Wit <joost@dewitkozijnen.example.org>
                    To: bouw@project.example.org
                    Subject: Planning
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Beste Karin,

                    de kozijnen worden woensdag geplaatst. Bel gerust als het niet uitkomt.

                    Met vriendelijke groet,

                    Joost de Wit
                    Projectleider

                    De Wit Kozijnen B.V.
                    Sluisweg 31
                    5145 PE Waalwijk
                    T 085 000 4411
                    M 06 12345678
                    www.dewitkozijnen.example.org
                    """)))
        .containsExactly(
            "name = Joost de Wit",
            "role = Projectleider",
            "organisation = De Wit Kozijnen B.V.",
            "address = Sluisweg 31, 5145 PE Waalwijk",
            "phone = 0850004411",
            "mobile = 0612345678",
            "email = joost@dewitkozijnen.example.org",
            "website = www.dewitkozijnen.example.org");
  }

  @Test
  void italian_signature_of_a_university() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Giulia Bassani <giulia.bassani@istitutoacque.example.org>
                    To: segreteria@convegno.example.org
                    Subject: Poster
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Gentili colleghi,

                    allego il poster per la sessione di giovedì, sono disponibile per domande.

                    Cordiali saluti

                    Dott.ssa Giulia Bassani
                    Ricercatrice
                    Istituto Acque e Suoli
                    Via dei Mille 8
                    37126 Verona (VR)
                    Tel. +39 045 000 1122
                    """)))
        .containsExactly(
            "name = Dott.ssa Giulia Bassani",
            "role = Ricercatrice",
            "organisation = Istituto Acque e Suoli",
            "address = Via dei Mille 8, 37126 Verona (VR)",
            "phone = +390450001122",
            "email = giulia.bassani@istitutoacque.example.org");
  }

  @Test
  void american_signature_on_two_lines() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Dale <dale@ridgelinemaps.example.org>
                    To: Ana <ana@trails.example.org>
                    Subject: Prints
                    Date: Tue, 10 Nov 2026 12:00:00 -0700

                    Ana, the prints look great. Shipping Monday.

                    Dale Whitaker · Cartographer · Ridgeline Maps LLC
                    118 N Main St, Suite 5, Moab, UT 84532 · (435) 555-0117
                    """)))
        .containsExactly(
            "name = Dale Whitaker",
            "role = Cartographer",
            "organisation = Ridgeline Maps LLC",
            "address = 118 N Main St, Suite 5, Moab, UT 84532",
            "phone = +14355550117",
            "email = dale@ridgelinemaps.example.org");
  }

  @Test
  void nothing_is_found_in_prose() {
    assertThat(
            contact.of(
                Asked.text(
                    """
                    The river had been rising for three days when the ferryman finally gave up and
                    walked to the village. Nobody there believed him. In 1874 such floods were
                    known only from stories, and the mayor said that stories keep no one dry.
                    They waited until the water reached the steps of the church, and then they
                    believed him all at once and very loudly.
                    """)))
        .isEmpty();
  }

  @Test
  void number_in_the_answered_mail_is_nobodys() {
    assertThat(
            contact.of(
                Asked.mail(
                    """
                    From: Pia Roth <pia@roth.example.org>
                    To: Jens Ahlers <jens@ahlers-bau.example.org>
                    Subject: AW: Termin
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Hallo Herr Ahlers,

                    Donnerstag passt mir gut, danke.

                    Viele Grüße
                    Pia Roth

                    Am 09.11.2026 um 09:12 schrieb Jens Ahlers:
                    > Guten Tag Frau Roth, passt Donnerstag?
                    >
                    > Jens Ahlers
                    > Bauleiter, Ahlers Bau GmbH
                    > Tel. 030 23125 555
                    """)))
        .containsExactly("name = Pia Roth", "email = pia@roth.example.org");
  }
}
