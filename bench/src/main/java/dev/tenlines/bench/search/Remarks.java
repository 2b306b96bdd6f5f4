package dev.tenlines.bench.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file says about columns, as the comments that a database's developers would write. */
record Remarks(List<String> comments) {

  static Remarks read(Path file) throws IOException {
    JsonNode tables = JsonMapper.shared().readTree(Files.readString(file)).path("table_metadata");
    List<String> comments = new ArrayList<>();
    tables
        .properties()
        .forEach(table -> {
          for (JsonNode column : table.getValue()) {
            String said = column.path("column_description").asString("");
            String name = table.getKey() + "." + column.path("column_name").asString();
            if (!said.isBlank() && name.matches("[\\w.]+")) {
              comments.add("comment on column " + name + " is '" + said.replace("'", "''") + "'");
            }
          }
        });
    return new Remarks(comments);
  }

  /** Columns that are not there have no comments. */
  void write(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String comment : comments) {
        try {
          statement.execute(comment);
        } catch (SQLException e) {
          if (!e.getSQLState().startsWith("42")) {
            throw e;
          }
        }
      }
    }
  }
}
