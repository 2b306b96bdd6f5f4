package dev.tenlines.schema;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.CatalogYaml;
import java.util.List;
import java.util.Map;

/**
 * A first declaration of a database's tables.
 *
 * @param tenants the column, by entity, that may hold whose rows they are
 * @param secrets the columns that were left out, with their tables
 * @param guessed the columns that name rows of other tables although no foreign key says so
 */
public record Draft(
    Catalog catalog, Map<String, String> tenants, List<String> secrets, List<String> guessed) {
  private static final String HEAD =
      """
      # What people may search. All of it is hidden still: to declare an entity, say whose rows its
      # scope lets people see, and take out its line `hidden: true`; then take `hidden: true` out of the
      # fields and relations that people may see, filter and sort by. What stays hidden does not exist
      # for a question. Add the words that your people use, and what they call the values:
      #   status: { type: text, words: [state], values: { OPEN: [pending, not done], DONE: [] } }
      #   shipped_at: { type: moment, verbs: [shipped, sent] }
      # `sample: true` lets questions name the values that stand in the table: leave it out for what is
      # personal. See docs/guides/search.md.
      """;

  public Draft {
    tenants = Map.copyOf(tenants);
    secrets = List.copyOf(secrets);
    guessed = List.copyOf(guessed);
  }

  /** A file in which everything is hidden until somebody declares it. */
  public String hidden() {
    return HEAD + leftOut() + CatalogYaml.writeHidden(catalog, tenants);
  }

  /** A file in which everybody may see every row of everything but secrets. */
  public String declared() {
    return leftOut() + CatalogYaml.write(catalog);
  }

  private String leftOut() {
    StringBuilder said = new StringBuilder();
    if (!secrets.isEmpty()) {
      said.append("# Left out, because their names sound secret: ")
          .append(String.join(", ", secrets))
          .append("\n");
    }
    if (!guessed.isEmpty()) {
      said.append("# Relations that no foreign key declares: guessed from names, remarks and rows.")
          .append(" Take out what is wrong.\n");
      guessed.forEach(guess -> said.append("#   guessed: ").append(guess).append("\n"));
    }
    return said.toString();
  }
}
