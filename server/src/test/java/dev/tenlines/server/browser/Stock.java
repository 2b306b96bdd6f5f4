package dev.tenlines.server.browser;

import dev.tenlines.Feature;
import dev.tenlines.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables to be searched, one value of which is hostile. */
final class Stock {
  static final Feature ORDERS =
      Feature.search("orders", "jdbc:sqlite:stock.db", "stock.yaml")
          .withDetail("create", "stock.sql");

  /** The same where chips come first. */
  static final Feature CAREFUL =
      Feature.search("careful", "jdbc:sqlite:stock.db", "stock.yaml")
          .withDetail("create", "stock.sql")
          .withStage(Stage.ASSIST);

  static final String QUESTION = "orders over 100 from this year";
  static final String NONE = "orders over 100000 from this year";
  static final String UNKNOWN = "orders with gluten";

  private Stock() {}

  static void write(Path project) throws IOException {
    Files.writeString(
        project.resolve("stock.sql"),
        """
        CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT, total DECIMAL(10, 2), status TEXT, created TEXT);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90)
          INSERT INTO orders SELECT i, 'B-' || (1000 + i), 50 + i * 3.5,
            CASE i % 3 WHEN 0 THEN 'open' ELSE 'paid' END, date('now') FROM n;
        INSERT INTO orders VALUES (91, '<script>window.__xss = 1</script>', 7000, 'open', date('now'));
        """);
    Files.writeString(
        project.resolve("stock.yaml"),
        """
        entities:
          orders:
            words: [order]
            scope: none
            date: created
            shown: [number, total, status, created]
            fields:
              number: key
              total: { type: money, unit: EUR, words: [amount] }
              status: { values: { open: [pending], paid: } }
              created: { type: date, verbs: [placed] }
        """);
  }
}
