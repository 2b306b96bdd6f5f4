package dev.tenlines.querying;

import dev.tenlines.Finding;
import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.rendering.Dialect;
import dev.tenlines.rendering.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A kind of database: how its connections are kept from doing anything but reading. */
interface Engine {
  Dialect dialect();

  /** What its driver is told. */
  default Properties properties() {
    return new Properties();
  }

  /** Prepares a new connection of ours. */
  default void opened(Connection connection) throws SQLException {}

  /** Begins a transaction. */
  default void begin(Connection connection) throws SQLException {}

  /** What a statement is going to cost; 0 where the database does not say. */
  default double cost(Connection connection, Statement statement) throws SQLException {
    return 0;
  }

  /** What speaks against a role, or against using the database so. */
  List<Finding> findings(Connection connection, Catalog catalog) throws SQLException;

  /**
   * The engine for a database.
   *
   * @param name a JDBC address or a product's name
   */
  static Engine of(String name, Limits limits) {
    Dialect dialect = Dialect.of(name);
    if (dialect == null) {
      throw new TenlinesException(
          "TL-400",
          "The database (" + name.replaceAll("[?;@].*", "") + ") is none that can be searched.",
          "Maybe the address is misspelled: it begins with jdbc:postgresql:, jdbc:mysql:,"
              + " jdbc:mariadb:, jdbc:sqlite: or jdbc:h2:.");
    }
    return switch (dialect) {
      case SQLITE -> new SqliteEngine();
      case POSTGRESQL -> new PostgresEngine(limits);
      case MYSQL -> new MysqlEngine(limits);
      case H2 -> new H2Engine(limits);
    };
  }

  /** An error that keeps the database from being used. */
  static Finding refused(String what, String hint) {
    return new Finding(Finding.Level.ERROR, "TL-403", what, hint);
  }
}
