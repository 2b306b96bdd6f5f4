package dev.tenlines.querying;

import dev.tenlines.rendering.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A statement at work, stopped from outside when its time is over: not every driver does it. */
final class Running implements AutoCloseable {
  private static final int FETCHED = 500;

  private final PreparedStatement prepared;
  private final CompletableFuture<Void> alarm;
  private boolean over;

  Running(Connection connection, Statement statement, Limits limits) throws SQLException {
    this.prepared = connection.prepareStatement(statement.sql());
    for (int i = 0; i < statement.parameters().size(); i++) {
      prepared.setObject(i + 1, statement.parameters().get(i));
    }
    prepared.setQueryTimeout((int) Math.max(1, limits.time().toSeconds() + 1));
    prepared.setFetchSize(FETCHED);
    this.alarm =
        CompletableFuture.runAsync(
            this::stop,
            CompletableFuture.delayedExecutor(limits.time().toMillis(), TimeUnit.MILLISECONDS));
  }

  ResultSet result() throws SQLException {
    return prepared.executeQuery();
  }

  /** A connection may be at work for somebody else once this is over. */
  private synchronized void stop() {
    if (!over) {
      try {
        prepared.cancel();
      } catch (SQLException e) {
        // Then the driver's own limit has to do.
      }
    }
  }

  @Override
  public void close() throws SQLException {
    synchronized (this) {
      over = true;
    }
    alarm.cancel(false);
    prepared.close();
  }
}
