package dev.tenlines.example.shop;

import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Tenlines;
import dev.tenlines.rendering.Chip;
import dev.tenlines.search.Found;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds products by a question. */
@Component
final class Search {
  private final Tenlines tenlines;
  private final Catalog catalog;

  Search(Tenlines tenlines, Catalog catalog) {
    this.tenlines = tenlines;
    this.catalog = catalog;
  }

  /**
   * What was found.
   *
   * @param chips what the question was understood as
   * @param told why there is nothing, or empty
   */
  record Result(List<String> chips, List<Product> products, String told) {}

  Result find(String question) {
    Outcome<?> outcome = tenlines.ask("products", question);
    if (outcome instanceof Answered<?> answered && answered.value() instanceof Found found) {
      List<String> chips = found.chips().stream().skip(1).map(Chip::label).toList();
      List<Product> products =
          found.rows().stream().map(row -> catalog.find(String.valueOf(row.getFirst()))).toList();
      return new Result(chips, products, products.isEmpty() ? "We have no such piece." : "");
    }
    boolean told =
        outcome instanceof Declined<?> declined
            && declined.proposal() instanceof Found found
            && found.lacking() != null;
    return new Result(
        List.of(),
        List.of(),
        told
            ? "We did not understand all of it."
            : "Please ask for pieces, such as steel under 60.");
  }
}
