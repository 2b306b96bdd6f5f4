package dev.tenlines.sql;

import dev.tenlines.ladder.Transcripts;
import java.time.Clock;
import java.util.List;

/** What models were sent and said, in a database. */
public final class SqlTranscripts implements Transcripts {
  private final Database database;
  private final Clock clock;
  private final Prepared insert;

  public SqlTranscripts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.insert =
        new Prepared(
            database.dialect(),
            "INSERT INTO transcripts (attempt, request, tenant, model, sent, said, failure, kept)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  }

  @Override
  public void keep(Transcript call) {
    long now = Columns.micros(clock.instant());
    database.changeLater(handle ->
        insert.execute(
            handle,
            call.attempt(),
            call.request(),
            call.tenant(),
            call.model(),
            call.sent(),
            call.said(),
            call.failure(),
            now));
  }

  @Override
  public List<Transcript> of(String tenant, String request) {
    return database.read(handle ->
        handle
            .select(
                "SELECT * FROM transcripts WHERE tenant = ? AND request = ? ORDER BY kept, attempt",
                tenant,
                request)
            .map((row, context) ->
                new Transcript(
                    row.getString("attempt"),
                    row.getString("request"),
                    row.getString("tenant"),
                    row.getString("model"),
                    row.getString("sent"),
                    row.getString("said"),
                    row.getString("failure")))
            .list());
  }
}
