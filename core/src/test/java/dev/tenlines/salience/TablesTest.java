package dev.tenlines.salience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.salience.Tables.Computed;
import dev.tenlines.salience.Tables.Digest;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final String ORDERS =
      """
      The orders of this week:

      | Item   | State  | Price   |
      |--------|--------|---------|
      | Rope   | sent   | €0.10   |
      | Anchor | sent   | €250.20 |
      | Paint  | open   | €30.00  |
      | Lamp   | sent   | €19.99  |
      | Total  |        | €300.29 |
      """;

  @Test
  void summary_prices_areAddedUpToTheCent() {
    Digest digest = digest(ORDERS);

    assertThat(digest.text())
        .isEqualTo(
            "A table of 4 rows and 3 columns (Item, State, Price). State: most often sent (3), open (1)."
                + " Price: from €0.10 to €250.20, sum €300.29, mean €75.0725.");
  }

  @Test
  void summary_computedNumber_namesItsCells() {
    Computed sum =
        digest(ORDERS).computed().stream()
            .filter(c -> c.how().equals("sum"))
            .findFirst()
            .orElseThrow();

    assertThat(sum.text()).isEqualTo("€300.29");
    assertThat(sum.cells())
        .extracting((Span cell) -> cell.of(ORDERS))
        .containsExactly("€0.10", "€250.20", "€30.00", "€19.99");
  }

  @Test
  void summary_commaDecimals_areReadAsSuch() {
    String table = "Ware\tPreis\nSeil\t1.250,50 €\nFarbe\t0,50 €\nLampe\t10,00 €\n";

    assertThat(digest(table).text()).contains("Preis: from €0.50 to €1250.50, sum €1261.00");
  }

  @Test
  void summary_yearsAndShares_areNotAddedUp() {
    String table = "Year\tShare\n2021\t10 %\n2022\t20 %\n2023\t30 %\n";

    assertThat(digest(table).text())
        .contains("Year: from 2021 to 2023.", "Share: from 10 % to 30 %.")
        .doesNotContain("sum");
  }

  @Test
  void summary_proseWithoutTables_isEmpty() {
    assertThat(Tables.summary(DocumentReader.plain("input", "No table. None at all.\nNone.")))
        .isEmpty();
  }

  private static Digest digest(String text) {
    Document document = DocumentReader.plain("input", text);
    List<Digest> digests = Tables.summary(document);
    assertThat(digests).hasSize(1);
    return digests.getFirst();
  }
}
