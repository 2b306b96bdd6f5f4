package dev.tenlines.spring.console;

import dev.tenlines.Evidence;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Task;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.Trace;
import dev.tenlines.Turn;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.History.Entry;
import dev.tenlines.review.Decided;
import dev.tenlines.spring.console.answers.Answers;
import dev.tenlines.spring.console.paper.Papers;
import dev.tenlines.spring.console.prompts.Calls;
import dev.tenlines.spring.console.searches.Searches;
import dev.tenlines.spring.console.summaries.Summaries;
import dev.tenlines.spring.console.view.AnswerView;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.PaperView;
import dev.tenlines.spring.console.view.RequestView;
import dev.tenlines.spring.console.view.SearchView;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.SummaryView;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.spring.console.view.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerResponse;

/** What was asked, and what came of it. */
final class RequestPages {
  private static final int PAGE = 50;
  private static final int EXCERPT = 80;

  private final Pages pages;
  private final Tenlines tenlines;
  private final Times times;
  private final Calls calls;
  private final Papers papers;

  RequestPages(Pages pages, Tenlines tenlines, Times times, Calls calls) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.times = times;
    this.calls = calls;
    this.papers = new Papers(tenlines, times.clock());
  }

  ServerResponse list(Visit visit) {
    String id = visit.maybe("id");
    if (id != null) {
      // An id may hold anything: only a request that is there is gone to.
      return tenlines.history().find(visit.tenant(), id) == null
          ? pages.notFound(visit)
          : pages.go(visit, "/requests/" + id);
    }
    String before = visit.maybe("before");
    List<Entry> entries =
        tenlines
            .history()
            .list(
                new History.Filter(
                    visit.tenant(),
                    visit.maybe("feature"),
                    visit.maybe("outcome"),
                    before,
                    PAGE + 1));
    List<Entry> page = entries.size() > PAGE ? entries.subList(0, PAGE) : entries;
    Map<String, Object> values = new HashMap<>();
    values.put("features", tenlines.features());
    values.put("feature", visit.text("feature"));
    values.put("outcome", visit.text("outcome"));
    values.put("table", table(visit, page));
    values.put("first", before == null);
    values.put("next", entries.size() > PAGE ? page.getLast().outcome().id() : "");
    return pages.page(visit, "requests.jte", values);
  }

  ServerResponse request(Visit visit) {
    Entry entry = tenlines.history().find(visit.tenant(), visit.path("id"));
    return entry == null
        ? pages.notFound(visit)
        : pages.page(
            visit,
            "request.jte",
            Map.of(
                "view", view(visit, entry), "calls", calls.of(visit.tenant(), visit.path("id"))));
  }

  private Table table(Visit visit, List<Entry> entries) {
    Table.Rows rows =
        Table.of("Requests", "Text", "Feature", "Outcome", "Value", "By", "When")
            .otherwise("No request matches.");
    for (Entry entry : entries) {
      Outcome<Object> outcome = entry.outcome();
      Shown text = Shown.excerpt(entry.request().input(), EXCERPT);
      rows.row(
          new Cell.Link(
              pages.root(visit.request()) + "/requests/" + outcome.id(),
              text.runs().isEmpty() ? Shown.of("(no text)") : text),
          Cell.text(outcome.feature()),
          badge(outcome),
          value(entry),
          by(entry),
          new Cell.When(times.of(entry.created())));
    }
    return rows.table();
  }

  private RequestView view(Visit visit, Entry entry) {
    Outcome<Object> outcome = entry.outcome();
    String root = pages.root(visit.request());
    Object proposal =
        switch (outcome) {
          case Answered<Object> a -> null;
          case Deferred<Object> d -> d.proposal();
          case Declined<Object> d -> d.proposal();
        };
    Object value = outcome instanceof Answered<Object> a ? a.value() : proposal;
    Feature feature = reading(outcome.feature());
    Table read = feature == null ? null : read(feature, value);
    Feature written = declared(outcome.feature());
    AnswerView answer = Answers.answers(written) ? Answers.of(value) : null;
    SummaryView summary =
        written != null && Summaries.summarizes(written) && value != null
            ? Summaries.of(written, entry.request().input(), value, entry.request().words())
            : null;
    SearchView search =
        Searches.searches(written)
            ? Searches.of(tenlines, entry, visit.tenant(), visit.text("offset"))
            : null;
    boolean painted = read != null || answer != null || summary != null || search != null;
    return new RequestView(
        outcome.id(),
        outcome.feature(),
        badge(outcome),
        Shown.of(entry.request().input(), spans(outcome.evidence(), "input")),
        fields(entry),
        outcome instanceof Answered<Object> a && !painted ? Shown.value(a.value()) : null,
        proposal == null || painted ? null : Shown.value(proposal),
        why(outcome),
        rules(outcome),
        trace(outcome.trace()),
        millis(outcome.trace().took()),
        outcome.trace().charge().toString(),
        times.of(entry.created()),
        outcome instanceof Deferred<Object> d ? root + "/reviews/" + d.review() : null,
        verdict(entry.decided()),
        read,
        feature == null ? null : paper(visit, feature, entry, value),
        answer,
        summary,
        search,
        said(entry.request().conversation()));
  }

  /** A feature that reads fields, or null. */
  private @Nullable Feature reading(String name) {
    Feature feature = declared(name);
    return Papers.reads(feature) ? feature : null;
  }

  private @Nullable Feature declared(String name) {
    try {
      return tenlines.plan(name).feature();
    } catch (TenlinesException e) {
      return null; // it is no longer declared
    }
  }

  private static @Nullable Table said(List<Turn> conversation) {
    Table.Rows rows = Table.of("Said before", "Who", "What");
    conversation.forEach(turn -> rows.row(Cell.text(turn.role().word()), Cell.text(turn.text())));
    return conversation.isEmpty() ? null : rows.table();
  }

  private static @Nullable Table read(Feature feature, @Nullable Object value) {
    Task.Table table = feature.kind().task().table(value);
    if (table == null) {
      return null;
    }
    Table.Rows rows = Table.of("What was read", table.head().toArray(String[]::new));
    table.rows().forEach(row -> rows.row(row.stream().map(Cell::text).toArray(Cell[]::new)));
    return rows.table();
  }

  private PaperView paper(Visit visit, Feature feature, Entry entry, @Nullable Object value) {
    String id = entry.outcome().id();
    return papers
        .desk(
            feature,
            papers.document(visit.tenant(), id, entry.request().input()),
            value,
            Map.of(),
            Map.of(),
            pages.root(visit.request()) + "/requests/" + id + "/pages/")
        .paper();
  }

  static Cell.Badge badge(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> a -> new Cell.Badge("good", "answered");
      case Deferred<?> d -> new Cell.Badge("wait", "deferred");
      case Declined<?> d -> new Cell.Badge("calm", "declined");
    };
  }

  private static Cell value(Entry entry) {
    Decided decided = entry.decided();
    if (decided != null) {
      return decided.value() == null
          ? new Cell.Badge("bad", "rejected")
          : new Cell.Text(Shown.excerpt(Shown.words(decided.value()), EXCERPT));
    }
    return entry.outcome() instanceof Answered<Object> a ? Cell.text(a.value()) : Cell.none();
  }

  private static Cell by(Entry entry) {
    Decided decided = entry.decided();
    if (decided != null) {
      return Cell.text(decided.reviewer());
    }
    return switch (entry.outcome()) {
      case Answered<Object> a -> Cell.code(a.rung());
      case Deferred<Object> d -> Cell.none();
      case Declined<Object> d ->
          Cell.text(d.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    };
  }

  private static String why(Outcome<Object> outcome) {
    return switch (outcome) {
      case Answered<Object> a ->
          a.rung()
              + " answered, "
              + (a.basis() instanceof Basis.Certified(String id)
                  ? "certified by " + id
                  : a.value() instanceof String
                      ? "as a rule that somebody stands behind"
                      : "by construction: what it says stands in its source")
              + ".";
      case Deferred<Object> d -> "No rung may answer it alone, so a person does.";
      case Declined<Object> d ->
          switch (d.reason()) {
            case SHADOW -> "The feature only watches for now.";
            case TIMEOUT -> "The latency budget was used up, and nobody reviews this feature.";
            case NO_ANSWER -> "No rung could answer, and nobody reviews this feature.";
            case OVER_BUDGET -> "A budget was used up, and nobody reviews this feature.";
            case NOT_IN_DOCUMENTS -> "The documents hold no answer; below is what comes nearest.";
            case NOT_A_LANGUAGE_TASK -> "It asks for a sum or a look-up, which code does.";
            case UNCONFIRMED -> "It waits for the asker's word: nothing is guessed.";
            case UNKNOWN_WORD -> "A word of it is explained by nothing that is declared.";
            case NO_SUCH_DATA -> "The declared tables do not hold what it asks for.";
            case NEEDS_REPORT -> "It wants more than one statement over declared tables can tell.";
            case ARITHMETIC -> "It asks for a sum, which no model does.";
            case NOT_A_QUERY -> "It asks for nothing that tables could hold.";
          };
    };
  }

  private static List<Evidence.Span> spans(List<Evidence> evidence, String source) {
    List<Evidence.Span> spans = new ArrayList<>();
    for (Evidence part : evidence) {
      if (part instanceof Evidence.Span span && span.source().equals(source)) {
        spans.add(span);
      }
    }
    return spans;
  }

  private static Table fields(Entry entry) {
    Table.Rows rows = Table.of("Fields", "Field", "Value").otherwise("No fields were sent.");
    new TreeMap<>(entry.request().fields())
        .forEach((name, value) ->
            rows.row(
                Cell.text(name),
                new Cell.Text(
                    Shown.of(String.valueOf(value), spans(entry.outcome().evidence(), name)))));
    return rows.table();
  }

  private static List<Shown> rules(Outcome<Object> outcome) {
    List<Shown> rules = new ArrayList<>();
    for (Evidence part : outcome.evidence()) {
      if (part instanceof Evidence.Rule(int line, String when)) {
        rules.add(Shown.of("Rule " + line + ": when " + when));
      }
    }
    return rules;
  }

  private static Table trace(Trace trace) {
    Table.Rows rows =
        Table.of("Trace", "Rung", "Result", "Why", "Score#", "Time#", "Charge#")
            .otherwise("No rung was tried.");
    for (Trace.Step step : trace.steps()) {
      rows.row(
          Cell.code(step.rung()),
          result(step.result()),
          Cell.text(step.reason() == null ? "" : step.reason()),
          step.score() == null
              ? Cell.none()
              : Cell.number(String.format(Locale.ROOT, "%.3f", step.score())),
          Cell.number(millis(step.took())),
          Cell.number(step.charge().isZero() ? "–" : step.charge().toString()));
    }
    return rows.table();
  }

  private static Cell result(Trace.Result result) {
    String tone =
        switch (result) {
          case ANSWERED -> "good";
          case PROPOSED -> "wait";
          case FAILED -> "bad";
          case ABSTAINED, SKIPPED -> "calm";
        };
    return new Cell.Badge(tone, result.name().toLowerCase(Locale.ROOT));
  }

  private static String millis(Duration took) {
    return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
  }

  private RequestView.@Nullable Verdict verdict(@Nullable Decided decided) {
    return decided == null
        ? null
        : new RequestView.Verdict(
            Shown.of(ReviewViews.said(decided)),
            decided.reviewer().equals(Decided.NOBODY)
                ? "nobody: the due time passed"
                : decided.reviewer(),
            times.of(decided.at()));
  }
}
