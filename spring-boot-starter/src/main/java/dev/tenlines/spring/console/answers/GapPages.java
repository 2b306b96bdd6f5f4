package dev.tenlines.spring.console.answers;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.answer.Gap;
import dev.tenlines.answer.Gaps;
import dev.tenlines.spring.console.Pages;
import dev.tenlines.spring.console.Visit;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.spring.console.view.Times;
import java.util.Map;
import org.springframework.web.servlet.function.ServerResponse;

/** What people asked and the documents lack, and which answers of people went stale. */
public final class GapPages {
  private static final int EXCERPT = 140;

  private final Pages pages;
  private final Tenlines tenlines;
  private final Times times;

  public GapPages(Pages pages, Tenlines tenlines, Times times) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.times = times;
  }

  /** Those of a feature. */
  public ServerResponse gaps(Visit visit) {
    Feature feature = tenlines.plan(visit.path("name")).feature();
    if (!Answers.answers(feature)) {
      return pages.notFound(visit);
    }
    Gaps gaps = tenlines.gaps(visit.tenant(), feature.name());
    return pages.page(
        visit,
        "gaps.jte",
        Map.of(
            "feature",
            feature.name(),
            "looked",
            gaps.requests(),
            "lacking",
            lacking(visit, gaps),
            "stale",
            stale(gaps)));
  }

  private Table lacking(Visit visit, Gaps gaps) {
    Table.Rows rows =
        Table.of("Questions without an answer", "Question", "Asked#", "What comes nearest", "Last")
            .otherwise("Nothing: the documents held an answer to whatever was asked.");
    for (Gap gap : gaps.gaps()) {
      rows.row(
          new Cell.Link(
              pages.root(visit.request()) + "/requests/" + gap.request(),
              Shown.excerpt(gap.question(), EXCERPT)),
          Cell.number(gap.requests()),
          nearest(gap),
          new Cell.When(times.of(gap.last())));
    }
    return rows.table();
  }

  private static Cell nearest(Gap gap) {
    Gap.Nearest nearest = gap.nearest();
    if (nearest == null) {
      return Cell.none();
    }
    String place =
        nearest.heading().isEmpty()
            ? nearest.source()
            : nearest.heading() + " · " + nearest.source();
    return new Cell.Text(Shown.excerpt(place, EXCERPT));
  }

  private static Table stale(Gaps gaps) {
    Table.Rows rows = Table.of("Stale answers", "Question", "Answer", "Written in", "Why");
    for (Gaps.Stale one : gaps.stale()) {
      rows.row(
          new Cell.Text(Shown.excerpt(one.question(), EXCERPT)),
          new Cell.Text(Shown.excerpt(one.text(), EXCERPT)),
          Cell.code(one.name()),
          Cell.text(one.why()));
    }
    return rows.table();
  }
}
