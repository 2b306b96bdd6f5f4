package dev.tenlines.sql;

import static dev.tenlines.sql.TestServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.review.Decision;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.Decision.Held;
import dev.tenlines.review.Decision.Stale;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bugs that leases of other review tools had, and what happens at the same moment. */
abstract class LeaseContract extends StoreContract {
  private static final Verdict RETURNS = new Verdict.Corrected("returns");

  private @Nullable ReviewItem take(String person) {
    return server.reviews.take(new Seat("default", person, null, false, false));
  }

  /** Seen at Opik: the holder's own score made the holder's heartbeat fail. */
  @Test
  final void leaseBug1_theHoldersSignOfLife_afterTheOwnVerdict_doesNotFail() {
    String id = server.ask(TestRequest.deferred("x"));
    take("ann");
    ReviewItem decided = done(server.reviews.decide("default", id, "ann", null, RETURNS));

    assertThat(server.reviews.renew("default", id, "ann")).isEqualTo(new Done(decided));
    assertThat(server.reviews.find("default", id).lease()).as("it holds nothing again").isNull();
    assertThat(server.reviews.renew("default", id, "bob")).isInstanceOf(Stale.class);
  }

  /** Seen at future-agi: who asked for changes took the lease again, and nobody could go on. */
  @Test
  final void leaseBug2_handingOnFrees_andUndoingLeasesAgain_soThatNobodyIsLockedOut() {
    String id = server.ask(TestRequest.deferred("x"));
    int version = take("ann").version();

    assertThat(done(server.reviews.escalate("default", id, "ann", version)).lease()).isNull();
    ReviewItem taken = done(server.reviews.open("default", id, "root"));
    assertThat(taken.lease().holder()).isEqualTo("root");

    done(server.reviews.decide("default", id, "root", taken.version(), RETURNS));
    assertThat(done(server.reviews.undo("default", id, "root")).lease().holder()).isEqualTo("root");
    clock.advance(ReviewQueue.LEASE);
    assertThat(done(server.reviews.open("default", id, "bob")).lease().holder()).isEqualTo("bob");
  }

  /** Seen at future-agi: a lost reservation was answered as a bad call, not as a conflict. */
  @Test
  final void leaseBug3_aLostLease_isToldAsSuch_withTheNewHolder() {
    String id = server.ask(TestRequest.deferred("x"));
    int version = take("ann").version();
    clock.advance(ReviewQueue.LEASE);
    ReviewItem bobs = take("bob");

    assertThat(server.reviews.decide("default", id, "ann", version, RETURNS))
        .isEqualTo(new Held(bobs.lease()));
    assertThat(server.reviews.renew("default", id, "ann")).isEqualTo(new Held(bobs.lease()));

    done(server.reviews.release("default", id, "bob"));
    assertThat(server.reviews.decide("default", id, "ann", version, RETURNS))
        .isInstanceOf(Stale.class);
  }

  /** Seen at Opik: a score and a lock of the same millisecond could both succeed. */
  @Test
  final void leaseBug4_aVerdictAndALeaseAtTheSameMoment_exactlyOneWins() throws Exception {
    int verdicts = 0;
    try (TestServer other = another()) {
      for (int round = 0; round < 200; round++) {
        String id = server.ask(TestRequest.deferred("x"));
        int version = server.reviews.find("default", id).version();

        List<Decision> both =
            Race.of(
                List.<Callable<Decision>>of(
                    () -> server.reviews.decide("default", id, "ann", version, RETURNS),
                    () -> other.reviews.open("default", id, "bob")));

        boolean decided = both.get(0) instanceof Done;
        assertThat(both.get(1) instanceof Done).as("round %d: %s", round, both).isEqualTo(!decided);
        ReviewItem now = server.reviews.find("default", id);
        assertThat(now.decided() != null).isEqualTo(decided);
        assertThat(now.lease() == null).isEqualTo(decided);
        verdicts += decided ? 1 : 0;
      }
    }
    assertThat(verdicts).as("both orders were seen").isBetween(1, 199);
  }

  @Test
  final void manyVerdictsAtTheSameMoment_exactlyOneWins() throws Exception {
    try (TestServer other = another()) {
      for (int round = 0; round < 20; round++) {
        String id = server.ask(TestRequest.deferred("x"));
        List<Callable<Decision>> all =
            IntStream.range(0, 10)
                .mapToObj(i ->
                    (Callable<Decision>)
                        () ->
                            (i % 2 == 0 ? server : other)
                                .reviews.decide("default", id, "p" + i, 0, RETURNS))
                .toList();

        assertThat(Race.of(all)).filteredOn(Done.class::isInstance).hasSize(1);
      }
    }
    assertThat(server.outbox.list("default", 99)).hasSize(20 * TestServer.TARGETS.size());
  }

  @Test
  final void manyTakersAtTheSameMoment_getAnItemEach() throws Exception {
    for (int i = 0; i < 20; i++) {
      server.ask(TestRequest.deferred("x"));
    }
    try (TestServer other = another()) {
      List<Callable<String>> all =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  (Callable<String>)
                      () ->
                          (i % 2 == 0 ? server : other)
                              .reviews
                              .take(new Seat("default", "p" + i, null, false, false))
                              .id())
              .toList();

      assertThat(Race.of(all)).doesNotHaveDuplicates();
    }
  }

  /** Her laptop slept longer than the lease, and nobody took the item. */
  @Test
  final void aLateSignOfLife_keepsTheVersionThatThePersonSees() {
    String id = server.ask(TestRequest.deferred("x"));
    int version = take("ann").version();
    clock.advance(ReviewQueue.LEASE.plus(Duration.ofMinutes(1)));

    done(server.reviews.renew("default", id, "ann"));

    assertThat(server.reviews.decide("default", id, "ann", version, RETURNS))
        .isInstanceOf(Done.class);
  }

  /** Two windows of one person, on two servers: whatever comes out is open or decided, not both. */
  @Test
  final void onePersonInTwoWindows_neverHoldsWhatIsDecided() throws Exception {
    try (TestServer other = another()) {
      for (int round = 0; round < 100; round++) {
        String id = server.ask(TestRequest.deferred("x"));
        take("ann");

        Race.of(
            List.<Callable<Object>>of(
                () -> server.reviews.decide("default", id, "ann", null, RETURNS),
                () -> other.reviews.take(new Seat("default", "ann", null, false, false)) == null));

        ReviewItem now = server.reviews.find("default", id);
        assertThat(now.decided()).isNotNull();
        assertThat(now.lease()).as("round %d", round).isNull();
      }
    }
  }
}
