package dev.tenlines.sql;

import dev.tenlines.review.Decision;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.ReviewQueue.Seat;
import dev.tenlines.review.Verdict;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One reviewer who takes, decides, undoes, skips, hands on, repeats calls, looks at old pages, and
 * every now and then walks away and is somebody else afterwards.
 */
final class CrowdMember {
  private static final int MOST_ROUNDS = 20_000;
  private static final String TENANT = "default";

  private final Crowd crowd;
  private final ReviewQueue reviews;
  private final SplittableRandom random;
  private String person;

  CrowdMember(Crowd crowd, TestServer server, String person, SplittableRandom random) {
    this.crowd = crowd;
    this.reviews = server.reviews;
    this.person = person;
    this.random = random;
  }

  /** Works until nothing is open. */
  @Nullable Void work() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ReviewItem item = next();
      if (item == null) {
        if (reviews.counts(TENANT, null, person).open() == 0) {
          return null;
        }
        // Rarely: a clock that every idle person pushes ends the leases of those who work.
        if (chance(4)) {
          crowd.pass(Duration.ofSeconds(20));
        }
        if (chance(10)) {
          crowd.expired(reviews.expire("triage", new Verdict.Rejected("late"), 3));
        }
      } else {
        crowd.given(item, person);
        handle(item);
      }
    }
    throw new AssertionError("stuck: " + person);
  }

  private @Nullable ReviewItem next() {
    if (chance(5)) {
      Decision opened = reviews.open(TENANT, crowd.any(random.nextInt()), person);
      return opened instanceof Done(ReviewItem item) ? item : null;
    }
    return reviews.take(new Seat(TENANT, person, null, chance(20), chance(30)));
  }

  private void handle(ReviewItem item) {
    switch (random.nextInt(20)) {
      case 0, 1 -> person = person + "'"; // Walks away; the lease has to run out.
      case 2 -> reviews.release(TENANT, item.id(), person);
      case 3 -> reviews.skip(TENANT, item.id(), person, item.version());
      case 4 -> reviews.escalate(TENANT, item.id(), person, item.version());
      case 5 -> decide(item, item.version() - 1);
      case 6 -> {
        crowd.pass(ReviewQueue.LEASE.plusSeconds(random.nextInt(30)));
        decide(item, item.version());
      }
      default -> {
        if (reviews.renew(TENANT, item.id(), person) instanceof Done(ReviewItem renewed)) {
          crowd.given(renewed, person);
        }
        decide(item, item.version());
      }
    }
  }

  private void decide(ReviewItem item, int version) {
    Verdict verdict =
        random.nextBoolean() ? new Verdict.Approved() : new Verdict.Corrected("returns");
    if (!(reviews.decide(TENANT, item.id(), person, version, verdict)
        instanceof Done(ReviewItem decided))) {
      return;
    }
    crowd.decided(decided, person);
    if (chance(20)
        && reviews.decide(TENANT, item.id(), person, version, verdict) instanceof Done again) {
      // The same call again changes nothing.
      crowd.given(again.item(), person);
    }
    if (chance(15) && reviews.undo(TENANT, item.id(), person) instanceof Done(ReviewItem undone)) {
      crowd.undone(undone, person);
      if (chance(50)) {
        decide(undone, undone.version());
      }
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
