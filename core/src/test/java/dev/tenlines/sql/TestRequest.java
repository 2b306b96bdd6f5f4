package dev.tenlines.sql;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Trace;
import dev.tenlines.cost.Money;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Referral;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A request as the facade records it; each has an id of its own that sorts by age.
 *
 * @param value what was answered, or null when it was deferred
 * @param due when its review is due, from now
 * @param cause why a person is asked, or null when none is
 */
record TestRequest(
    String id,
    String tenant,
    String feature,
    String input,
    @Nullable String key,
    @Nullable String cacheKey,
    @Nullable String value,
    @Nullable String proposal,
    Money charge,
    @Nullable Duration due,
    @Nullable Cause cause) {
  private static final AtomicLong IDS = new AtomicLong();

  /** One that waits for a person, with a proposal. */
  static TestRequest deferred(String input) {
    return new TestRequest(
        fresh(),
        "default",
        "triage",
        input,
        null,
        null,
        null,
        "delivery",
        Money.ZERO,
        null,
        Cause.LOW_MARGIN);
  }

  /** One that the small model answered. */
  static TestRequest answered(String input, String value) {
    return new TestRequest(
        fresh(), "default", "triage", input, null, null, value, null, Money.ZERO, null, null);
  }

  private static String fresh() {
    return "r_%012d".formatted(IDS.incrementAndGet());
  }

  /** The same request with another id, as a caller sends it again. */
  TestRequest again() {
    return new TestRequest(
        fresh(), tenant, feature, input, key, cacheKey, value, proposal, charge, due, cause);
  }

  TestRequest forTenant(String other) {
    return new TestRequest(
        id, other, feature, input, key, cacheKey, value, proposal, charge, due, cause);
  }

  TestRequest of(String other) {
    return new TestRequest(
        id, tenant, other, input, key, cacheKey, value, proposal, charge, due, cause);
  }

  TestRequest withKey(@Nullable String other) {
    return new TestRequest(
        id, tenant, feature, input, other, cacheKey, value, proposal, charge, due, cause);
  }

  TestRequest cached(String other) {
    return new TestRequest(
        id, tenant, feature, input, key, other, value, proposal, charge, due, cause);
  }

  TestRequest proposing(@Nullable String other) {
    return new TestRequest(
        id, tenant, feature, input, key, cacheKey, value, other, charge, due, cause);
  }

  TestRequest charged(Money other) {
    return new TestRequest(
        id, tenant, feature, input, key, cacheKey, value, proposal, other, due, cause);
  }

  TestRequest due(Duration other) {
    return new TestRequest(
        id, tenant, feature, input, key, cacheKey, value, proposal, charge, other, cause);
  }

  TestRequest because(Cause other) {
    return new TestRequest(
        id, tenant, feature, input, key, cacheKey, value, proposal, charge, due, other);
  }

  TestRequest audited() {
    return because(Cause.AUDIT);
  }

  String review() {
    return "v" + id.substring(1);
  }

  Request request() {
    Request request = Request.of(input).forTenant(tenant);
    return key == null ? request : request.withKey(key);
  }

  Outcome<String> outcome() {
    List<Evidence> evidence =
        List.of(new Evidence.Span("input", 0, 2, "my"), new Evidence.Rule(1, "true"));
    return value == null
        ? new Deferred<>(id, feature, review(), proposal, evidence, trace())
        : new Answered<>(
            id,
            feature,
            value,
            "classifier@1",
            new Basis.Certified("c_1"),
            0.97,
            evidence,
            trace());
  }

  @Nullable Referral referral(Clock clock) {
    return cause == null
        ? null
        : new Referral(
            review(), proposal, cause, "because", due == null ? null : clock.instant().plus(due));
  }

  private Trace trace() {
    Trace.Step free =
        new Trace.Step(
            "rules@ab",
            Trace.Result.ABSTAINED,
            "no line matched",
            null,
            Money.ZERO,
            Duration.ofNanos(1000));
    Trace.Step paid =
        new Trace.Step(
            "classifier@1", Trace.Result.PROPOSED, null, 3.5, charge, Duration.ofMillis(2));
    return new Trace(List.of(free, paid), Duration.ofMillis(3));
  }
}
