package dev.tenlines.querying;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Properties;
import java.util.logging.Logger;
import org.drizzle.jdbc.DrizzleDriver;
import org.jspecify.annotations.Nullable;

/**
 * What MariaDB's own driver would do, by one with a free licence. That one writes parameters into
 * the statement; here the server prepares the statement, which must be one, and is given them.
 */
final class MariadbDriver implements Driver {
  private static final String OURS = "jdbc:mariadb:";
  private static final String THEIRS = "jdbc:mysql:thin:";

  private final DrizzleDriver drizzle = new DrizzleDriver();

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection connection = opened(THEIRS + url.substring(OURS.length()), new Properties(info));
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET NAMES utf8mb4");
    }
    return around(Connection.class, connection);
  }

  /** Drizzle loses the number and the state of what the server says to a login. */
  private Connection opened(String url, Properties info) throws SQLException {
    try {
      return drizzle.connect(url, info);
    } catch (SQLException e) {
      String words = String.valueOf(e.getMessage());
      if (words.contains("Access denied") && words.contains(" to database ")) {
        throw new SQLException(words, "42000", 1044, e);
      }
      if (words.contains("Access denied")) {
        throw new SQLException(words, "28000", 1045, e);
      }
      throw e;
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(OURS);
  }

  private static <T> T around(Class<T> type, T real) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> call(real, m, a));
    return type.cast(proxy);
  }

  private static @Nullable Object call(Object real, Method method, Object @Nullable [] given)
      throws Throwable {
    Object[] arguments = given == null ? new Object[0] : given.clone();
    if (method.getName().equals("getObject") && arguments.length == 2) {
      return dated((ResultSet) real, (int) arguments[0], (Class<?>) arguments[1]);
    }
    if (method.getName().equals("prepareStatement")) {
      return around(PreparedStatement.class, prepared((Connection) real, (String) arguments[0]));
    }
    if (method.getName().equals("setObject")) {
      arguments[0] = (int) arguments[0] + 1;
    }
    try {
      return wrapped(method.invoke(real, arguments));
    } catch (InvocationTargetException e) {
      throw said(e.getCause());
    }
  }

  /** Drizzle has a state of its own for a statement that was killed. */
  private static Throwable said(Throwable failure) {
    return failure instanceof SQLException e && "JZ0001".equals(e.getSQLState())
        ? new SQLException(e.getMessage(), "70100", 1317, e)
        : failure;
  }

  private static PreparedStatement prepared(Connection real, String sql) throws SQLException {
    int marks = (int) sql.chars().filter(c -> c == '?').count();
    String using = marks == 0 ? "" : " USING " + String.join(", ", Collections.nCopies(marks, "?"));
    PreparedStatement prepared = real.prepareStatement("EXECUTE IMMEDIATE ?" + using);
    prepared.setString(1, sql);
    return prepared;
  }

  private static @Nullable Object wrapped(@Nullable Object result) {
    return switch (result) {
      case ResultSet rows -> around(ResultSet.class, rows);
      case Statement statement -> around(Statement.class, statement);
      case null, default -> result;
    };
  }

  /** Drizzle knows no types of java.time. */
  private static @Nullable Object dated(ResultSet rows, int index, Class<?> type)
      throws SQLException {
    String text = rows.getString(index);
    if (text == null) {
      return null;
    }
    return type == LocalDate.class
        ? LocalDate.parse(text)
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
