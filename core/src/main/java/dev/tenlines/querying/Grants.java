package dev.tenlines.querying;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The first column of a question to a database about itself. */
final class Grants {
  private Grants() {}

  static List<String> list(Connection connection, String sql) throws SQLException {
    List<String> list = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        list.add(String.valueOf(result.getString(1)));
      }
    }
    return list;
  }
}
