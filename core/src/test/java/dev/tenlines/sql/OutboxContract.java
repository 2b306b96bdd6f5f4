package dev.tenlines.sql;

import static dev.tenlines.sql.TestServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.webhook.Outbox.Delivery;
import dev.tenlines.webhook.Outbox.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every outbox has to do. */
abstract class OutboxContract extends StoreContract {
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final Verdict RETURNS = new Verdict.Corrected("returns");
  private static final int TARGETS = TestServer.TARGETS.size();

  /** Records a request and decides its review. */
  private void decided(TestRequest asked, Verdict verdict) {
    server.ask(asked);
    done(server.reviews.decide(asked.tenant(), asked.review(), "ann", null, verdict));
  }

  private List<Delivery> due() {
    clock.advance(ReviewQueue.UNDO);
    return server.outbox.claim(99, CLAIM);
  }

  private static JsonNode body(Delivery delivery) {
    return JsonMapper.shared().readTree(delivery.body());
  }

  @Test
  final void aDecision_isTold_onceItCannotBeUndone() {
    TestRequest asked = TestRequest.deferred("x");
    decided(asked, RETURNS);
    String at = clock.instant().toString();
    clock.advance(ReviewQueue.UNDO.minusMillis(1));
    assertThat(server.outbox.claim(9, CLAIM)).isEmpty();
    clock.advance(Duration.ofMillis(1));

    List<Delivery> due = server.outbox.claim(9, CLAIM);

    assertThat(due)
        .extracting(Delivery::target)
        .containsExactlyInAnyOrderElementsOf(TestServer.TARGETS);
    assertThat(due).extracting(Delivery::id).containsOnly(due.getFirst().id());
    assertThat(body(due.getFirst()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"type": "review.decided", "timestamp": "%s",
                     "data": {"review": "%s", "request": "%s", "feature": "triage",
                              "outcome": "answered", "value": "returns",
                              "verdict": {"decision": "corrected", "value": "returns",
                                          "reason": null}}}
                    """
                        .formatted(at, asked.review(), asked.id())));
  }

  @Test
  final void aRejection_isToldAsDeclined_withItsReason() {
    decided(TestRequest.deferred("x"), new Verdict.Rejected("not for us"));

    JsonNode data = body(due().getFirst()).get("data");
    assertThat(data.get("outcome").asString()).isEqualTo("declined");
    assertThat(data.get("value").isNull()).isTrue();
    assertThat(data.get("verdict").get("reason").asString()).isEqualTo("not for us");
  }

  @Test
  final void aFeatureThatNobodyListensTo_announcesNothing() {
    decided(TestRequest.deferred("x").of("untold"), RETURNS);

    assertThat(due()).isEmpty();
  }

  @Test
  final void twoDispatchersAtTheSameMoment_neverClaimTheSame() throws Exception {
    for (int i = 0; i < 40; i++) {
      decided(TestRequest.deferred("x"), RETURNS);
    }
    clock.advance(ReviewQueue.UNDO);
    List<String> claimed = new ArrayList<>();
    try (TestServer other = another()) {
      for (int round = 0; round < 5; round++) {
        Race.of(
                List.<Callable<List<Delivery>>>of(
                    () -> server.outbox.claim(10, CLAIM), () -> other.outbox.claim(10, CLAIM)))
            .forEach(some -> some.forEach(d -> claimed.add(d.id() + " to " + d.target())));
      }
    }

    assertThat(claimed).doesNotHaveDuplicates();
    claimed.addAll(
        server.outbox.claim(99, CLAIM).stream().map(d -> d.id() + " to " + d.target()).toList());
    assertThat(claimed).doesNotHaveDuplicates().hasSize(40 * TARGETS);
  }

  @Test
  final void aClaimThatRanOut_isClaimedAgain() {
    decided(TestRequest.deferred("x"), RETURNS);
    List<Delivery> first = due();
    assertThat(server.outbox.claim(9, CLAIM)).isEmpty();

    clock.advance(CLAIM);

    assertThat(server.outbox.claim(9, CLAIM)).containsExactlyInAnyOrderElementsOf(first);
  }

  @Test
  final void whatWasDelivered_isOver() {
    decided(TestRequest.deferred("x"), RETURNS);
    due().forEach(server.outbox::delivered);
    clock.advance(Duration.ofDays(1));

    assertThat(server.outbox.claim(9, CLAIM)).isEmpty();
    assertThat(server.outbox.list("default", 9))
        .hasSize(TARGETS)
        .allSatisfy(delivery -> {
          assertThat(delivery.state()).isEqualTo(State.DELIVERED);
          assertThat(delivery.attempts()).isOne();
        });
  }

  @Test
  final void whatFailed_isTriedAgainAtItsTime_underTheSameId() {
    decided(TestRequest.deferred("x"), RETURNS);
    Delivery first = due().getFirst();
    server.outbox.failed(first, "status 500", clock.instant().plusSeconds(5));
    assertThat(server.outbox.claim(9, CLAIM)).isEmpty();
    clock.advance(Duration.ofSeconds(5));

    assertThat(server.outbox.claim(9, CLAIM))
        .singleElement()
        .satisfies(again -> {
          assertThat(again.id()).isEqualTo(first.id());
          assertThat(again.target()).isEqualTo(first.target());
          assertThat(again.attempts()).isOne();
          assertThat(again.error()).isEqualTo("status 500");
        });
  }

  @Test
  final void whatFailedForGood_isNotTriedAgain_andSaysWhy() {
    decided(TestRequest.deferred("x"), RETURNS);
    due().forEach(delivery -> server.outbox.failed(delivery, "status 410", null));
    clock.advance(Duration.ofDays(9));

    assertThat(server.outbox.claim(9, CLAIM)).isEmpty();
    assertThat(server.outbox.list("default", 9))
        .allSatisfy(delivery -> {
          assertThat(delivery.state()).isEqualTo(State.FAILED);
          assertThat(delivery.error()).isEqualTo("status 410");
        });
  }

  @Test
  final void anErrorWithAnyText_isKept() {
    decided(TestRequest.deferred("x"), RETURNS);
    server.outbox.failed(due().getFirst(), "bad \0 answer 👩‍👧", clock.instant());

    assertThat(server.outbox.claim(1, CLAIM).getFirst().error())
        .isEqualTo(store.held("bad \0 answer 👩‍👧"));
  }

  @Test
  final void anUndoneDecision_isNeverTold() {
    TestRequest asked = TestRequest.deferred("x");
    decided(asked, RETURNS);
    done(server.reviews.undo("default", asked.review(), "ann"));

    assertThat(due()).isEmpty();
  }

  @Test
  final void anAuditThatFoundNothing_announcesNothing() {
    decided(TestRequest.answered("x", "delivery").audited(), new Verdict.Corrected("delivery"));

    assertThat(due()).isEmpty();
  }

  @Test
  final void anAuditThatCorrects_announcesACorrection() {
    decided(TestRequest.answered("x", "delivery").audited(), RETURNS);
    decided(TestRequest.answered("x", "delivery").audited(), new Verdict.Rejected("spam"));

    assertThat(due())
        .hasSize(2 * TARGETS)
        .allSatisfy(delivery ->
            assertThat(body(delivery).get("type").asString()).isEqualTo("review.corrected"))
        .extracting(delivery -> body(delivery).get("data").get("outcome").asString())
        .containsOnly("answered", "declined");
  }

  @Test
  final void anAuditOfADeferredRequest_isTheDecisionItWaitsFor() {
    decided(TestRequest.deferred("x").audited(), new Verdict.Corrected("delivery"));

    assertThat(body(due().getFirst()).get("type").asString()).isEqualTo("review.decided");
  }

  @Test
  final void theList_isNewestFirst_andOfTheTenantAlone() {
    decided(TestRequest.deferred("first"), RETURNS);
    clock.advance(Duration.ofSeconds(1));
    TestRequest second = TestRequest.deferred("second");
    decided(second, RETURNS);
    decided(TestRequest.deferred("x").forTenant("other"), RETURNS);

    assertThat(server.outbox.list("default", 99)).hasSize(2 * TARGETS);
    assertThat(server.outbox.list("default", 1).getFirst().body()).contains(second.review());
    assertThat(server.outbox.list("other", 99)).hasSize(TARGETS);
    assertThat(server.outbox.list("third", 99)).isEmpty();
  }
}
