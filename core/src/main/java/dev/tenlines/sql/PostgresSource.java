package dev.tenlines.sql;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Where a PostgreSQL database is. A class of its own: its driver may be left out. */
record PostgresSource(String url, @Nullable String user, @Nullable String password) {
  private static final int SECONDS = 30;

  DataSource source() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    if (user != null) {
      source.setUser(user);
    }
    if (password != null) {
      source.setPassword(password);
    }
    source.setApplicationName("tenlines");
    source.setSocketTimeout(SECONDS);
    source.setTcpKeepAlive(true);
    return source;
  }
}
