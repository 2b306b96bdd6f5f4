package dev.tenlines.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One statement kept prepared on the writer's connection: preparing it anew costs more than running
 * it. Only the writer's thread may use it.
 */
final class Prepared {
  private final Dialect dialect;
  private final String sql;
  private @Nullable Connection connection;
  private @Nullable PreparedStatement statement;

  Prepared(Dialect dialect, String sql) {
    this.dialect = dialect;
    this.sql = sql;
  }

  /** Runs it with texts, whole numbers, bytes and nulls; returns how many rows changed. */
  int execute(Handle handle, @Nullable Object... values) {
    try {
      return filled(handle, values).executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Runs it and returns its first row, or null when it has none. */
  <T> @Nullable T first(Handle handle, Reader<T> reader, @Nullable Object... values) {
    try (ResultSet row = filled(handle, values).executeQuery()) {
      return row.next() ? reader.read(row) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private PreparedStatement filled(Handle handle, @Nullable Object... values) throws SQLException {
    PreparedStatement ready = on(handle.getConnection());
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> ready.setNull(i + 1, Types.NULL);
        case String text -> ready.setString(i + 1, dialect.text(text));
        case byte[] bytes -> ready.setBytes(i + 1, bytes);
        case Number number -> ready.setLong(i + 1, number.longValue());
        default -> throw new IllegalArgumentException("not a column value: " + values[i]);
      }
    }
    return ready;
  }

  private PreparedStatement on(Connection current) throws SQLException {
    PreparedStatement ready = statement;
    if (ready == null || !current.equals(connection)) {
      ready = current.prepareStatement(sql);
      statement = ready;
      connection = current;
    }
    return ready;
  }
}
