package dev.tenlines.spring.console.searches;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.History.Entry;
import dev.tenlines.search.Found;
import dev.tenlines.search.PlanEdits;
import dev.tenlines.search.RowsCsv;
import dev.tenlines.spring.console.Pages;
import dev.tenlines.spring.console.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerResponse;

/** Changes searches chip by chip, and hands out their rows. Each change is a request of its own. */
public final class SearchPages {
  private final Pages pages;
  private final Tenlines tenlines;

  public SearchPages(Pages pages, Tenlines tenlines) {
    this.pages = pages;
    this.tenlines = tenlines;
  }

  /** Asks the same question with the plan as its asker wants it. */
  public ServerResponse change(Visit visit) {
    Entry entry = tenlines.history().find(visit.tenant(), visit.path("id"));
    Found found = entry == null ? null : Searches.found(entry.outcome());
    Map<String, Object> plan = found == null ? null : plan(visit, found);
    if (entry == null || plan == null) {
      return pages.notFound(visit);
    }
    Request again =
        Request.of(entry.request().input())
            .within(entry.request().context())
            .withPlan(plan)
            .forTenant(visit.tenant())
            .by(visit.caller().id());
    Outcome<?> outcome = tenlines.ask(entry.outcome().feature(), again);
    return pages.go(visit, "/requests/" + outcome.id());
  }

  /** The plan of a reading that was picked, without or with a changed chip, or as it is. */
  private static @Nullable Map<String, Object> plan(Visit visit, Found found) {
    String reading = visit.text("reading");
    if (!reading.isEmpty()) {
      int index = reading.matches("[0-9]{1,2}") ? Integer.parseInt(reading) : -1;
      return index < 0 || index >= found.readings().size()
          ? null
          : found.readings().get(index).plan();
    }
    Map<String, Object> plan = found.plan();
    if (plan == null) {
      return null;
    }
    String removed = visit.text("remove");
    if (!removed.isEmpty()) {
      return PlanEdits.without(plan, removed);
    }
    String changed = visit.text("change");
    String[] values = visit.request().getParameterValues("value");
    return changed.isEmpty() || values == null
        ? plan
        : PlanEdits.with(plan, changed, List.of(values));
  }

  /** All rows of an answer. */
  public ServerResponse csv(Visit visit) {
    String id = visit.path("id");
    String csv = RowsCsv.of(offset -> tenlines.rows(visit.tenant(), id, offset, RowsCsv.page()));
    if (csv == null) {
      return pages.notFound(visit);
    }
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return ServerResponse.ok()
        .header("Content-Type", "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"rows.csv\"")
        .build((request, response) -> {
          response.getOutputStream().write(bytes);
          return null;
        });
  }
}
