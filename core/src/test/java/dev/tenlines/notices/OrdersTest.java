package dev.tenlines.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrdersTest {
  private final Asked order = new Asked("order");

  @Test
  void english_order_answers_an_offer() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Ruth Penhale <ruth@penhalecafe.example.org>
                    To: orders@millbrookroasters.example.org
                    Subject: Re: Offer for December - our order 771
                    Date: Thu, 12 Nov 2026 09:00:00 +0000

                    Hi Gwen,

                    we would like to order 20 bags of the house blend, order no. 771. Please
                    deliver by Friday 27 November.

                    Delivery address: Penhale Cafe, 8 Fore Street, Looe PL13 1AE

                    Best wishes
                    Ruth Penhale
                    Penhale Cafe Ltd
                    T 020 7946 0222

                    On Wed, 11 Nov 2026 at 15:00, Gwen <orders@millbrookroasters.example.org> wrote:
                    > The offer is valid until 30 November.
                    > Gwen, Millbrook Roasters Ltd, 020 7946 0999
                    """)))
        .containsExactly(
            "order_date = 2026-11-12",
            "delivery_date = 2026-11-27",
            "seller = Millbrook Roasters Ltd",
            "customer = Penhale Cafe Ltd",
            "delivery_address = Penhale Cafe, 8 Fore Street, Looe PL13 1AE",
            "email = ruth@penhalecafe.example.org",
            "phone = 02079460222");
  }

  @Test
  void german_order_with_an_address_for_the_goods() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Tischlerei Brandt <buero@tischlerei-brandt.example.org>
                    To: Holzhandel Eck <verkauf@holzhandel-eck.example.org>
                    Subject: Bestellung 88-12
                    Date: Thu, 12 Nov 2026 09:00:00 +0100

                    Sehr geehrte Damen und Herren,

                    hiermit bestellen wir 14 Platten Birke Multiplex, 18 mm.

                    Lieferung bis spätestens 25.11.2026 an:
                    Tischlerei Brandt, Werkstatt 2
                    Feldweg 3
                    37671 Höxter

                    Mit freundlichen Grüßen
                    Jörn Brandt
                    Tischlerei Brandt GmbH
                    Hauptstr. 12, 37671 Höxter
                    Tel. 030 23125 640
                    """)))
        .containsExactly(
            "order_date = 2026-11-12",
            "delivery_date = 2026-11-25",
            "seller = Holzhandel Eck",
            "customer = Tischlerei Brandt GmbH",
            "delivery_address = Tischlerei Brandt, Werkstatt 2, Feldweg 3, 37671 Höxter",
            "email = buero@tischlerei-brandt.example.org",
            "phone = 03023125640");
  }

  @Test
  void french_order() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Luc Fabre <luc@brasseriefabre.example.org>
                    To: Verrerie du Lac <commandes@verreriedulac.example.org>
                    Subject: Bon de commande 2026-31
                    Date: Thu, 12 Nov 2026 09:00:00 +0100

                    Bonjour,

                    nous commandons 1200 bouteilles 33 cl. Merci de livrer avant le 1er décembre 2026.

                    Adresse de livraison :
                    Brasserie Fabre
                    5 chemin des Moulins
                    38000 Grenoble

                    Cordialement,
                    Luc Fabre
                    Brasserie Fabre SARL
                    01 99 00 45 67
                    """)))
        .containsExactly(
            "order_date = 2026-11-12",
            "delivery_date = 2026-12-01",
            "seller = Verrerie du Lac",
            "customer = Brasserie Fabre SARL",
            "delivery_address = Brasserie Fabre, 5 chemin des Moulins, 38000 Grenoble",
            "email = luc@brasseriefabre.example.org",
            "phone = 0199004567");
  }

  @Test
  void spanish_confirmation_turns_the_sides() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Papelería Sol <pedidos@papeleriasol.example.org>
                    To: Inés Robles <ines.robles@correo.example.org>
                    Subject: Confirmación de su pedido PS-1044
                    Date: Thu, 12 Nov 2026 09:00:00 +0100

                    Hola Inés:

                    Gracias por su pedido PS-1044 del 11 de noviembre de 2026.

                    Dirección de entrega:
                    Inés Robles Cano
                    Avenida del Puerto 40, 3º A
                    46021 Valencia

                    Entrega prevista: 18/11/2026

                    Papelería Sol
                    """)))
        .containsExactly(
            "order_date = 2026-11-11",
            "delivery_date = 2026-11-18",
            "seller = Papelería Sol",
            "customer = Inés Robles Cano",
            "delivery_address = Inés Robles Cano, Avenida del Puerto 40, 3º A, 46021 Valencia",
            "email = ines.robles@correo.example.org");
  }

  @Test
  void dutch_order() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Sanne Kuiper <sanne@kuiperbloemen.example.org>
                    To: verkoop@potgrond.example.org
                    Subject: Bestelling 2026-55
                    Date: Thu, 12 Nov 2026 09:00:00 +0100

                    Beste heer Mulder,

                    graag bestellen wij 60 zakken potgrond. Wij hebben ze uiterlijk 24 november
                    nodig. Leveren aan: Kuiper Bloemen, Dorpsstraat 9, 1483 BG De Rijp.

                    Met vriendelijke groet,
                    Sanne Kuiper
                    Kuiper Bloemen V.O.F.
                    M 06 12345671
                    """)))
        .containsExactly(
            "order_date = 2026-11-12",
            "delivery_date = 2026-11-24",
            "customer = Kuiper Bloemen V.O.F.",
            "delivery_address = Kuiper Bloemen, Dorpsstraat 9, 1483 BG De Rijp",
            "email = sanne@kuiperbloemen.example.org",
            "phone = 0612345671");
  }

  @Test
  void italian_order() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Paolo Greco <paolo@trattoriagreco.example.org>
                    To: Cantina Alta <ordini@cantinaalta.example.org>
                    Subject: Ordine 118
                    Date: Thu, 12 Nov 2026 09:00:00 +0100

                    Buongiorno,

                    ordiniamo 12 cartoni di rosso. Vi preghiamo di consegnare entro il 20 novembre 2026.

                    Indirizzo di consegna:
                    Trattoria Greco
                    Via Garibaldi 22
                    50123 Firenze (FI)

                    Cordiali saluti
                    Paolo Greco
                    Trattoria Greco S.r.l.
                    """)))
        .containsExactly(
            "order_date = 2026-11-12",
            "delivery_date = 2026-11-20",
            "seller = Cantina Alta",
            "customer = Trattoria Greco S.r.l.",
            "delivery_address = Trattoria Greco, Via Garibaldi 22, 50123 Firenze (FI)",
            "email = paolo@trattoriagreco.example.org");
  }

  @Test
  void letter_about_something_else_is_no_order() {
    assertThat(
            order.of(
                Asked.mail(
                    """
                    From: Paolo Greco <paolo@trattoriagreco.example.org>
                    To: Ana <ana@post.example.org>
                    Subject: Holidays
                    Date: Thu, 12 Nov 2026 09:00:00 +0100

                    Dear Ana, we are back in the old house by the lake until 20 November.
                    """)))
        .containsExactly("email = paolo@trattoriagreco.example.org");
  }
}
