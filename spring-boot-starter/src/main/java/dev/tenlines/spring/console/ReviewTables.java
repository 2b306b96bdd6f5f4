package dev.tenlines.spring.console;

import dev.tenlines.review.Decided;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Moment;
import dev.tenlines.spring.console.view.ReviewView.Place;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import dev.tenlines.spring.console.view.Times;
import java.util.ArrayList;
import java.util.List;

/** The lists of the reviews page. */
record ReviewTables(Pages pages, Times times) {
  private static final int EXCERPT = 90;

  Table open(Visit visit, List<ReviewItem> items, Place place) {
    Table.Rows rows =
        Table.of("Open reviews", "Text", "Feature", "Why", "Waiting since", "Due", "Held by")
            .otherwise("Nothing waits for a person.");
    for (ReviewItem item : items) {
      rows.row(
          link(visit, item, place),
          Cell.text(item.feature()),
          why(item),
          new Cell.When(times.of(item.created())),
          due(item),
          holder(visit, item));
    }
    return rows.table();
  }

  Table mine(Visit visit, List<ReviewItem> items, ReviewViews views) {
    Table.Rows rows =
        Table.of("What I just did", "Text", "Verdict", "When", "")
            .otherwise("You have not decided anything yet.");
    for (ReviewItem item : items) {
      Decided decided = item.decided();
      if (decided == null) {
        continue;
      }
      rows.row(
          link(visit, item, Place.ALL),
          Cell.text(ReviewViews.said(decided)),
          new Cell.When(times.of(decided.at())),
          views.undoable(decided, visit.caller().name())
              ? new Cell.Action(
                  at(visit, item) + "/withdrawal",
                  "Undo",
                  Shown.excerpt(item.input(), 40).plain(),
                  "plain")
              : Cell.text(""));
    }
    return rows.table();
  }

  private Cell link(Visit visit, ReviewItem item, Place place) {
    Shown text = Shown.excerpt(item.input(), EXCERPT);
    return new Cell.Link(
        at(visit, item) + place.query(), text.runs().isEmpty() ? Shown.of("(no text)") : text);
  }

  private String at(Visit visit, ReviewItem item) {
    return pages.root(visit.request()) + "/reviews/" + item.id();
  }

  private static Cell why(ReviewItem item) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Badge(item.blind() ? "accent" : "calm", ReviewViews.badge(item.cause())));
    if (item.escalated()) {
      cells.add(new Cell.Badge("wait", "handed on"));
    }
    return new Cell.Several(cells);
  }

  /** A blind item's due time is not told: it would differ for answered and deferred requests. */
  private Cell due(ReviewItem item) {
    Moment due = item.blind() ? null : times.maybe(item.due());
    if (due == null || item.due() == null) {
      return Cell.none();
    }
    boolean late = item.due().isBefore(times.clock().instant());
    return late
        ? new Cell.Several(List.of(new Cell.Badge("bad", "overdue"), new Cell.When(due)))
        : new Cell.When(due);
  }

  private Cell holder(Visit visit, ReviewItem item) {
    Lease lease = item.lease();
    if (lease == null || !lease.heldAt(times.clock().instant())) {
      return Cell.none();
    }
    return lease.holder().equals(visit.caller().name())
        ? new Cell.Badge("good", "you")
        : Cell.text(lease.holder());
  }
}
