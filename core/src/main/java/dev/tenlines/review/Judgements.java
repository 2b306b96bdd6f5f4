package dev.tenlines.review;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people decided, for training, certificates and audits. Only verdicts that have effects. */
public interface Judgements {

  /** Every judgement of a feature, oldest first. */
  List<Judgement> all(String feature);

  /** The audits among them. */
  List<Judgement> audits(String feature);

  /**
   * What people approved or corrected for one tenant, the newest of it, oldest first.
   *
   * @param after only what was decided later
   */
  List<Judgement> sent(String tenant, String feature, Instant after, int most);

  /** How many there are. */
  long count(String feature);

  /**
   * One judged request.
   *
   * @param value what the person says is right, or null when nothing is
   * @param audit whether it was drawn at random from all requests, and judged blind
   */
  record Judgement(
      Request request,
      Outcome<Object> outcome,
      @Nullable Object value,
      boolean audit,
      Instant at) {}
}
