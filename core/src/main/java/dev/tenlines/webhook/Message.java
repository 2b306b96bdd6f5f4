package dev.tenlines.webhook;

import dev.tenlines.review.Decided;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an application is told of a decision.
 *
 * @param corrected whether an answer that had left already was changed, else a deferred request was
 *     decided
 */
public record Message(ReviewItem item, Decided decided, boolean corrected) {

  /** As JSON, in the shape of docs/reference/http.md. */
  public String json() {
    Map<String, @Nullable Object> verdict = new LinkedHashMap<>();
    verdict.put("decision", decided.verdict().decision());
    verdict.put("value", decided.value());
    verdict.put("reason", decided.verdict() instanceof Verdict.Rejected(String why) ? why : null);
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("review", item.id());
    data.put("request", item.request());
    data.put("feature", item.feature());
    data.put("outcome", decided.value() == null ? "declined" : "answered");
    data.put("value", decided.value());
    data.put("verdict", verdict);
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("type", corrected ? "review.corrected" : "review.decided");
    out.put("timestamp", decided.at().toString());
    out.put("data", data);
    return JsonMapper.shared().writeValueAsString(out);
  }
}
