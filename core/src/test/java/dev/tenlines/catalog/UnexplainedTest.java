package dev.tenlines.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnexplainedTest {
  private static final Catalog SHOP =
      CatalogYaml.parse(
          "shop.yaml",
          """
          entities:
            orders:
              scope: none
              fields:
                status: { values: { OPEN: [pending] } }
                shipped at: { type: moment, verbs: [shipped] }
              measures: { turnover: { of: count } }
              relations: { customer: { to: orders, columns: { a: b }, back: purchases } }
          """);

  @Test
  void words_areCountedOnceAQuestion_theMostFrequentFirst() {
    List<Unexplained.Word> words =
        Unexplained.of(
            SHOP,
            List.of(
                new Unexplained.Asked("red reds invoices", "red, reds"),
                new Unexplained.Asked("invoice of today", "invoice"),
                new Unexplained.Asked("all invoices", "invoices")));

    assertThat(words)
        .containsExactly(
            new Unexplained.Word("invoice", 2, "invoice of today", List.of()),
            new Unexplained.Word("red", 1, "red reds invoices", List.of()));
  }

  @Test
  void misspelledName_isShown() {
    List<Unexplained.Word> words =
        Unexplained.of(SHOP, List.of(new Unexplained.Asked("q", "custmer, pendign, turnovr")));

    assertThat(words)
        .extracting(Unexplained.Word::near)
        .containsExactly(List.of("customer"), List.of("pending"), List.of("turnover"));
  }
}
