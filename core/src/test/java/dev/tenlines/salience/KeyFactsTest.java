package dev.tenlines.salience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenlines.Evidence;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.summarize.Summary.KeyFact;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFactsTest {
  private static final String LEASE =
      """
      THIS AGREEMENT is made as of the 5th day of May 2021 by and between NORTHWIND MILLS, INC.,
      a Delaware corporation (“Landlord”), and Blue Heron Books LLC (“Tenant”).

      The term shall commence on June 1, 2021 and shall end on May 31, 2024. Tenant shall pay a
      deposit of four thousand and 00/100 Dollars ($4,000.00). The rent of Northwind Mills, Inc. is due
      on the first day of each month. A late fee of $ 50.00 is due after ten days, again $50.
      """;

  @Test
  void of_contract_saysWhoWhenAndHowMuch() {
    assertThat(facts(LEASE))
        .extracting(KeyFact::kind, KeyFact::text)
        .containsExactlyInAnyOrder(
            tuple("party", "NORTHWIND MILLS, INC."),
            tuple("party", "Blue Heron Books LLC"),
            tuple("date", "5th day of May 2021"),
            tuple("date", "June 1, 2021"),
            tuple("date", "May 31, 2024"),
            tuple("amount", "$4,000.00"),
            tuple("amount", "$ 50.00"));
  }

  @Test
  void of_contract_saysWhatTheyAreAbout() {
    assertThat(facts(LEASE))
        .extracting(KeyFact::text, KeyFact::about)
        .contains(
            tuple("NORTHWIND MILLS, INC.", "Landlord"),
            tuple("Blue Heron Books LLC", "Tenant"),
            tuple("June 1, 2021", "The term shall commence on"));
  }

  @Test
  void of_anyFact_standsWhereItSays() {
    for (KeyFact fact : facts(LEASE)) {
      Evidence.Span span = (Evidence.Span) fact.from();
      assertThat(LEASE.substring(span.start(), span.end())).isEqualTo(span.text());
      assertThat(span.text().replaceAll("\\s+", " ")).isEqualTo(fact.text());
    }
  }

  @Test
  void of_schedule_staysWhole() {
    StringBuilder text = new StringBuilder("The rent is as follows:\n\n");
    for (int year = 1; year <= 8; year++) {
      text.append("Year ").append(year).append("\t$\t1,").append(year).append("00.00\n");
    }

    assertThat(facts(text.toString())).filteredOn(f -> f.kind().equals("amount")).hasSize(8);
  }

  @Test
  void of_story_namesWhoComesOften() {
    String story =
        "At dawn young Tom Arden left the camp. Nobody saw Arden go, and by noon the men of Arden"
            + " were worried. Then old Arden came back with water.";

    assertThat(facts(story)).extracting(KeyFact::text).containsExactly("Tom Arden");
  }

  @Test
  void of_textWithoutAny_isEmpty() {
    assertThat(facts("the sea was calm and nobody spoke.")).isEmpty();
  }

  private static List<KeyFact> facts(String text) {
    return KeyFacts.of(DocumentReader.plain("input", text));
  }
}
