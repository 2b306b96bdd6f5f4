package dev.tenlines.spring.console;

import dev.tenlines.Profile;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.project.Shares;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.trial.Advice;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/** The five questions without data. */
final class AdvisePages {
  private static final List<String> FIELDS =
      List.of("task", "rule", "wrong", "review", "latency", "volume", "error", "name");

  private final Pages pages;

  AdvisePages(Pages pages) {
    this.pages = pages;
  }

  ServerResponse advise(Visit visit) {
    Map<String, Object> values = new HashMap<>();
    Map<String, String> typed = new HashMap<>();
    FIELDS.forEach(field -> typed.put(field, visit.text(field)));
    values.put("typed", typed);
    HttpStatus status = HttpStatus.OK;
    if (visit.maybe("task") != null) {
      try {
        Advice advice = advice(visit);
        values.put("advice", advice);
        values.put("costs", costs(advice));
      } catch (TenlinesException e) {
        status = HttpStatus.BAD_REQUEST;
        values.put("notice", Notice.error(e.id(), e.what(), e.hint()));
      }
    }
    return pages.page(visit, status, "advise.jte", values);
  }

  private static Advice advice(Visit visit) {
    String name = visit.text("name").isEmpty() ? "triage" : visit.text("name");
    String error = visit.maybe("error");
    return Advice.of(
        name,
        choice(visit, "task", Advice.Task.class),
        profile(visit),
        error == null ? null : Shares.parse(error));
  }

  private static Profile profile(Visit visit) {
    String wrong = visit.maybe("wrong");
    String review = visit.maybe("review");
    String volume = visit.maybe("volume");
    return new Profile(
        true,
        visit.maybe("rule") == null
            ? Profile.Rule.PARTIAL
            : choice(visit, "rule", Profile.Rule.class),
        wrong == null ? null : Money.parse(wrong),
        review == null ? null : Money.parse(review),
        Duration.ofMillis(visit.maybe("latency") == null ? 2000 : visit.number("latency")),
        volume == null ? null : Volume.parse(volume));
  }

  private static <E extends Enum<E>> E choice(Visit visit, String field, Class<E> type) {
    String text = visit.text(field);
    for (E value : type.getEnumConstants()) {
      if (value.name().equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw Visit.unreadable(
        field,
        text,
        "Maybe it is one of: "
            + String.join(
                ", ",
                java.util.Arrays.stream(type.getEnumConstants())
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .toList())
            + ".");
  }

  private static Table costs(Advice advice) {
    Table.Rows rows =
        Table.of(
                "A month costs, reviews and the wrong answers the promise allows", "Share", "Cost#")
            .captioned();
    advice.costs().forEach((share, money) -> rows.row(Cell.text(share), Cell.number(money)));
    return rows.table();
  }
}
