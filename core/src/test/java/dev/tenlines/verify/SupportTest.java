package dev.tenlines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
