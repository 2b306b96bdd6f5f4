package dev.tenlines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SupportTest {
  private static final String REPORT =
      "Revenue rose 5% to $1.2 million in the third quarter of 2020, while profit fell to"
          + " $300,000, said Mr Miller.";
  private static final String COURT =
      "Anna Miller sued Peter Schmidt in Berlin after he refused to pay at least nineteen"
          + " invoices, and some tenants left.";
  private static final String LEASE =
      "Tenant may terminate this Lease within thirty (30) days after notice, and Landlord shall"
          + " not unreasonably withhold its consent to \"a change of use\".";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Revenue rose by 5 percent to $1.2m.",
        "In the third quarter, revenue increased 5%.",
        "Profit fell to $0.3 million.",
        "Anna Miller sued Peter Schmidt.",
        "Peter Schmidt was sued by Anna Miller in Berlin.",
        "He refused to pay at least 19 invoices.",
        "Some tenants left.",
        "Tenant may terminate the lease within 30 days after notice.",
        "The landlord shall not unreasonably withhold its consent.",
      })
  void theSameInOtherWords_stands(String sentence) {
    assertThat(Support.violations(sentence, List.of(REPORT, COURT, LEASE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number      | Revenue rose 6%.",
        "unit        | Revenue rose 5% to €1.2 million.",
        "number      | Revenue rose 5% to $1.2 billion.",
        "date        | Revenue rose 5% in March 2020.",
        "name        | Revenue rose, said Mr Smith.",
        "name        | Anna Miller sued Peter Schmidt in Hamburg after he refused to pay.",
        "negation    | Revenue did not rise.",
        "negation    | Landlord shall unreasonably withhold its consent.",
        "negation    | Tenant may not terminate this Lease.",
        "antonym     | Revenue fell 5%.",
        "antonym     | Profit rose to $300,000.",
        "antonym     | Anna Miller sued Peter Schmidt before he refused to pay.",
        "combination | Revenue rose to $300,000.",
        "roles       | Peter Schmidt sued Anna Miller.",
        "quantifier  | All tenants left.",
        "quantifier  | He refused to pay at most 19 invoices.",
        "unit        | Tenant may terminate this Lease within 30 months after notice.",
        "hedge       | Tenant must terminate this Lease within 30 days after notice.",
        "quote       | Landlord shall not withhold its consent to \"a change of name\".",
        "coverage    | Tenant enjoys quiet gardens, fountains and marvellous sunsets.",
      })
  void whatIsChanged_isSaid(String kind, String sentence) {
    assertThat(Support.violations(sentence, List.of(REPORT, COURT, LEASE)))
        .extracting(Violation::verifier)
        .contains(kind);
  }

  @Test
  void aSentenceOfTheSource_stands() {
    Support support = Support.of(List.of(REPORT + " " + COURT, LEASE));

    assertThat(support.violations(COURT)).isEmpty();
    assertThat(support.violations(REPORT + " " + COURT)).isEmpty();
    assertThat(support.score(LEASE)).isEqualTo(1);
  }

  @Test
  void best_isTheSentenceThatSaysMost() {
    Support support = Support.of(List.of(REPORT + " " + COURT, LEASE));

    var best = support.best("Miller took Schmidt to court in Berlin.");

    assertThat(best).isNotNull();
    assertThat(best.source()).isZero();
    assertThat((REPORT + " " + COURT).substring(best.start(), best.end())).isEqualTo(COURT);
    assertThat(support.best("Bananas!")).isNull();
  }

  @Property(tries = 300)
  void aSentenceOfTheSource_neverHasAFlaw(@ForAll("sales") Sale sale) {
    Support support = Support.of(List.of(REPORT + " " + sale.text() + " " + COURT));

    assertThat(support.violations(sale.text())).isEmpty();
    assertThat(Support.violations(sale.text(), List.of(sale.text()))).isEmpty();
  }

  @Property(tries = 300)
  void anotherNumber_isAlwaysSeen(
      @ForAll("sales") Sale sale, @ForAll @IntRange(min = 1, max = 90) int more) {
    Sale other = new Sale(sale.who(), sale.what(), sale.count() + more, sale.sum(), sale.day());

    assertThat(Support.violations(other.text(), List.of(sale.text())))
        .extracting(Violation::verifier)
        .containsAnyOf("number", "combination", "date");
  }

  @Property(tries = 300)
  void exchangedNumbers_areAlwaysSeen(@ForAll("sales") Sale sale) {
    Sale other = new Sale(sale.who(), sale.what(), sale.sum(), sale.count(), sale.day());

    assertThat(Support.violations(other.text(), List.of(sale.text()))).isNotEmpty();
  }

  @Property(tries = 300)
  void anotherName_isAlwaysSeen(@ForAll("sales") Sale sale) {
    String other = sale.text().replace(sale.who(), "Henriette");

    assertThat(Support.violations(other, List.of(sale.text(), "Henriette went home.")))
        .extracting(Violation::verifier)
        .contains("name");
  }

  @Property(tries = 300)
  void aDenial_isAlwaysSeen(@ForAll("sales") Sale sale) {
    String denied = sale.text().replace(" was paid", " was not paid");

    assertThat(Support.violations(denied, List.of(sale.text())))
        .extracting(Violation::verifier)
        .contains("negation");
    assertThat(Support.violations(sale.text(), List.of(denied)))
        .extracting(Violation::verifier)
        .contains("negation");
  }

  @Property(tries = 300)
  void anyText_isChecked_andScoredFromZeroToOne(
      @ForAll String sentence, @ForAll List<String> sources) {
    Support support = Support.of(sources);

    assertThat(support.violations(sentence)).isNotNull();
    assertThat(support.score(sentence)).isBetween(0.0, 1.0);
  }

  /** What was sold, in one sentence. */
  record Sale(String who, String what, int count, int sum, int day) {
    String text() {
      return "%s sold %d %s for $%d and was paid on %d March 2024."
          .formatted(who, count, what, sum, day);
    }
  }

  @Provide
  Arbitrary<Sale> sales() {
    return Combinators.combine(
            Arbitraries.of("Anna", "Boris", "Clara Maier", "Dmitri"),
            Arbitraries.of("tables", "old chairs", "boats", "parcels of land"),
            Arbitraries.integers().between(2, 400),
            Arbitraries.integers().between(1_000, 900_000),
            Arbitraries.integers().between(1, 28))
        .as(Sale::new);
  }
}
