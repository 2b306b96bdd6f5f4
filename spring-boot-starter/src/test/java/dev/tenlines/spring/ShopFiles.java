package dev.tenlines.spring;

import dev.tenlines.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shop's tables to be searched, of two tenants, in a project's directory. */
public final class ShopFiles {
  private static final String SCRIPT =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, tenant TEXT, number TEXT, total DECIMAL, status TEXT, note TEXT);
      INSERT INTO orders VALUES (1, 'default', 'A-1', 120.50, 'open', 'x'), (2, 'default', '=A-2', 80, 'paid', 'x');
      INSERT INTO orders VALUES (3, 'elsewhere', 'R-1', 999, 'open', 'x');
      WITH RECURSIVE n (i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 69)
        INSERT INTO orders SELECT i, 'default', 'P-' || i, 5, 'paid', 'x' FROM n;
      """;
  private static final String ENTITIES =
      """
      entities:
        orders:
          words: [order]
          scope: { tenant: tenant }
          shown: [number, total, status]
          fields:
            number: key
            total: { type: money, unit: EUR, words: [amount] }
            status: { values: { open: [pending], paid: } }
      """;

  private ShopFiles() {}

  /** The feature over them. */
  public static Feature in(Path directory) {
    try {
      Files.writeString(directory.resolve("shop.sql"), SCRIPT);
      Files.writeString(directory.resolve("shop.yaml"), ENTITIES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Feature.search("orders", "jdbc:sqlite:shop.db", "shop.yaml")
        .withDetail("create", "shop.sql");
  }
}
