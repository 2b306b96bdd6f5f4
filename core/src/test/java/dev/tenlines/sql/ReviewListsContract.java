package dev.tenlines.sql;

import static dev.tenlines.sql.TestServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.review.Decided;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.ReviewQueue.Counts;
import dev.tenlines.review.ReviewQueue.Filter;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every review queue shows, hands on, and does when nobody came. */
abstract class ReviewListsContract extends StoreContract {
  private static final Verdict SAFE = new Verdict.Corrected("other");

  private List<String> pages(boolean open, int most) {
    List<String> seen = new ArrayList<>();
    List<ReviewItem> page = page(open, null, most);
    while (!page.isEmpty()) {
      page.forEach(item -> seen.add(item.id()));
      page = page(open, page.getLast().id(), most);
    }
    return seen;
  }

  private List<ReviewItem> page(boolean open, @Nullable String after, int most) {
    return server.reviews.list(new Filter("default", "triage", open, after, most));
  }

  @Test
  final void openItems_areListedByDueTime_handedOnOnesLast_inPagesThatMeet() {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      order.add(server.ask(TestRequest.deferred("x").due(Duration.ofHours(1 + i / 5))));
    }
    server.ask(TestRequest.deferred("x").of("comments"));
    String handedOn = order.removeFirst();
    done(server.reviews.escalate("default", handedOn, "ann", 0));
    order.addLast(handedOn);

    assertThat(pages(true, 3)).isEqualTo(order);
    assertThat(page(true, null, 50)).hasSize(20);
  }

  @Test
  final void decidedItems_areListedNewestFirst_inPagesThatMeet_alsoWithinOneMoment() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String id = server.ask(TestRequest.deferred("x"));
      done(server.reviews.decide("default", id, "ann", null, SAFE));
      all.addFirst(id);
      if (i % 5 == 4) {
        clock.advance(Duration.ofSeconds(1));
      }
    }

    List<String> seen = pages(false, 3);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    assertThat(seen.subList(0, 5)).containsExactlyInAnyOrderElementsOf(all.subList(0, 5));
    assertThat(page(false, null, 50)).hasSize(20);
  }

  @Test
  final void mine_isWhatAPersonDecidedLast() {
    List<String> ids = new ArrayList<>();
    for (String person : List.of("ann", "bob", "ann", "ann")) {
      String id = server.ask(TestRequest.deferred("x"));
      done(server.reviews.decide("default", id, person, null, SAFE));
      ids.add(id);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(server.reviews.mine("default", "ann", 2))
        .extracting(ReviewItem::id)
        .containsExactly(ids.get(3), ids.get(2));
  }

  @Test
  final void counts_sayWhatWaits() {
    assertThat(server.reviews.counts("default", null, "ann")).isEqualTo(new Counts(0, 0, 0, 0));
    server.ask(TestRequest.deferred("x").due(Duration.ofMinutes(1)));
    server.ask(TestRequest.deferred("x").of("comments"));
    String handedOn = server.ask(TestRequest.deferred("x"));
    done(server.reviews.escalate("default", handedOn, "ann", 0));
    String skipped = server.ask(TestRequest.deferred("x"));
    done(server.reviews.skip("default", skipped, "ann", 0));
    String decided = server.ask(TestRequest.deferred("x"));
    done(server.reviews.decide("default", decided, "ann", null, SAFE));
    clock.advance(Duration.ofMinutes(1));

    assertThat(server.reviews.counts("default", null, "ann")).isEqualTo(new Counts(4, 1, 1, 1));
    assertThat(server.reviews.counts("default", "triage", "ann")).isEqualTo(new Counts(3, 1, 1, 1));
    assertThat(server.reviews.counts("default", "comments", "ann"))
        .isEqualTo(new Counts(1, 0, 0, 0));
  }

  @Test
  final void aHandedOnItem_isFreeAtOnce_andOnlyForThoseWhoWorkOnSuch() {
    String id = server.ask(TestRequest.deferred("x"));
    Seat reviewer = new Seat("default", "bob", null, false, false);
    ReviewItem held = server.reviews.take(new Seat("default", "ann", null, false, false));

    ReviewItem handedOn = done(server.reviews.escalate("default", id, "ann", held.version()));

    assertThat(handedOn.escalated()).isTrue();
    assertThat(handedOn.lease()).isNull();
    assertThat(server.reviews.take(reviewer)).isNull();
    assertThat(server.reviews.take(new Seat("default", "root", null, false, true)).id())
        .isEqualTo(id);
  }

  @Test
  final void whenNobodyCame_theDefaultTakesTheirPlace_atOnce() {
    TestRequest asked = TestRequest.deferred("x").due(Duration.ofMinutes(1));
    String late = server.ask(asked);
    String later = server.ask(TestRequest.deferred("x").due(Duration.ofMinutes(2)));
    String never = server.ask(TestRequest.deferred("x"));
    clock.advance(Duration.ofMinutes(1).minusMillis(1));
    assertThat(server.reviews.expire("triage", SAFE, 9)).isZero();
    clock.advance(Duration.ofMillis(1));

    assertThat(server.reviews.expire("triage", SAFE, 9)).isOne();

    assertThat(server.reviews.find("default", late).decided())
        .isEqualTo(new Decided(SAFE, "other", Decided.NOBODY, clock.instant(), clock.instant()));
    assertThat(server.reviews.find("default", later).decided()).isNull();
    assertThat(server.reviews.find("default", never).decided()).isNull();
    assertThat(server.history.find("default", asked.id()).decided()).isNotNull();
    assertThat(server.outbox.claim(9, Duration.ofMinutes(1))).hasSize(TestServer.TARGETS.size());
    assertThat(server.reviews.expire("triage", SAFE, 9)).as("once").isZero();
  }

  @Test
  final void theDefault_leavesAuditsHeldItemsAndOtherFeaturesAlone() {
    Duration soon = Duration.ofMinutes(1);
    String audit = server.ask(TestRequest.deferred("x").due(soon).audited());
    String held = server.ask(TestRequest.deferred("x").due(soon));
    String elsewhere = server.ask(TestRequest.deferred("x").of("comments").due(soon));
    clock.advance(soon);
    done(server.reviews.open("default", held, "ann"));

    assertThat(server.reviews.expire("triage", SAFE, 9)).isZero();
    clock.advance(ReviewQueue.LEASE);
    assertThat(server.reviews.expire("triage", SAFE, 9)).as("the lease ran out").isOne();

    assertThat(server.reviews.find("default", held).decided()).isNotNull();
    assertThat(server.reviews.find("default", audit).decided()).isNull();
    assertThat(server.reviews.find("default", elsewhere).decided()).isNull();
  }

  @Test
  final void theDefault_isGivenToSoManyAtATime() {
    for (int i = 0; i < 5; i++) {
      server.ask(TestRequest.deferred("x").due(Duration.ofMinutes(1)));
    }
    clock.advance(Duration.ofMinutes(1));

    assertThat(server.reviews.expire("triage", new Verdict.Rejected("late"), 3)).isEqualTo(3);
    assertThat(server.reviews.expire("triage", new Verdict.Rejected("late"), 3)).isEqualTo(2);
  }

  @Test
  final void aLateVerdict_afterTheDefault_isStale_andNobodyCanUndoIt() {
    String id = server.ask(TestRequest.deferred("x").due(Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(1));
    server.reviews.expire("triage", SAFE, 9);

    assertThat(server.reviews.decide("default", id, "ann", 0, SAFE)).isNotInstanceOf(Done.class);
    assertThat(server.reviews.undo("default", id, Decided.NOBODY)).isNotInstanceOf(Done.class);
  }
}
