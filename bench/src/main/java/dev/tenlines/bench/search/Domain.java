package dev.tenlines.bench.search;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.linking.Linker;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.querying.Limits;
import dev.tenlines.querying.Rows;
import dev.tenlines.querying.Tables;
import dev.tenlines.text.Setting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A database with its declaration, and somebody who asks it and knows the right statements. */
final class Domain implements AutoCloseable {
  static final String NOBODY = "";
  static final int MOST = 20_000;
  private static final int VALUES = 10_000;

  /** The reading that was answered last, for whoever wants to know why it was wrong. */
  private String last = "";

  private final Tables tables;
  private final Connection judge;
  private final Linker linker;
  private final Setting setting;

  private Domain(Catalog catalog, Tables tables, Connection judge, ZonedDateTime now) {
    this.tables = tables;
    this.judge = judge;
    Dictionary dictionary =
        Dictionary.of(catalog, (entity, field) -> tables.values(entity, field, NOBODY, VALUES));
    this.linker = new Linker(catalog, dictionary);
    this.setting = new Setting(Locale.ENGLISH, now);
  }

  /** The judge's connection is closed with it. */
  static Domain of(Catalog catalog, String url, String user, Connection judge, ZonedDateTime now) {
    Limits limits =
        new Limits(MOST, MOST, 2000, Duration.ofSeconds(10), Double.MAX_VALUE, 1, ZoneOffset.UTC);
    return new Domain(catalog, Tables.open(catalog, url, user, "", limits), judge, now);
  }

  Understood read(String question) {
    return linker.read(question, setting);
  }

  /** Whether the answer holds what one of the right statements says. */
  Tally.Fate fate(String question, List<String> right) {
    last = "";
    return switch (read(question)) {
      case Understood.Refused refused -> {
        last = refused.reason() + " " + refused.words();
        yield Tally.Fate.REFUSED;
      }
      case Understood.Read read when read.readings().size() > 1 -> {
        last = read.readings().size() + " readings";
        yield Tally.Fate.ASKED;
      }
      case Understood.Read read -> {
        last = read.readings().getFirst().plan().toString();
        yield executed(read.readings().getFirst(), right);
      }
    };
  }

  String last() {
    return last;
  }

  /** A plan that the check before execution refuses answers nothing. */
  private Tally.Fate executed(Reading reading, List<String> right) {
    Cells answer;
    try {
      answer = answer(reading.plan());
    } catch (dev.tenlines.TenlinesException e) {
      last = last + " " + e.getMessage();
      return Tally.Fate.REFUSED;
    }
    return golds(right).stream().anyMatch(answer::hold) ? Tally.Fate.RIGHT : Tally.Fate.WRONG;
  }

  private Cells answer(QueryPlan plan) {
    Rows rows = tables.run(plan, NOBODY, 0, MOST);
    return Cells.of(rows.columns().size(), rows.rows());
  }

  /** What the right statements say; those that fail say nothing. */
  List<Cells> golds(List<String> right) {
    List<Cells> golds = new ArrayList<>();
    for (String sql : right) {
      try {
        golds.add(Cells.of(judge, sql, List.of()));
      } catch (SQLException e) {
        last = last + " GOLD FAILED " + e.getMessage();
      }
    }
    return golds;
  }

  @Override
  public void close() throws SQLException {
    tables.close();
    judge.close();
  }
}
