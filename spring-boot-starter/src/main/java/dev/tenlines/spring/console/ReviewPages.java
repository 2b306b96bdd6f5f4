package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Decision;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.ReviewQueue.Counts;
import dev.tenlines.review.ReviewQueue.Filter;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.console.paper.Papers;
import dev.tenlines.spring.console.paper.Papers.Filling;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.ReviewView.Place;
import dev.tenlines.spring.console.view.ReviewView.Toast;
import dev.tenlines.spring.console.view.ReviewView.Typed;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where people review. Every page and every button works by plain forms; with script the same
 * answers are painted without a detour, and keys press the buttons.
 */
final class ReviewPages {
  private static final int PAGE = 50;
  private static final int MINE = 5;
  private static final int LONGEST_REASON = 500;

  private final Pages pages;
  private final Tenlines tenlines;
  private final ReviewQueue queue;
  private final Times times;
  private final ReviewViews views;
  private final ReviewTables tables;

  ReviewPages(Pages pages, Tenlines tenlines, Times times) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.queue = tenlines.reviews();
    this.times = times;
    this.views = ReviewViews.of(pages, tenlines, times);
    this.tables = new ReviewTables(pages, times);
  }

  ServerResponse list(Visit visit) {
    return list(visit, place(visit), done(visit, visit.maybe("done")));
  }

  private ServerResponse list(Visit visit, Place place, @Nullable Toast toast) {
    String tenant = visit.tenant();
    String after = visit.request().getMethod().equals("GET") ? visit.maybe("after") : null;
    List<ReviewItem> open = queue.list(new Filter(tenant, place.feature(), true, after, PAGE + 1));
    List<ReviewItem> page = open.size() > PAGE ? open.subList(0, PAGE) : open;
    Counts counts = queue.counts(tenant, place.feature(), visit.caller().name());
    Map<String, Object> values = new HashMap<>();
    values.put("features", tenlines.features());
    values.put("place", place);
    values.put("counts", counts);
    values.put("open", tables.open(visit, page, place));
    values.put("mine", tables.mine(visit, queue.mine(tenant, visit.caller().name(), MINE), views));
    values.put("next", open.size() > PAGE ? page.getLast().id() : "");
    values.put("first", after == null);
    if (toast != null) {
      values.put("toast", toast);
    }
    return pages.page(
        visit, HttpStatus.OK, "reviews.jte", values, pushed(visit, "/reviews" + place.query()));
  }

  /** Takes what is next. */
  ServerResponse next(Visit visit) {
    return onward(visit, place(visit), null);
  }

  ServerResponse item(Visit visit) {
    ReviewItem item = queue.find(visit.tenant(), id(visit));
    return item == null
        ? pages.notFound(visit)
        : item(visit, HttpStatus.OK, item, null, done(visit, visit.maybe("done")), Typed.NOTHING);
  }

  /** Takes an item, or prolongs the hold on it; what was typed stays. */
  ServerResponse lease(Visit visit) {
    Decision decision = queue.renew(visit.tenant(), id(visit), visit.caller().name());
    return decision instanceof Decision.Done(ReviewItem item)
        ? item(visit, HttpStatus.OK, item, null, null, typed(visit))
        : instead(visit, decision);
  }

  /** Gives an item back without an opinion. */
  ServerResponse release(Visit visit) {
    Decision decision = queue.release(visit.tenant(), id(visit), visit.caller().name());
    return decision instanceof Decision.Unknown
        ? pages.notFound(visit)
        : pages.go(visit, "/reviews" + place(visit).query());
  }

  ServerResponse verdict(Visit visit) {
    ReviewItem item = queue.find(visit.tenant(), id(visit));
    if (item == null) {
      return pages.notFound(visit);
    }
    try {
      Filling filling = filling(visit, item);
      if (filling != null && !filling.wrong().isEmpty()) {
        Typed typed = typed(visit).wrong(filling.wrong());
        return item(visit, HttpStatus.UNPROCESSABLE_CONTENT, item, wrong(filling), null, typed);
      }
      Verdict verdict = filling == null ? null : filling.verdict();
      return after(
          visit,
          queue.decide(
              visit.tenant(),
              item.id(),
              visit.caller().name(),
              visit.number("version"),
              verdict == null ? verdict(visit, item) : verdict));
    } catch (TenlinesException e) {
      return refused(visit, Notice.error(e.id(), e.what(), e.hint()));
    }
  }

  /** What the fields of a form say, where fields were sent to be taken. */
  private @Nullable Filling filling(Visit visit, ReviewItem item) {
    boolean sent = visit.text("decision").equals("sent") && visit.maybe("rejected") == null;
    return sent ? views.filled(item, typed(visit)) : null;
  }

  private static Notice wrong(Filling filling) {
    int fields = filling.wrong().size();
    return Notice.error(
        "TL-518",
        (fields == 1 ? "A field" : fields + " fields") + " cannot be taken as typed.",
        "Nothing was recorded, and nothing is lost: look at what is said there.");
  }

  private Verdict verdict(Visit visit, ReviewItem item) {
    String rejected = visit.maybe("rejected");
    if (visit.text("words").length() > LONGEST_REASON) {
      throw Visit.unreadable(
          "words",
          visit.text("words").length() + " characters",
          "Maybe say it in " + LONGEST_REASON + ".");
    }
    if (rejected != null) {
      return new Verdict.Rejected(rejected);
    }
    Object picked = ReviewViews.picked(visit, item);
    if (picked != null) {
      return new Verdict.Corrected(views.value(item.feature(), picked));
    }
    String value = visit.maybe("value");
    if (value != null) {
      // A form sends other line ends than it was given.
      value = value.replace("\r\n", "\n");
    }
    Verdict verdict = Verdict.of(decision(visit, item, value), value, visit.maybe("words"));
    return verdict instanceof Verdict.Corrected(Object right)
        ? new Verdict.Corrected(views.value(item.feature(), String.valueOf(right)))
        : verdict;
  }

  /** Who changes a text and approves it corrects it. */
  private static @Nullable String decision(Visit visit, ReviewItem item, @Nullable String value) {
    Object proposal = item.proposal();
    String sent = visit.maybe("decision");
    if (!"sent".equals(sent)) {
      return sent;
    }
    boolean same = proposal != null && Shown.words(proposal).strip().equals(value);
    return same ? "approved" : "corrected";
  }

  ServerResponse skip(Visit visit) {
    return after(
        visit,
        queue.skip(visit.tenant(), id(visit), visit.caller().name(), visit.number("version")));
  }

  ServerResponse escalate(Visit visit) {
    return after(
        visit,
        queue.escalate(visit.tenant(), id(visit), visit.caller().name(), visit.number("version")));
  }

  /** Takes the reader's own verdict back. */
  ServerResponse withdraw(Visit visit) {
    Decision decision = queue.undo(visit.tenant(), id(visit), visit.caller().name());
    if (!(decision instanceof Decision.Done(ReviewItem item))) {
      return instead(visit, decision);
    }
    Toast toast = new Toast(Shown.of("Undone. It is yours again."), null);
    return visit.scripted()
        ? item(visit, HttpStatus.OK, item, null, toast, Typed.NOTHING)
        : pages.go(visit, "/reviews/" + item.id() + place(visit).query("done", "undone"));
  }

  /** On to the next item when it was done, else the same item again with the reason. */
  private ServerResponse after(Visit visit, Decision decision) {
    return decision instanceof Decision.Done(ReviewItem item)
        ? onward(visit, place(visit), item)
        : instead(visit, decision);
  }

  private ServerResponse onward(Visit visit, Place place, @Nullable ReviewItem done) {
    ReviewItem next =
        queue.take(
            new Seat(
                visit.tenant(),
                visit.caller().name(),
                place.feature(),
                place.skipped(),
                place.escalated() && visit.caller().isAdmin()));
    if (visit.scripted()) {
      Toast toast = done == null ? null : done(visit, done.id());
      return next == null
          ? list(visit, place, toast == null ? nothing() : toast)
          : item(visit, HttpStatus.OK, next, null, toast, Typed.NOTHING);
    }
    String said = done == null ? (next == null ? "nothing" : null) : done.id();
    String query = said == null ? place.query() : place.query("done", said);
    return pages.go(visit, next == null ? "/reviews" + query : "/reviews/" + next.id() + query);
  }

  private ServerResponse instead(Visit visit, Decision decision) {
    return switch (decision) {
      case Decision.Unknown u -> pages.notFound(visit);
      case Decision.Done(ReviewItem item) ->
          item(visit, HttpStatus.OK, item, null, null, typed(visit));
      case Decision.Held(Lease lease) ->
          refused(
              visit,
              Notice.wait(
                  lease.holder()
                      + " holds this item until "
                      + times.hour(lease.until())
                      + ". Nothing was recorded; what you typed is kept here."));
      case Decision.Stale(ReviewItem item) -> stale(visit, item);
      case Decision.Refused(String id, String why) -> refused(visit, Notice.error(id, why, ""));
    };
  }

  private ServerResponse stale(Visit visit, ReviewItem item) {
    Decided decided = item.decided();
    String words =
        decided == null
            ? "The item changed since you opened it: your hold ran out, or it was handed on."
                + " Nothing was recorded; what you typed is kept here. Look again, then decide."
            : decided.reviewer().equals(visit.caller().name())
                ? "You decided this already. " + ReviewViews.said(decided) + "."
                : decided.reviewer()
                    + " decided this before you. "
                    + ReviewViews.said(decided)
                    + ". Yours was not recorded.";
    return item(visit, HttpStatus.CONFLICT, item, Notice.wait(words), null, typed(visit));
  }

  private ServerResponse refused(Visit visit, Notice notice) {
    ReviewItem item = queue.find(visit.tenant(), id(visit));
    return item == null
        ? pages.notFound(visit)
        : item(visit, HttpStatus.CONFLICT, item, notice, null, typed(visit));
  }

  private ServerResponse item(
      Visit visit,
      HttpStatus status,
      ReviewItem item,
      @Nullable Notice notice,
      @Nullable Toast toast,
      Typed typed) {
    Place place = place(visit);
    Map<String, Object> values = new HashMap<>();
    values.put("view", views.of(visit, item, place, typed));
    if (notice != null) {
      values.put("notice", notice);
    }
    if (toast != null) {
      values.put("toast", toast);
    }
    return pages.page(
        visit,
        status,
        "review.jte",
        values,
        pushed(visit, "/reviews/" + item.id() + place.query()));
  }

  /** Where the browser's address bar goes when the script painted the page. */
  private Map<String, String> pushed(Visit visit, String page) {
    visit.opensAt(page);
    return visit.scripted() ? Map.of("HX-Push-Url", pages.root(visit.request()) + page) : Map.of();
  }

  /** What was just done, read off the item itself, so that no address can claim it. */
  private @Nullable Toast done(Visit visit, @Nullable String id) {
    if (id == null) {
      return null;
    }
    if (id.equals("nothing")) {
      return nothing();
    }
    if (id.equals("undone")) {
      return new Toast(Shown.of("Undone. It is yours again."), null);
    }
    ReviewItem item = queue.find(visit.tenant(), id);
    if (item == null) {
      return null;
    }
    Decided decided = item.decided();
    if (decided == null) {
      return new Toast(
          Shown.of(item.escalated() ? "Handed on to an administrator." : "Put aside for you."),
          null);
    }
    return views.undoable(decided, visit.caller().name())
        ? new Toast(Shown.of(ReviewViews.said(decided) + "."), item.id())
        : null;
  }

  private static Toast nothing() {
    return new Toast(Shown.of("Nothing waits for you here."), null);
  }

  private static Typed typed(Visit visit) {
    return new Typed(
        visit.text("value"),
        visit.text("words"),
        Papers.posted(visit.request().getParameterMap()),
        Map.of());
  }

  private static Place place(Visit visit) {
    return new Place(visit.maybe("feature"), visit.says("skipped"), visit.says("escalated"));
  }

  private static String id(Visit visit) {
    return visit.path("id");
  }
}
