package dev.tenlines.sql;

import dev.tenlines.Request;
import dev.tenlines.Request.Circumstances;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a request brings besides its text and fields, as one column keeps it. */
final class Brought {
  private Brought() {}

  /** Null where it is nothing, as for most requests. */
  static @Nullable String json(Request request) {
    Circumstances all = request.circumstances();
    return all.equals(Circumstances.NONE) ? null : Columns.json(all);
  }

  /** A row's request as it was asked. */
  static Request request(ResultSet row, @Nullable String idempotencyKey) throws SQLException {
    return new Request(
            row.getString("input"),
            Columns.map(row.getString("fields")),
            row.getString("tenant"),
            idempotencyKey)
        .under(circumstances(row));
  }

  /** What a row's request brought. */
  static Circumstances circumstances(ResultSet row) throws SQLException {
    String json = row.getString("brought");
    return json == null
        ? Circumstances.NONE
        : JsonMapper.shared().readValue(json, Circumstances.class);
  }
}
