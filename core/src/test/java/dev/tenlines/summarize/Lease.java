package dev.tenlines.summarize;

/** A document that we wrote ourselves, long enough to leave something out. */
final class Lease {
  static final String TEXT =
      """
      # Lease of the Harbour Street Bakery

      This lease is made on 3 March 2026 between Marlow Estates Ltd (the landlord) and Tessa Quill (the tenant). The landlord
      lets the ground floor of 14 Harbour Street to the tenant for five years. The tenant will use the rooms as a bakery and for
      nothing else. The term begins on 1 April 2026 and ends on 31 March 2031.

      ## Rent

      The rent is EUR 2,400 a month and is due on the third working day. It rises by 2.5 percent on 1 April of each year. The
      tenant pays a deposit of EUR 7,200 before the keys are handed over. The landlord does not pay interest on the deposit.
      Late rent costs a fee of EUR 40 for each reminder. Electricity and water are not part of the rent.

      ## Repairs

      The landlord keeps the roof, the walls and the pipes in repair. The tenant repairs what customers or staff break. The oven
      was inspected by Brandt & Sons in January 2026 and was found to be safe. A broken oven has to be reported within two days.
      The tenant may not change the front of the shop without a letter from the landlord. Mr Okafor of Marlow Estates answers
      questions about repairs.

      ## Notice

      Either side may end the lease after three years with six months' notice in writing. The landlord may end it at once when
      the rent is 60 days late. The tenant said in a letter: "We will not sell alcohol in this shop." All letters go to Marlow
      Estates Ltd, 2 Quay Lane. The tenant returns the keys on the last day of the term.

      ## Neighbours

      Deliveries before six in the morning are not allowed. The courtyard is shared with the bookshop next door. Both shops
      clean the courtyard in turn, week by week. Music may be played until ten in the evening. The tenant keeps the chimney
      free of soot and shows the receipt of the sweep each autumn.
      """;

  private Lease() {}
}
