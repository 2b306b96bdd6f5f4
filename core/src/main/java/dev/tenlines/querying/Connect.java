package dev.tenlines.querying;

import dev.tenlines.TenlinesException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where connections come from. */
sealed interface Connect {

  /**
   * @param more what the engine wants its driver to know
   */
  Connection open(Properties more) throws SQLException;

  /** What is said of it in errors: no password, nor anything else after a question mark. */
  String shown();

  /** What it says itself to be. */
  String product();

  /** By a JDBC address. */
  record ByUrl(String url, @Nullable String user, @Nullable String password) implements Connect {

    @Override
    public Connection open(Properties more) throws SQLException {
      Properties all = new Properties();
      all.putAll(more);
      if (user != null) {
        all.setProperty("user", user);
      }
      if (password != null) {
        all.setProperty("password", password);
      }
      return DriverManager.getConnection(url, all);
    }

    @Override
    public String shown() {
      return url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String product() {
      return url;
    }

    /** A record would show its password. */
    @Override
    public String toString() {
      return shown();
    }
  }

  /** From a source of the application. */
  record BySource(DataSource source) implements Connect {

    @Override
    public Connection open(Properties more) throws SQLException {
      return source.getConnection();
    }

    @Override
    public String shown() {
      return "the application's source";
    }

    @Override
    public String product() {
      try (Connection connection = source.getConnection()) {
        return connection.getMetaData().getDatabaseProductName();
      } catch (SQLException e) {
        throw new Failures(this, "").of(e);
      }
    }
  }

  /** An error's own words without what is secret. */
  default TenlinesException failure(SQLException e) {
    String password = this instanceof ByUrl(String url, String user, String p) ? p : null;
    return new Failures(this, password == null ? "" : password).of(e);
  }
}
