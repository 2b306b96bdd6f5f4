package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One open database: SQLite in a file, or PostgreSQL for more than one server. SQLite runs with a
 * write-ahead log and a disk flush for every commit; both have one writer that commits many
 * callers' records together.
 */
public final class Database implements AutoCloseable {
  private static final int READERS = 4;

  private final Dialect dialect;
  private final GroupCommit writer;
  private final HandlePool readers;
  private final Presence presence;

  private Database(Dialect dialect, DataSource source, Presence presence) {
    this.dialect = dialect;
    this.presence = presence;
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:dev/tenlines/sql")
        .placeholders(dialect.placeholders())
        .validateMigrationNaming(true)
        .load()
        .migrate();
    Jdbi jdbi = Jdbi.create(source).registerArgument(new Texts(dialect));
    this.writer = new GroupCommit(jdbi::open);
    this.readers = new HandlePool(jdbi::open, READERS);
  }

  /** Opens or creates a file, brought to the newest migration. */
  public static Database sqlite(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new Database(Dialect.SQLITE, source(file), new Presence.InFiles(file));
    } catch (IOException | RuntimeException e) {
      throw cannotOpen(file.toString(), e, "the directory is not writable");
    }
  }

  /**
   * Opens a database of a PostgreSQL server, brought to the newest migration.
   *
   * @param url {@code jdbc:postgresql://…}
   */
  public static Database postgresql(String url, @Nullable String user, @Nullable String password) {
    try {
      DataSource source = new PostgresSource(url, user, password).source();
      return new Database(Dialect.POSTGRESQL, source, new Presence.InSessions());
    } catch (RuntimeException e) {
      throw cannotOpen(url, e, "the server is not up or the password is wrong");
    }
  }

  Dialect dialect() {
    return dialect;
  }

  /** How others see whether this process is still there. */
  Presence presence() {
    return presence;
  }

  <T extends @Nullable Object> T read(Function<Handle, T> work) {
    return readers.read(work);
  }

  /** Runs the work in a transaction and returns its result when it is durable. */
  @SuppressWarnings({"unchecked", "NullAway"}) // what comes back is what the work returned
  <T extends @Nullable Object> T write(Function<Handle, T> work) {
    return (T) writer.write(work::apply, false);
  }

  /**
   * Like {@link #write}, for work that changes rows which others change too. Where rows have locks
   * it gets a transaction of its own: two servers that lock the rows of many callers in any order
   * would wait for each other.
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // what comes back is what the work returned
  <T extends @Nullable Object> T change(Function<Handle, T> work) {
    return (T) writer.write(work::apply, dialect == Dialect.POSTGRESQL);
  }

  /**
   * Like {@link #change}, and returns before the work is durable where one transaction takes all:
   * then it is durable as soon as anything is that was handed in later.
   */
  void changeLater(Function<Handle, @Nullable Object> work) {
    if (dialect == Dialect.POSTGRESQL) {
      change(work);
    } else {
      writer.later(work);
    }
  }

  /** Waits for what is being written, then closes. */
  @Override
  public void close() {
    writer.close();
    readers.close();
    presence.close();
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    // Else the driver asks for the last row after every single insert.
    config.setGetGeneratedKeys(false);
    // A transaction that reads first and writes then would not wait for another process's.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static TenlinesException cannotOpen(String what, Exception e, String maybe) {
    return new TenlinesException(
        "TL-140",
        "The database (" + what + ") cannot be opened: " + e.getMessage() + ".",
        "Maybe " + maybe + ", or it is of a newer Tenlines.");
  }
}
