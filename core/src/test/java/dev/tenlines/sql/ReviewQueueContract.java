package dev.tenlines.sql;

import static dev.tenlines.sql.TestServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.Decision.Held;
import dev.tenlines.review.Decision.Refused;
import dev.tenlines.review.Decision.Stale;
import dev.tenlines.review.Decision.Unknown;
import dev.tenlines.review.Lease;
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

/** What every review queue has to do for one person after another; races stand beside. */
abstract class ReviewQueueContract extends StoreContract {
  static final Verdict APPROVED = new Verdict.Approved();
  static final Verdict RETURNS = new Verdict.Corrected("returns");
  static final Verdict REJECTED = new Verdict.Rejected("not for us");

  final @Nullable ReviewItem take(String person) {
    return server.reviews.take(new Seat("default", person, null, false, false));
  }

  private String asked(Duration due) {
    return server.ask(TestRequest.deferred("x").due(due));
  }

  @Test
  final void take_givesWhatIsDueFirst_andThenWhatIsOldest() {
    String second = server.ask(TestRequest.deferred("x"));
    clock.advance(Duration.ofMinutes(1));
    String third = server.ask(TestRequest.deferred("x"));
    String soon = asked(Duration.ofHours(2));
    String first = asked(Duration.ofHours(1));

    List<String> order = new ArrayList<>();
    for (String person : List.of("a", "b", "c", "d")) {
      order.add(take(person).id());
    }

    assertThat(order).containsExactly(first, soon, second, third);
    assertThat(take("e")).as("nothing waits").isNull();
  }

  @Test
  final void take_namesTheHolder_forFiveMinutes() {
    asked(Duration.ofHours(1));

    assertThat(take("ann").lease())
        .isEqualTo(new Lease("ann", clock.instant().plus(ReviewQueue.LEASE)));
  }

  @Test
  final void whatAPersonHolds_isHandedOutToThemAgain_inTheSameVersion() {
    asked(Duration.ofHours(1));
    ReviewItem held = take("ann");
    asked(Duration.ofMinutes(1));
    clock.advance(Duration.ofMinutes(1));

    ReviewItem again = take("ann");

    assertThat(again.id()).isEqualTo(held.id());
    assertThat(again.version()).isEqualTo(held.version());
    assertThat(again.lease().until()).isEqualTo(clock.instant().plus(ReviewQueue.LEASE));
  }

  @Test
  final void aSeat_getsItemsOfItsFeatureAndTenantOnly() {
    server.ask(TestRequest.deferred("x").of("comments"));
    server.ask(TestRequest.deferred("x").forTenant("other"));

    assertThat(server.reviews.take(new Seat("default", "ann", "triage", false, false))).isNull();
    assertThat(server.reviews.take(new Seat("default", "ann", "comments", false, false)))
        .isNotNull();
  }

  @Test
  final void takingAnother_freesWhatAPersonHeld() {
    String first = asked(Duration.ofHours(1));
    String second = asked(Duration.ofHours(2));
    assertThat(take("ann").id()).isEqualTo(first);

    done(server.reviews.open("default", second, "ann"));

    assertThat(take("bob").id()).isEqualTo(first);
  }

  @Test
  final void aLeaseThatRanOut_returnsTheItem() {
    String id = asked(Duration.ofHours(1));
    int version = take("ann").version();
    clock.advance(ReviewQueue.LEASE.minusSeconds(1));
    assertThat(take("bob")).isNull();

    clock.advance(Duration.ofSeconds(1));

    assertThat(take("bob").id()).isEqualTo(id);
    assertThat(server.reviews.find("default", id).version()).isGreaterThan(version);
  }

  @Test
  final void release_givesTheItemBackAtOnce() {
    String id = asked(Duration.ofHours(1));
    take("ann");

    assertThat(done(server.reviews.release("default", id, "ann")).lease()).isNull();
    assertThat(take("bob").id()).isEqualTo(id);
  }

  @Test
  final void aSkippedItem_goesToOthers_andComesBackWhenAskedFor() {
    String first = asked(Duration.ofHours(1));
    String second = asked(Duration.ofHours(2));
    done(server.reviews.skip("default", first, "ann", take("ann").version()));

    assertThat(take("ann").id()).isEqualTo(second);
    assertThat(server.reviews.counts("default", null, "ann")).isEqualTo(new Counts(2, 1, 0, 0));
    assertThat(server.reviews.counts("default", null, "bob")).isEqualTo(new Counts(2, 0, 0, 0));
    assertThat(server.reviews.take(new Seat("default", "ann", null, true, false)))
        .as("ann goes on with what she holds")
        .extracting(ReviewItem::id)
        .isEqualTo(second);
    done(server.reviews.decide("default", second, "ann", null, APPROVED));
    assertThat(server.reviews.take(new Seat("default", "ann", null, true, false)).id())
        .isEqualTo(first);
    done(server.reviews.release("default", first, "ann"));
    assertThat(take("bob").id()).isEqualTo(first);
  }

