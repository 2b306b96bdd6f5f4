package dev.tenlines.search;

import dev.tenlines.Evidence;
import dev.tenlines.Request;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.linking.Linker;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.querying.Rows;
import dev.tenlines.querying.Tables;
import dev.tenlines.rendering.Chips;
import dev.tenlines.rendering.Column;
import dev.tenlines.rendering.PlanCheck;
import dev.tenlines.rendering.Statement;
import dev.tenlines.text.Setting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One application's tables, and what reads questions to them. Values of one tenant's rows never
 * explain another tenant's words.
 */
final class Desk implements AutoCloseable {
  /** How many rows come at once. */
  static final int PAGE = 50;

  static final int MOST_TENANTS = 100;
  private static final int MOST_VALUES = 10_000;

  /** New values of the tables are known after that long. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Catalog catalog;
  private final Supplier<Tables> opening;
  private final Place place;
  private final Clock clock;
  private final PlanCheck check;
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Tables opened;
  private final Map<String, ReentrantLock> turns = new LinkedHashMap<>();

  /**
   * A desk whose tables are opened when they are first needed.
   *
   * @param opening opens them; tried again where that failed
   */
  Desk(Catalog catalog, Supplier<Tables> opening, Place place, Clock clock) {
    this.catalog = catalog;
    this.opening = opening;
    this.place = place;
    this.clock = clock;
    this.check = PlanCheck.of(catalog);
  }

  /** Where askers are unless they say otherwise. */
  record Place(Locale locale, ZoneId zone) {}

  private record Known(Dictionary dictionary, Linker linker, Instant since) {
    private boolean isFresh(Instant now) {
      return since.plus(FRESH).isAfter(now);
    }
  }

  /** Opens the tables now, so that what is wrong with them is known. */
  synchronized Tables tables() {
    if (opened == null) {
      opened = opening.get();
    }
    return opened;
  }

  Catalog catalog() {
    return catalog;
  }

  /** When and where a question was asked. */
  Setting setting(Request request, @Nullable Instant at) {
    String tag = request.context().locale();
    ZoneId zone = request.context().zoneOr(place.zone());
    Locale locale = tag == null ? place.locale() : Locale.forLanguageTag(tag);
    return new Setting(locale, ZonedDateTime.ofInstant(at == null ? clock.instant() : at, zone));
  }

  Dictionary dictionary(String tenant) {
    return known(tenant).dictionary();
  }

  /** What the rules make of a question. */
  Understood read(Request request) {
    return known(request.tenant()).linker().read(request.input(), setting(request, null));
  }

  private Known known(String tenant) {
    Known there = there(tenant);
    if (there != null && there.isFresh(clock.instant())) {
      return there;
    }
    ReentrantLock turn;
    synchronized (turns) {
      turn = turns.computeIfAbsent(tenant, name -> new ReentrantLock());
    }
    if (there == null) {
      turn.lock();
    } else if (!turn.tryLock()) {
      return there; // somebody else is looking already
    }
    try {
      Known now = there(tenant);
      return now != null && now.isFresh(clock.instant()) ? now : looked(tenant);
    } finally {
      turn.unlock();
    }
  }

  private @Nullable Known there(String tenant) {
    synchronized (known) {
      return known.get(tenant);
    }
  }

  private Known looked(String tenant) {
    Dictionary dictionary =
        Dictionary.of(
            catalog, (entity, field) -> tables().values(entity, field, tenant, MOST_VALUES));
    Known now = new Known(dictionary, new Linker(catalog, dictionary), clock.instant());
    synchronized (known) {
      known.put(tenant, now);
      if (known.size() > MOST_TENANTS) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return now;
  }

  /** A question as words and values. */
  Template template(Request request, @Nullable Instant at) {
    return Template.of(request.input(), dictionary(request.tenant()), setting(request, at));
  }

  /** What keeps a plan from being executed; empty where nothing does. */
  List<String> wrong(QueryPlan plan) {
    return check.wrong(plan);
  }

  /** A plan as its asker sees it, before any row. */
  Found shown(QueryPlan plan, Request request) {
    Statement statement = tables().statement(plan, request.tenant(), 0, PAGE);
    return new Found(
        Chips.of(catalog, plan, setting(request, null).locale()),
        PlanWriter.write(plan),
        statement.sql(),
        statement.parameters().stream().map(Cells::bound).toList(),
        columns(statement.columns()),
        List.of(),
        false,
        List.of(),
        List.of(),
        null);
  }

  /** A plan with its first rows. */
  Found found(QueryPlan plan, Request request) {
    return page(plan, request, 0, PAGE);
  }

  /** A plan with some of its rows. */
  Found page(QueryPlan plan, Request request, int offset, int most) {
    Rows rows = tables().run(plan, request.tenant(), offset, most);
    Found shown = shown(plan, request);
    boolean none = offset == 0 && rows.rows().isEmpty();
    return new Found(
        shown.chips(),
        shown.plan(),
        shown.sql(),
        shown.parameters(),
        shown.columns(),
        Cells.of(rows.rows()),
        rows.more(),
        List.of(),
        none ? emptying(plan, request.tenant()) : List.of(),
        null);
  }

  private List<Found.Emptying> emptying(QueryPlan plan, String tenant) {
    return tables().emptying(plan, tenant).stream()
        .map(one -> new Found.Emptying(one.chip().id(), one.rows()))
        .toList();
  }

  List<Found.Reading> readings(List<Reading> readings, Request request) {
    List<Found.Reading> out = new ArrayList<>();
    for (Reading one : readings) {
      out.add(
          new Found.Reading(
              Chips.of(catalog, one.plan(), setting(request, null).locale()),
              PlanWriter.write(one.plan())));
    }
    return out;
  }

  private static List<Found.Column> columns(List<Column> columns) {
    return columns.stream()
        .map(one ->
            new Found.Column(one.name(), one.label(), PlanWriter.word(one.type()), one.unit()))
        .toList();
  }

  /** The words of the question that the plan stands on. */
  static List<Evidence> evidence(QueryPlan plan, String question) {
    List<Evidence> out = new ArrayList<>();
    for (Predicate predicate : plan.where()) {
      Said said = predicate.said();
      boolean there =
          said.start() < said.end()
              && said.end() <= question.length()
              && question.substring(said.start(), said.end()).equals(said.words());
      if (there) {
        out.add(new Evidence.Span("input", said.start(), said.end(), said.words()));
      }
    }
    return out;
  }

  @Override
  public synchronized void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
