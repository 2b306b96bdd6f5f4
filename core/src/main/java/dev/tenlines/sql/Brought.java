package dev.tenlines.sql;

import dev.tenlines.Request;
import dev.tenlines.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a request brings besides its text and fields, as one column keeps it. */
record Brought(List<Turn> conversation, @Nullable Integer words, Set<String> groups) {

  static Brought of(Request request) {
    return new Brought(request.conversation(), request.words(), new TreeSet<>(request.groups()));
  }

  /** Null where it is nothing, as for most requests. */
  @Nullable String json() {
    return conversation.isEmpty() && words == null && groups.isEmpty() ? null : Columns.json(this);
  }

  /** A row's request as it was asked. */
  static Request request(ResultSet row, @Nullable String idempotencyKey) throws SQLException {
    Request request =
        new Request(
            row.getString("input"),
            Columns.map(row.getString("fields")),
            row.getString("tenant"),
            idempotencyKey);
    Brought brought = read(row);
    return brought == null
        ? request
        : request.after(brought.conversation()).withWords(brought.words()).in(brought.groups());
  }

  /** What was said before a row's request. */
  static List<Turn> conversation(ResultSet row) throws SQLException {
    Brought brought = read(row);
    return brought == null ? List.of() : brought.conversation();
  }

  private static @Nullable Brought read(ResultSet row) throws SQLException {
    String json = row.getString("brought");
    return json == null ? null : JsonMapper.shared().readValue(json, Brought.class);
  }
}
