package dev.tenlines.bench.drill;

import dev.tenlines.bench.soak.Caller.Said;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What clients and reviewers were told, and what they asked without an answer. */
final class Told {
  /**
   * An outcome as its caller heard it.
   *
   * @param micros what it says it cost, in millionths
   */
  record Heard(String id, String outcome, long micros) {}

  /** Outcomes by idempotency key. */
  final Map<String, Heard> answers = new ConcurrentHashMap<>();

  /** Decisions by review, as {@code reviewer decision}. */
  final Map<String, String> verdicts = new ConcurrentHashMap<>();

  /** Verdicts that were sent, whether or not anybody answered. */
  final Set<String> judging = ConcurrentHashMap.newKeySet();

  /** Calls that failed, by status and code. */
  final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

  private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

  void answered(String key, Said said) {
    BigDecimal amount = new BigDecimal(said.body().path("charge").path("amount").asString("0"));
    answered(
        key,
        new Heard(
            said.body().path("id").asString(),
            said.body().path("outcome").asString(),
            amount.movePointRight(6).longValueExact()));
  }

  void answered(String key, Heard heard) {
    Heard before = answers.put(key, heard);
    if (before != null && !before.equals(heard)) {
      contradictions.add("key " + key + " was told " + before + " and then " + heard);
    }
  }

  void judged(String review, String what) {
    String before = verdicts.put(review, what);
    if (before != null && !before.equals(what)) {
      contradictions.add("review " + review + " was told " + before + " and then " + what);
    }
  }

  void failed(Said said) {
    String code = said.status() + " " + said.body().path("code").asString("");
    failures.computeIfAbsent(code.strip(), name -> new LongAdder()).increment();
  }

  /** Calls that were refused as a mistake, which no drill makes. */
  void wrong(String what, Said said) {
    contradictions.add(what + ": " + said.status() + " " + said.body());
  }

  long failed() {
    return failures.values().stream().mapToLong(LongAdder::sum).sum();
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }
}
