package dev.tenlines.sql;

import dev.tenlines.TenlinesException;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Models;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Models in the database, so that every server of an installation serves the same. */
public final class SqlModels implements Models {
  private static final String SELECT =
      "SELECT feature, version, origin, examples, certificates, summary, serving, created FROM models"
          + " WHERE feature = ? ";

  private final Database database;
  private final Clock clock;

  public SqlModels(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public @Nullable Version serving(String feature) {
    return database.read(handle ->
        handle
            .select(SELECT + "AND serving = 1", feature)
            .map(SqlModels::version)
            .findOne()
            .orElse(null));
  }

  @Override
  public List<Version> versions(String feature) {
    return database.read(handle ->
        handle.select(SELECT + "ORDER BY version DESC", feature).map(SqlModels::version).list());
  }

  @Override
  public byte[] bytes(String feature, int version) {
    return database
        .read(handle ->
            handle
                .select(
                    "SELECT bytes FROM models WHERE feature = ? AND version = ?", feature, version)
                .mapTo(byte[].class)
                .findOne())
        .orElseThrow(() -> unknown(feature, version));
  }

  @Override
  public Version add(Draft draft, byte[] bytes, boolean serve) {
    return database.write(handle -> {
      alone(handle);
      int version =
          handle
              .select(
                  "SELECT COALESCE(MAX(version), 0) + 1 FROM models WHERE feature = ?",
                  draft.feature())
              .mapTo(Integer.class)
              .one();
      if (serve) {
        handle.execute("UPDATE models SET serving = 0 WHERE feature = ?", draft.feature());
      }
      Certificates certificates = draft.certificates().numbered(version);
      handle.execute(
          "INSERT INTO models (feature, version, origin, examples, certificates, summary, serving,"
              + " bytes, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          draft.feature(),
          version,
          draft.origin(),
          draft.examples(),
          CertificateFile.text(certificates),
          draft.summary(),
          serve ? 1 : 0,
          bytes,
          Columns.micros(clock.instant()));
      return handle
          .select(SELECT + "AND version = ?", draft.feature(), version)
          .map(SqlModels::version)
          .one();
    });
  }

  @Override
  public void serve(String feature, int version) {
    int found =
        database.write(handle -> {
          alone(handle);
          int known =
              handle
                  .select(
                      "SELECT COUNT(*) FROM models WHERE feature = ? AND version = ?",
                      feature,
                      version)
                  .mapTo(Integer.class)
                  .one();
          if (known > 0) {
            handle.execute(
                "UPDATE models SET serving = CASE WHEN version = ? THEN 1 ELSE 0 END WHERE feature"
                    + " = ?",
                version,
                feature);
          }
          return known;
        });
    if (found == 0) {
      throw unknown(feature, version);
    }
  }

  @Override
  public void shut(Shut shut) {
    database.write((Handle handle) ->
        handle.execute(
            "INSERT INTO shuts (feature, rung, label, audits, errors, promised, shut) VALUES (?, ?,"
                + " ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            shut.feature(),
            shut.rung(),
            shut.group(),
            shut.audits(),
            shut.errors(),
            shut.promised(),
            Columns.micros(shut.at())));
  }

  @Override
  public List<Shut> shuts(String feature) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM shuts WHERE feature = ? ORDER BY shut DESC", feature)
            .map((row, context) ->
                new Shut(
                    feature,
                    row.getString("rung"),
                    row.getString("label"),
                    row.getInt("audits"),
                    row.getInt("errors"),
                    row.getDouble("promised"),
                    Columns.instant(row, "shut")))
            .list());
  }

  @Override
  public void tested(String feature, Test test) {
    database.write((Handle handle) ->
        handle.execute(
            "INSERT INTO rung_tests (feature, rung, tested, audits, certificates)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            feature,
            test.rung(),
            Columns.micros(test.at()),
            test.audits(),
            CertificateFile.text(test.certificates())));
  }

  @Override
  public List<Test> tests(String feature) {
    return database.read(handle ->
        handle
            .select("SELECT * FROM rung_tests WHERE feature = ? ORDER BY tested DESC", feature)
            .map((row, context) ->
                new Test(
                    row.getString("rung"),
                    row.getInt("audits"),
                    CertificateFile.parse(row.getString("certificates")),
                    Columns.instant(row, "tested")))
            .list());
  }

  @Override
  public boolean claim(String feature, String server, Instant until) {
    return database.write(handle ->
        handle.execute(
                "INSERT INTO trainings (feature, server, ends) VALUES (?, ?, ?) ON CONFLICT (feature)"
                    + " DO UPDATE SET server = excluded.server, ends = excluded.ends WHERE"
                    + " trainings.ends <= ? OR trainings.server = excluded.server",
                feature,
                server,
                Columns.micros(until),
                Columns.micros(clock.instant()))
            > 0);
  }

  /** Two servers that number or serve at the same moment do it one after the other. */
  private void alone(Handle handle) {
    String lock = database.dialect().lock("models");
    if (lock != null) {
      handle.execute(lock);
    }
  }

  private static Version version(ResultSet row, StatementContext context) throws SQLException {
    return new Version(
        row.getString("feature"),
        row.getInt("version"),
        row.getString("origin"),
        row.getInt("examples"),
        CertificateFile.parse(row.getString("certificates")),
        row.getString("summary"),
        row.getLong("serving") != 0,
        Columns.instant(row, "created"));
  }

  private static TenlinesException unknown(String feature, int version) {
    return new TenlinesException(
        "TL-180",
        "The feature (" + feature + ") has no model version (" + version + ").",
        "Maybe see its page or plan for the versions there are.");
  }
}
