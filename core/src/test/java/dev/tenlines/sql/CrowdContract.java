package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.review.Decided;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue.Filter;
import dev.tenlines.review.Verdict;
import dev.tenlines.webhook.Outbox.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Fifty people, on two servers where the database allows it, work twenty items each, and do
 * everything that people do.
 */
abstract class CrowdContract extends StoreContract {
  private static final int PEOPLE = 50;
  private static final int ITEMS = 20;

  @Test
  final void fiftyReviewers_whoComeAndGo_decideEveryItemOnce() throws Exception {
    List<String> ids = asked();
    Crowd crowd = new Crowd(clock, ids);
    try (TestServer other = another()) {
      List<Callable<Void>> people = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        TestServer through = i % 2 == 0 || !store.shared() ? server : other;
        CrowdMember person =
            new CrowdMember(crowd, through, "person " + i, new SplittableRandom(4_000 + i));
        people.add(person::work);
      }
      Race.of(people);
    }

    assertThat(crowd.conflicts()).as("two people in one version of an item").isEmpty();
    assertThat(server.reviews.counts("default", null, "ann").open()).as("open").isZero();
    for (String id : ids) {
      ReviewItem item = server.reviews.find("default", id);
      assertThat(item.lease()).as(id).isNull();
      String reviewer = item.decided().reviewer();
      assertThat(crowd.standing(id))
          .as("verdicts on %s that were acknowledged and not undone", id)
          .isEqualTo(reviewer.equals(Decided.NOBODY) ? List.of() : List.of(reviewer));
    }
    assertThat(crowd.expired()).isEqualTo(decidedByNobody());
    everyDecisionIsToldOnce(ids);
  }

  private List<String> asked() throws Exception {
    List<Callable<List<String>>> askers = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      boolean due = i % 5 == 0;
      askers.add(() -> {
        List<String> ids = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
          TestRequest asked = TestRequest.deferred("x");
          ids.add(server.ask(due ? asked.due(Duration.ofHours(2)) : asked));
        }
        return ids;
      });
    }
    return Race.of(askers).stream().flatMap(List::stream).toList();
  }

  private int decidedByNobody() {
    return (int)
        server.reviews.list(new Filter("default", null, false, null, PEOPLE * ITEMS)).stream()
            .filter(item -> item.decided().reviewer().equals(Decided.NOBODY))
            .count();
  }

  private void everyDecisionIsToldOnce(List<String> ids) {
    clock.advance(Duration.ofDays(1));
    List<Delivery> told = new ArrayList<>();
    List<Delivery> some = server.outbox.claim(500, Duration.ofHours(1));
    while (!some.isEmpty()) {
      told.addAll(some);
      some = server.outbox.claim(500, Duration.ofHours(1));
    }
    List<Delivery> hooks =
        told.stream().filter(d -> d.target().equals(TestServer.TARGETS.getFirst())).toList();
    assertThat(hooks).hasSize(ids.size());
    assertThat(hooks).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(hooks)
        .extracting(delivery -> delivery.body().replaceAll(".*\"review\":\"(v_\\w+)\".*", "$1"))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  final void peopleWhoOpenEachOthersItems_waitOrHearWhoHoldsThem_andNoCallFails() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ids.add(server.ask(TestRequest.deferred("x")));
    }
    try (TestServer other = another()) {
      List<Callable<Void>> people = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        TestServer through = i % 2 == 0 ? server : other;
        String person = "person " + i % 4;
        SplittableRandom random = new SplittableRandom(i);
        people.add(() -> {
          for (int round = 0; round < 150; round++) {
            String id = ids.get(random.nextInt(ids.size()));
            assertThat(
                    switch (random.nextInt(3)) {
                      case 0 -> through.reviews.open("default", id, person);
                      case 1 -> through.reviews.release("default", id, person);
                      default ->
                          through.reviews.decide(
                              "default", id, person, 1_000_000, new Verdict.Approved());
                    })
                .isNotNull();
          }
          return null;
        });
      }

      Race.of(people);
    }
  }
}
