package dev.tenlines.model;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Exchange;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.project.Project;
import dev.tenlines.sql.Database;
import dev.tenlines.sql.SqlLedger;
import dev.tenlines.sql.SqliteStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger and the prices of a test, and what stands in them. */
public final class Books implements AutoCloseable {
  /** Each dialect has this model: a token in for one micro-dollar, one out for five. */
  public static final String MODEL = "some-model";

  private static final String PRICES =
      """
      prices:
        - { provider: anthropic, model: some-model, input: 1, output: 5, source: test }
        - { provider: openai, model: some-model, input: 1, output: 5, source: test }
        - { provider: gemini, model: some-model, input: 1, output: 5, source: test }
        - { provider: ollama, model: some-model, input: 1, output: 5, source: test }
      """;

  private final SqliteStore store;
  private final Database database;
  private final SqlLedger ledger;
  private final PriceFile prices;

  public Books(Path directory, Clock clock, Budget... budgets) {
    store = new SqliteStore(directory.resolve("books.db"));
    database = store.open();
    ledger = new SqlLedger(database, clock, List.of(budgets), Exchange.NONE);
    Project.write(directory.resolve("prices.yaml"), PRICES);
    prices = new PriceFile(directory.resolve("prices.yaml"), clock);
  }

  /** One charge. */
  public record Row(
      String attempt,
      String request,
      String model,
      @Nullable Long micros,
      long input,
      long output,
      String state,
      boolean estimated,
      @Nullable String price) {}

  public SqlLedger ledger() {
    return ledger;
  }

  public PriceFile prices() {
    return prices;
  }

  /** The charges of all requests whose id begins so, in order. */
  public List<Row> rows(String request) {
    List<Row> rows = new ArrayList<>();
    read(
        "SELECT * FROM ledger WHERE request LIKE '" + request + "%' ORDER BY entry",
        row -> {
          long micros = row.getLong("micros");
          rows.add(
              new Row(
                  row.getString("attempt"),
                  row.getString("request"),
                  row.getString("model"),
                  row.wasNull() ? null : micros,
                  row.getLong("input"),
                  row.getLong("output"),
                  row.getString("state"),
                  row.getLong("estimated") == 1,
                  row.getString("price")));
        });
    return rows;
  }

  /** Open holds of requests whose id begins so. */
  public long holds(String request) {
    long[] holds = {0};
    read(
        "SELECT COUNT(*) FROM reservations WHERE request LIKE '" + request + "%'",
        row -> holds[0] = row.getLong(1));
    return holds[0];
  }

  private interface Reading {
    void of(ResultSet row) throws SQLException;
  }

  private void read(String sql, Reading reading) {
    // What was handed in to be written later is written before this.
    ledger.recover();
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reading.of(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