  @Test
  final void aForeignTenant_findsNothingAndChangesNothing() {
    String id = asked(Duration.ofHours(1));
    ReviewQueue reviews = server.reviews;

    assertThat(reviews.find("other", id)).isNull();
    assertThat(
            List.of(
                reviews.open("other", id, "eve"),
                reviews.renew("other", id, "eve"),
                reviews.release("other", id, "eve"),
                reviews.skip("other", id, "eve", 0),
                reviews.escalate("other", id, "eve", 0),
                reviews.decide("other", id, "eve", 0, RETURNS),
                reviews.undo("other", id, "eve")))
        .containsOnly(new Unknown());
    assertThat(reviews.list(new Filter("other", null, true, null, 9))).isEmpty();
    assertThat(reviews.list(new Filter("other", null, true, id, 9))).isEmpty();
    assertThat(reviews.mine("other", "ann", 9)).isEmpty();
    assertThat(reviews.counts("other", null, "ann")).isEqualTo(new Counts(0, 0, 0, 0));
    assertThat(reviews.find("default", id).version()).isZero();
  }

  @Test
  final void whoeverComesWhileItIsHeld_hearsWhoHoldsIt() {
    String id = asked(Duration.ofHours(1));
    ReviewItem held = take("ann");
    ReviewQueue reviews = server.reviews;

    assertThat(
            List.of(
                reviews.open("default", id, "bob"),
                reviews.renew("default", id, "bob"),
                reviews.release("default", id, "bob"),
                reviews.skip("default", id, "bob", held.version()),
                reviews.escalate("default", id, "bob", held.version()),
                reviews.decide("default", id, "bob", held.version(), RETURNS),
                reviews.decide("default", id, "bob", null, RETURNS)))
        .containsOnly(new Held(held.lease()));
  }

  @Test
  final void aVerdict_isKeptWithWhoAndWhen() {
    String id = asked(Duration.ofHours(1));

    Decided decided =
        done(server.reviews.decide("default", id, "ann", take("ann").version(), RETURNS)).decided();

    assertThat(decided)
        .isEqualTo(
            new Decided(
                RETURNS,
                "returns",
                "ann",
                clock.instant(),
                clock.instant().plus(ReviewQueue.UNDO)));
    assertThat(take("bob")).isNull();
  }

  @Test
  final void anApprovedProposal_andARejectedOne_sayWhatStands() {
    String right = asked(Duration.ofHours(1));
    String wrong = asked(Duration.ofHours(1));

    assertThat(done(server.reviews.decide("default", right, "ann", null, APPROVED)).decided())
        .extracting(Decided::value)
        .isEqualTo("delivery");
    assertThat(done(server.reviews.decide("default", wrong, "ann", null, REJECTED)).decided())
        .satisfies(decided -> {
          assertThat(decided.value()).isNull();
          assertThat(decided.verdict()).isEqualTo(REJECTED);
        });
  }

  @Test
  final void theSameVerdictAgain_isDoneAlready_andAnnouncedOnce() {
    String id = asked(Duration.ofHours(1));
    int version = take("ann").version();
    ReviewItem first = done(server.reviews.decide("default", id, "ann", version, RETURNS));

    assertThat(server.reviews.decide("default", id, "ann", version, RETURNS))
        .isEqualTo(new Done(first));
    assertThat(server.outbox.list("default", 9)).hasSize(TestServer.TARGETS.size());
  }

  @Test
  final void anotherVerdictOnADecidedItem_isTooLate() {
    String id = asked(Duration.ofHours(1));
    done(server.reviews.decide("default", id, "ann", null, RETURNS));

    assertThat(server.reviews.decide("default", id, "ann", null, REJECTED))
        .isInstanceOf(Stale.class);
    assertThat(server.reviews.decide("default", id, "bob", null, RETURNS))
        .isInstanceOf(Stale.class);
    assertThat(server.reviews.open("default", id, "bob")).isInstanceOf(Stale.class);
    assertThat(server.reviews.release("default", id, "ann")).isInstanceOf(Stale.class);
    assertThat(server.reviews.find("default", id).decided().reviewer()).isEqualTo("ann");
  }

  @Test
  final void whatWasSeenInAnOlderVersion_isStale_andComesWithTheNewOne() {
    String id = asked(Duration.ofHours(1));
    int old = take("ann").version();
    done(server.reviews.release("default", id, "ann"));
    ReviewItem now = server.reviews.find("default", id);

    assertThat(server.reviews.decide("default", id, "ann", old, RETURNS)).isEqualTo(new Stale(now));
    assertThat(server.reviews.skip("default", id, "ann", old)).isEqualTo(new Stale(now));
    assertThat(server.reviews.escalate("default", id, "ann", old)).isEqualTo(new Stale(now));
  }

