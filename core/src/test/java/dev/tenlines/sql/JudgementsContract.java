package dev.tenlines.sql;

import static dev.tenlines.sql.TestServer.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every keeper of judgements has to do. */
abstract class JudgementsContract extends StoreContract {
  private static final Verdict RETURNS = new Verdict.Corrected("returns");

  private void decided(TestRequest asked, Verdict verdict) {
    server.ask(asked);
    done(server.reviews.decide(asked.tenant(), asked.review(), "ann", null, verdict));
  }

  @Test
  final void aVerdict_countsOnceItHasEffects() {
    decided(TestRequest.deferred("x"), RETURNS);
    clock.advance(ReviewQueue.UNDO.minusMillis(1));
    assertThat(server.judgements.count("triage")).isZero();
    assertThat(server.judgements.all("triage")).isEmpty();

    clock.advance(Duration.ofMillis(1));

    assertThat(server.judgements.count("triage")).isOne();
    assertThat(server.judgements.all("triage")).hasSize(1);
  }

  @Test
  final void aJudgement_saysWhatWasAskedAnsweredAndRight() {
    TestRequest asked = TestRequest.answered("Where is it?", "delivery").audited().withKey("k");
    decided(asked, RETURNS);
    clock.advance(ReviewQueue.UNDO);

    Judgement judgement = server.judgements.all("triage").getFirst();

    assertThat(judgement.request().input()).isEqualTo("Where is it?");
    assertThat(judgement.request().tenant()).isEqualTo("default");
    assertThat(judgement.outcome()).isEqualTo(asked.outcome());
    assertThat(judgement.value()).isEqualTo("returns");
    assertThat(judgement.audit()).isTrue();
    assertThat(judgement.at()).isEqualTo(clock.instant().minus(ReviewQueue.UNDO));
  }

  @Test
  final void audits_areThoseDrawnAtRandom() {
    decided(TestRequest.deferred("asked"), RETURNS);
    decided(TestRequest.deferred("drawn").audited(), RETURNS);
    clock.advance(ReviewQueue.UNDO);

    assertThat(server.judgements.all("triage"))
        .extracting(Judgement::audit)
        .containsExactly(false, true);
    assertThat(server.judgements.audits("triage"))
        .singleElement()
        .satisfies(audit -> assertThat(audit.request().input()).isEqualTo("drawn"));
  }

  @Test
  final void judgements_areOldestFirst_ofTheFeatureAlone_andOfEveryTenant() {
    decided(TestRequest.deferred("first"), RETURNS);
    clock.advance(Duration.ofSeconds(1));
    decided(TestRequest.deferred("second").forTenant("other"), RETURNS);
    clock.advance(Duration.ofSeconds(1));
    decided(TestRequest.deferred("elsewhere").of("comments"), RETURNS);
    clock.advance(ReviewQueue.UNDO);

    assertThat(server.judgements.all("triage"))
        .extracting(judgement -> judgement.request().input())
        .containsExactly("first", "second");
    assertThat(server.judgements.count("triage")).isEqualTo(2);
  }

  @Test
  final void whatWasSent_isOfOneTenant_withoutRejections_newestKept_andOnlyTheLater() {
    Duration second = Duration.ofSeconds(1);
    decided(TestRequest.deferred("first"), RETURNS);
    clock.advance(second);
    decided(TestRequest.deferred("theirs").forTenant("other"), RETURNS);
    decided(TestRequest.deferred("rejected"), new Verdict.Rejected("no"));
    decided(TestRequest.deferred("elsewhere").of("comments"), RETURNS);
    clock.advance(second);
    decided(TestRequest.deferred("second"), RETURNS);
    assertThat(sent(java.time.Instant.EPOCH, 10)).isEmpty();
    clock.advance(ReviewQueue.UNDO);

    assertThat(sent(java.time.Instant.EPOCH, 10)).containsExactly("first", "second");
    assertThat(sent(java.time.Instant.EPOCH, 1)).containsExactly("second");
    assertThat(sent(clock.instant().minus(ReviewQueue.UNDO).minus(second), 10))
        .containsExactly("second");
  }

  private java.util.List<String> sent(java.time.Instant after, int most) {
    return server.judgements.sent("default", "triage", after, most).stream()
        .map(judgement -> judgement.request().input())
        .toList();
  }

  @Test
  final void aRejection_saysThatNothingIsRight_andAnApprovalWhatWasProposed() {
    decided(TestRequest.deferred("a"), new Verdict.Rejected("spam"));
    decided(TestRequest.deferred("b"), new Verdict.Approved());
    clock.advance(ReviewQueue.UNDO);

    assertThat(server.judgements.all("triage"))
        .extracting(Judgement::value)
        .containsExactly(null, "delivery");
  }

  @Test
  final void whatNobodyDecided_teachesNothing() {
    server.ask(TestRequest.deferred("x").due(Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(1));
    assertThat(server.reviews.expire("triage", RETURNS, 9)).isOne();

    assertThat(server.judgements.all("triage")).isEmpty();
    assertThat(server.judgements.count("triage")).isZero();
  }

  @Test
  final void anUndoneVerdict_teachesNothing() {
    TestRequest asked = TestRequest.deferred("x");
    decided(asked, RETURNS);
    done(server.reviews.undo("default", asked.review(), "ann"));
    clock.advance(ReviewQueue.UNDO);

    assertThat(server.judgements.all("triage")).isEmpty();
  }
}
