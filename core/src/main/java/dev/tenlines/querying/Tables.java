package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Values;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.rendering.Chip;
import dev.tenlines.rendering.Chips;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.PlanCheck;
import dev.tenlines.rendering.Renderer;
import dev.tenlines.rendering.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An application's declared tables, to be read only. Its connections are its own, and a role that
 * could do more than read is refused when they are opened.
 */
public final class Tables implements AutoCloseable {
  private final Catalog catalog;
  private final Limits limits;
  private final Engine engine;
  private final Pool pool;
  private final Renderer renderer;
  private final PlanCheck check;
  private final List<Finding> warnings;

  private Tables(Catalog catalog, Engine engine, Connect connect, boolean kept, Limits limits) {
    this.catalog = catalog;
    this.limits = limits;
    this.engine = engine;
    this.pool = new Pool(connect, engine, limits, kept);
    this.check = PlanCheck.of(catalog);
    try {
      this.warnings = pool.read(connection -> engine.findings(connection, catalog));
      TenlinesException.refuse(warnings);
      Storage storage = pool.read(connection -> Storage.of(connection, catalog, engine.dialect()));
      this.renderer = new Renderer(catalog, engine.dialect(), storage);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Opens connections of its own. */
  public static Tables open(
      Catalog catalog,
      String url,
      @Nullable String user,
      @Nullable String password,
      Limits limits) {
    Engine engine = Engine.of(url, limits);
    return new Tables(catalog, engine, new Connect.ByUrl(url, user, password), true, limits);
  }

  /** Takes connections from a source that is used for nothing else. */
  public static Tables of(Catalog catalog, DataSource source, Limits limits) {
    Connect connect = new Connect.BySource(source);
    Engine engine = Engine.of(connect.product(), limits);
    return new Tables(catalog, engine, connect, false, limits);
  }

  public Dialect dialect() {
    return engine.dialect();
  }

  /** What should be better, though it may be used so. */
  public List<Finding> warnings() {
    return warnings;
  }

  /** The statement that {@link #run} would execute. */
  public Statement statement(QueryPlan plan, String tenant, int offset, int most) {
    refuse(plan);
    return renderer.render(plan, tenant, Math.max(0, offset), most(most));
  }

  /** A page of a plan's rows. */
  public Rows run(QueryPlan plan, String tenant, int offset, int most) {
    Statement statement = statement(plan, tenant, offset, most);
    return pool.read(connection -> {
      affordable(connection, statement);
      return rows(connection, statement, most(most));
    });
  }

  /** How many rows a plan has; counting ends at {@link Limits#counted}. */
  public int count(QueryPlan plan, String tenant) {
    refuse(plan);
    Statement statement = renderer.count(plan, tenant, limits.counted());
    return pool.read(connection -> {
      affordable(connection, statement);
      return number(connection, statement);
    });
  }

  /** The different values of a field that a tenant may see. */
  public Values values(Entity entity, Field field, String tenant, int most) {
    Statement statement = renderer.values(entity, field, tenant, most);
    return pool.read(connection -> {
      List<String> values = texts(connection, statement);
      boolean all = values.size() <= most;
      return new Values(all ? values : values.subList(0, most), all);
    });
  }

  /**
   * The filters each of which alone removes all rows: without it there are some. What cannot be
   * counted in the time of one statement is left out.
   */
  public List<Emptying> emptying(QueryPlan plan, String tenant) {
    long end = System.nanoTime() + limits.time().toNanos();
    List<Emptying> emptying = new ArrayList<>();
    for (Chip chip : Chips.of(catalog, plan, Locale.ROOT)) {
      if (chip.kind().equals("filter") && !chip.nested() && System.nanoTime() < end) {
        int rows = without(plan, chip, tenant);
        if (rows > 0) {
          emptying.add(new Emptying(chip, rows));
        }
      }
    }
    return emptying;
  }

  private int without(QueryPlan plan, Chip chip, String tenant) {
    try {
      return count(Chips.without(plan, chip.id()), tenant);
    } catch (TenlinesException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private int most(int most) {
    return Math.max(1, Math.min(most, limits.rows()));
  }

  private void refuse(QueryPlan plan) {
    List<String> wrong = check.wrong(plan);
    if (!wrong.isEmpty()) {
      throw new TenlinesException(
          "TL-407",
          "The plan (" + plan.entity() + ") cannot be executed: " + String.join(" ", wrong),
          "Maybe the declarations changed since it was made: ask again.");
    }
  }

  private void affordable(Connection connection, Statement statement) throws SQLException {
    double cost = engine.cost(connection, statement);
    if (cost > limits.cost()) {
      throw new TenlinesException(
          "TL-406",
          String.format(
              Locale.ROOT,
              "The question is too costly: the database reckons with %.0f, %.0f are allowed.",
              cost,
              limits.cost()),
          "Maybe say a time or a name more, or let an index be made for what is filtered.");
    }
  }

  private Rows rows(Connection connection, Statement statement, int most) throws SQLException {
    Cells cells = new Cells(engine.dialect(), limits);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Running running = new Running(connection, statement, limits);
        ResultSet result = running.result()) {
      while (result.next() && rows.size() <= most) {
        rows.add(cells.row(result, statement.columns()));
      }
    }
    boolean more = rows.size() > most;
    return new Rows(statement.columns(), more ? rows.subList(0, most) : rows, more);
  }

  private int number(Connection connection, Statement statement) throws SQLException {
    try (Running running = new Running(connection, statement, limits);
        ResultSet result = running.result()) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private List<String> texts(Connection connection, Statement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Running running = new Running(connection, statement, limits);
        ResultSet result = running.result()) {
      while (result.next()) {
        String text = result.getString(1);
        if (text != null && text.length() <= limits.text()) {
          texts.add(text);
        }
      }
    }
    return texts;
  }
}
