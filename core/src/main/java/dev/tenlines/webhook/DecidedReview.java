package dev.tenlines.webhook;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision as the application's own process hears of it.
 *
 * @param message the message's id; a repetition has the same
 * @param corrected whether an answer that had left already was changed
 * @param value what stands now, or null when nothing is right
 * @param decision {@code approved}, {@code corrected} or {@code rejected}
 * @param reason why it was rejected, or null
 */
public record DecidedReview(
    String message,
    String tenant,
    String feature,
    String request,
    String review,
    boolean corrected,
    @Nullable Object value,
    String decision,
    @Nullable String reason) {

  static DecidedReview of(Outbox.Delivery delivery) {
    JsonNode root = JsonMapper.shared().readTree(delivery.body());
    JsonNode data = root.get("data");
    JsonNode verdict = data.get("verdict");
    JsonNode reason = verdict.get("reason");
    return new DecidedReview(
        delivery.id(),
        delivery.tenant(),
        delivery.feature(),
        data.get("request").asString(),
        data.get("review").asString(),
        root.get("type").asString().equals("review.corrected"),
        JsonMapper.shared().treeToValue(data.get("value"), Object.class),
        verdict.get("decision").asString(),
        reason.isNull() ? null : reason.asString());
  }
}