  @Test
  final void approving_withoutAProposal_isRefused() {
    String id = server.ask(TestRequest.deferred("x").proposing(null).because(Cause.NO_PROPOSAL));

    assertThat(server.reviews.decide("default", id, "ann", null, APPROVED))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.id()).isEqualTo("TL-176"));
    assertThat(server.reviews.find("default", id).decided()).isNull();
  }

  @Test
  final void undo_inTime_restoresTheItem_andNobodyHasHeard() {
    String id = asked(Duration.ofHours(1));
    done(server.reviews.decide("default", id, "ann", take("ann").version(), RETURNS));
    clock.advance(ReviewQueue.UNDO.minusMillis(1));

    ReviewItem undone = done(server.reviews.undo("default", id, "ann"));

    assertThat(undone.decided()).isNull();
    assertThat(undone.proposal()).isEqualTo("delivery");
    assertThat(undone.lease().holder()).isEqualTo("ann");
    clock.advance(Duration.ofDays(1));
    assertThat(server.outbox.claim(9, Duration.ofMinutes(1))).isEmpty();
    assertThat(server.outbox.list("default", 9)).isEmpty();
    assertThat(server.judgements.count("triage")).isZero();
  }

  @Test
  final void undo_afterTenSeconds_isTooLate() {
    String id = asked(Duration.ofHours(1));
    done(server.reviews.decide("default", id, "ann", null, RETURNS));
    clock.advance(ReviewQueue.UNDO);

    assertThat(server.reviews.undo("default", id, "ann"))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.id()).isEqualTo("TL-175"));
    assertThat(server.reviews.find("default", id).decided()).isNotNull();
  }

  @Test
  final void undo_isForTheOwnVerdictAlone() {
    String id = asked(Duration.ofHours(1));
    assertThat(server.reviews.undo("default", id, "ann")).isInstanceOf(Stale.class);
    done(server.reviews.decide("default", id, "ann", null, RETURNS));

    assertThat(server.reviews.undo("default", id, "bob")).isInstanceOf(Stale.class);
    assertThat(server.reviews.find("default", id).decided()).isNotNull();
  }

  @Test
  final void undoneAndDecidedAgain_theLastVerdictStands_withOneMessage() {
    String id = asked(Duration.ofHours(1));
    done(server.reviews.decide("default", id, "ann", null, RETURNS));
    ReviewItem undone = done(server.reviews.undo("default", id, "ann"));
    done(server.reviews.decide("default", id, "ann", undone.version(), REJECTED));
    clock.advance(ReviewQueue.UNDO);

    assertThat(server.reviews.find("default", id).decided().verdict()).isEqualTo(REJECTED);
    assertThat(server.outbox.claim(9, Duration.ofMinutes(1)))
        .hasSize(TestServer.TARGETS.size())
        .allSatisfy(delivery -> assertThat(delivery.body()).contains("rejected"));
  }

  @Test
  final void aBlindItem_showsNoGuess_openOrDecided() {
    String id = server.ask(TestRequest.deferred("x").audited());

    for (ReviewItem item :
        List.of(
            take("ann"),
            server.reviews.find("default", id),
            done(server.reviews.decide("default", id, "ann", null, RETURNS)),
            server.reviews.mine("default", "ann", 9).getFirst())) {
      assertThat(item.blind()).isTrue();
      assertThat(item.proposal()).isNull();
      assertThat(item.evidence()).isEqualTo(List.<Evidence>of());
    }
  }

  @Test
  final void aBlindItem_cannotBeSkippedHandedOnOrApproved() {
    String id = server.ask(TestRequest.deferred("x").audited());
    int version = take("ann").version();

    assertThat(
            List.of(
                server.reviews.skip("default", id, "ann", version),
                server.reviews.escalate("default", id, "ann", version)))
        .allSatisfy(decision ->
            assertThat(decision)
                .isInstanceOfSatisfying(
                    Refused.class, r -> assertThat(r.id()).isEqualTo("TL-174")));
    assertThat(server.reviews.decide("default", id, "ann", version, APPROVED))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.id()).isEqualTo("TL-176"));
    assertThat(take("ann").version()).as("nothing happened to it").isEqualTo(version);
  }

  @Test
  final void anyReason_isKept() {
    String id = asked(Duration.ofHours(1));
    String reason = "zero \0, 👩‍👩‍👧 and '; DROP TABLE reviews; --";

    ReviewItem item =
        done(server.reviews.decide("default", id, "ann", null, new Verdict.Rejected(reason)));

    assertThat(item.decided().verdict()).isEqualTo(new Verdict.Rejected(store.held(reason)));
    assertThat(server.reviews.find("default", "v_\0")).isNull();
  }
}
