package dev.tenlines.bench.search;

import dev.tenlines.bench.Bench;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of its own, with a role that may only read. */
final class Postgres implements AutoCloseable {
  static final String READER = "bench_reader";

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Null, said aloud, where none can be started here. */
  static @Nullable Postgres start(Bench.Log log) {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.builder().start();
      Postgres postgres = new Postgres(server);
      postgres.run("postgres", "create role " + READER + " login");
      return postgres;
    } catch (IOException | SQLException | IllegalStateException e) {
      log.skip("postgresql", "no server can be started: " + e.getMessage());
      return null;
    }
  }

  /** Makes a database from a script; who reads it may read all of it. */
  void load(String name, Path script) throws IOException, SQLException {
    run("postgres", "create database " + name);
    run(name, Files.readString(script));
    run(
        name,
        """
        do $$ declare s text; begin
          for s in select nspname from pg_namespace
              where nspname not like 'pg\\_%' and nspname <> 'information_schema' loop
            execute format('revoke create on schema %I from public', s);
            execute format('grant usage on schema %I to bench_reader', s);
            execute format('grant select on all tables in schema %I to bench_reader', s);
          end loop;
        end $$\
        """);
    run(name, "revoke temporary on database " + name + " from public");
  }

  void run(String database, String sql) throws SQLException {
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The server's owner, in the time zone that questions are asked in. */
  Connection owner(String database) throws SQLException {
    Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", database));
    try (Statement statement = connection.createStatement()) {
      statement.execute("set time zone 'UTC'");
    }
    return connection;
  }

  String url(String database) {
    return server.getJdbcUrl(READER, database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
