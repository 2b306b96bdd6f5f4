package dev.tenlines.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How values stand in columns: times as microseconds since 1970, everything else as JSON. */
final class Columns {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private Columns() {}

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return instant(row.getLong(column));
  }

  static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : instant(micros);
  }

  static @Nullable String json(@Nullable Object value) {
    return value == null ? null : JsonMapper.shared().writeValueAsString(value);
  }

  static @Nullable Object value(@Nullable String json) {
    return json == null ? null : JsonMapper.shared().readValue(json, Object.class);
  }

  static Map<String, Object> map(String json) {
    return JsonMapper.shared().readValue(json, MAP);
  }
}
