package dev.tenlines.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventsTest {
  private final Asked event = new Asked("event");

  @Test
  void english_talk_in_running_text() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Friends of Marlow Library <events@marlowlibrary.example.org>
                    To: members@marlowlibrary.example.org
                    Subject: Invitation: a talk on clocks
                    Date: Tue, 03 Nov 2026 12:00:00 +0000

                    Dear members,

                    on Thursday 19 November at 7 pm Dr. Harriet Vance will talk about "Bells,
                    Springs and Quartz" in the Reading Room. Doors open at 6.15 pm, and we
                    should be done by 8.30 pm.

                    Please let us know by 12 November if you are coming:
                    tickets@marlowlibrary.example.org or https://marlowlibrary.example.org/bells.

                    Kind regards
                    Owen Pike
                    """)))
        .containsExactly(
            "title = Bells, Springs and Quartz",
            "date = 2026-11-19",
            "start_time = 19:00",
            "end_time = 20:30",
            "location = Reading Room",
            "speaker = Dr. Harriet Vance",
            "organiser = Friends of Marlow Library",
            "email = tickets@marlowlibrary.example.org",
            "url = https://marlowlibrary.example.org/bells");
  }

  @Test
  void german_invitation_with_labels() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Imkerverein Oberau <info@imkerverein-oberau.example.org>
                    To: mitglieder@imkerverein-oberau.example.org
                    Subject: Einladung: Vortragsabend
                    Date: Tue, 03 Nov 2026 12:00:00 +0100

                    Liebe Imkerinnen und Imker,

                    wir laden herzlich ein:

                    Thema: Bienen im Winter
                    Wann: Freitag, 27. November 2026, 19.00 bis 21.00 Uhr
                    Wo: Gemeindehaus Oberau, kleiner Saal
                    Referentin: Prof. Dr. Silke Brandner

                    Einlass ist ab 18.30 Uhr. Anmeldung bitte bis zum 20. November an
                    anmeldung@imkerverein-oberau.example.org.

                    Mit freundlichen Grüßen
                    Der Vorstand
                    """)))
        .containsExactly(
            "title = Bienen im Winter",
            "date = 2026-11-27",
            "start_time = 19:00",
            "end_time = 21:00",
            "location = Gemeindehaus Oberau, kleiner Saal",
            "speaker = Prof. Dr. Silke Brandner",
            "organiser = Imkerverein Oberau",
            "email = anmeldung@imkerverein-oberau.example.org");
  }

  @Test
  void french_concert() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Association Les Quais <contact@lesquais.example.org>
                    To: amis@lesquais.example.org
                    Subject: Invitation : conférence du 4 décembre
                    Date: Tue, 03 Nov 2026 12:00:00 +0100

                    Chers amis,

                    le vendredi 4 décembre 2026 à 18h30, la conférence « Les ponts de bois »
                    sera donnée par Claire Dumas à la Médiathèque Victor Hugo. Accueil à partir
                    de 18h. Fin vers 20h.

                    Merci de vous inscrire avant le 28 novembre : contact@lesquais.example.org

                    Cordialement,
                    Paul Arnaud
                    """)))
        .containsExactly(
            "title = Les ponts de bois",
            "date = 2026-12-04",
            "start_time = 18:30",
            "end_time = 20:00",
            "location = Médiathèque Victor Hugo",
            "speaker = Claire Dumas",
            "organiser = Association Les Quais",
            "email = contact@lesquais.example.org");
  }

  @Test
  void spanish_workshop() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Centro Cultural La Noria <hola@lanoria.example.org>
                    To: lista@lanoria.example.org
                    Subject: Taller de encuadernación
                    Date: Tue, 03 Nov 2026 12:00:00 +0100

                    Hola a todos:

                    Taller: "Coser libros a mano"
                    Cuándo: sábado 28 de noviembre de 2026, de 10:00 a 13:30
                    Dónde: Sala Azul, Centro Cultural La Noria
                    Imparte: Marta Iglesias

                    Inscripciones hasta el 21 de noviembre en https://lanoria.example.org/taller

                    Un saludo
                    """)))
        .containsExactly(
            "title = Coser libros a mano",
            "date = 2026-11-28",
            "start_time = 10:00",
            "end_time = 13:30",
            "location = Sala Azul, Centro Cultural La Noria",
            "speaker = Marta Iglesias",
            "organiser = Centro Cultural La Noria",
            "url = https://lanoria.example.org/taller");
  }

  @Test
  void dutch_lecture() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Historische Vereniging Dijkstad <bestuur@hvdijkstad.example.org>
                    To: leden@hvdijkstad.example.org
                    Subject: Uitnodiging: lezing op 10 december
                    Date: Tue, 03 Nov 2026 12:00:00 +0100

                    Beste leden,

                    op donderdag 10 december 2026 spreekt Anneke Vos over "De molens van
                    toen". De lezing begint om 20.00 uur in de Oude Bibliotheek (inloop vanaf
                    19.30 uur) en duurt tot 22.00 uur.

                    Aanmelden kan tot 3 december via bestuur@hvdijkstad.example.org.

                    Met vriendelijke groet,
                    Kees Bakker
                    """)))
        .containsExactly(
            "title = De molens van toen",
            "date = 2026-12-10",
            "start_time = 20:00",
            "end_time = 22:00",
            "location = Oude Bibliotheek",
            "speaker = Anneke Vos",
            "organiser = Historische Vereniging Dijkstad",
            "email = bestuur@hvdijkstad.example.org");
  }

  @Test
  void italian_presentation() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Libreria Il Faro <eventi@libreriailfaro.example.org>
                    To: amici@libreriailfaro.example.org
                    Subject: Invito: presentazione del libro
                    Date: Tue, 03 Nov 2026 12:00:00 +0100

                    Cari lettori,

                    venerdì 20 novembre 2026 alle ore 18.30 Chiara Lodi presenta il libro
                    "Le strade di sale" presso la Libreria Il Faro. Segue un aperitivo alle 20.00.

                    Iscrizioni entro il 15 novembre: eventi@libreriailfaro.example.org

                    A presto
                    """)))
        .containsExactly(
            "title = Le strade di sale",
            "date = 2026-11-20",
            "start_time = 18:30",
            "location = Libreria Il Faro",
            "speaker = Chiara Lodi",
            "organiser = Libreria Il Faro",
            "email = eventi@libreriailfaro.example.org");
  }

  @Test
  void page_without_a_head() {
    assertThat(
            event.of(
                Asked.text(
                    """
                    Open Workshop: Mending Bicycles

                    Saturday, December 5, 2026, 2:00 - 4:30 pm
                    Tool Shed, 18 Orchard Street

                    Led by Rosa Delgado. Registration closes December 1.
                    Register: https://mending.example.org/dec
                    """)))
        .contains(
            "date = 2026-12-05",
            "start_time = 14:00",
            "end_time = 16:30",
            "speaker = Rosa Delgado",
            "url = https://mending.example.org/dec");
  }

  @Test
  void event_of_an_answered_mail_is_none() {
    assertThat(
            event.of(
                Asked.mail(
                    """
                    From: Pia Roth <pia@roth.example.org>
                    To: Jens Ahlers <jens@ahlers.example.org>
                    Subject: Re: Fotos
                    Date: Tue, 10 Nov 2026 12:00:00 +0100

                    Hallo Jens, danke für die Bilder.

                    Am 09.11.2026 um 09:12 schrieb Jens Ahlers:
                    > Vortrag "Alte Brücken" am 14. Dezember um 19 Uhr im Rathaus.
                    """)))
        .doesNotContain("date = 2026-12-14", "start_time = 19:00", "title = Alte Brücken");
  }

  @Test
  void nothing_is_found_in_prose() {
    assertThat(
            event.of(
                Asked.text(
                    """
                    On 3 May 1874 the river rose for the third day. The ferryman left at nine
                    o'clock and walked to the village, where nobody believed him before noon.
                    """)))
        .isEmpty();
  }
}
