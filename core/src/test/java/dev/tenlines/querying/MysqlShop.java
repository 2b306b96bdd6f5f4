package dev.tenlines.querying;

import dev.tenlines.rendering.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The shop on a server of MySQL or MariaDB.
 *
 * @param url the server's address, ending in a slash
 * @param root its administrator, without a password
 */
record MysqlShop(String url, String root) {
  /** One that only reads, and some that could do more. */
  private static final List<String> USERS =
      List.of("reader", "writer", "editor", "lender", "member", "caller", "blind");

  void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, root, "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  void users() throws SQLException {
    for (String user : USERS) {
      execute("CREATE USER " + user + " IDENTIFIED BY 'secret-" + user + "'");
    }
    execute("CREATE ROLE boss", "GRANT INSERT ON *.* TO boss", "GRANT boss TO member");
  }

  /** A database of its own, in which texts are compared as it says. */
  void fill(String name, String collation, boolean northAlone) throws SQLException {
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE " + collation);
    try (Connection connection = DriverManager.getConnection(url + name, root, "")) {
      TestShop.fill(connection, Dialect.MYSQL);
      if (northAlone) {
        TestShop.leaveNorth(connection);
      }
    }
    for (String user : USERS) {
      for (String table : TestShop.TABLES) {
        boolean hidden = user.equals("blind") && table.equals("customers");
        String read = hidden ? "SELECT (id, shop, name)" : "SELECT";
        execute("GRANT " + read + " ON " + name + "." + table + " TO " + user);
      }
    }
    execute(
        "GRANT INSERT ON " + name + ".products TO writer",
        "GRANT UPDATE (country) ON " + name + ".customers TO editor",
        "GRANT SELECT ON " + name + ".orders TO lender WITH GRANT OPTION",
        "GRANT EXECUTE ON " + name + ".* TO caller");
  }
}
