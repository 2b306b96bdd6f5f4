package dev.tenlines.spring.http;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Decision;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verdicts: what people decided, and taking it back. */
@RestController
final class VerdictResource {
  private static final int LONGEST_REASON = 2_000;
  private static final int LONGEST_VALUE = 20_000;

  private final Tenlines tenlines;
  private final BodyReader bodies;

  VerdictResource(Tenlines tenlines, BodyReader bodies) {
    this.tenlines = tenlines;
    this.bodies = bodies;
  }

  @PostMapping(path = "/v1/reviews/{id}/verdict", produces = MediaType.APPLICATION_JSON_VALUE)
  void decide(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.REVIEWER, Role.APPLICATION);
    JsonBody body = bodies.read(call).only("decision", "value", "reason", "version");
    ReviewItem item = tenlines.reviews().find(caller.tenant(), id);
    if (item == null) {
      throw Problem.NOTHING.thrown();
    }
    Verdict verdict = verdict(body, item);
    Decision decision =
        tenlines
            .reviews()
            .decide(caller.tenant(), id, caller.name(), body.wholeNumber("version"), verdict);
    ReviewItem now =
        decision instanceof Decision.Stale(ReviewItem decided)
                && isSame(decided.decided(), verdict, caller)
            ? decided
            : Decisions.done(decision);
    Json.write(response, HttpServletResponse.SC_OK, Shapes.review(now, caller));
  }

  @DeleteMapping(path = "/v1/reviews/{id}/verdict", produces = MediaType.APPLICATION_JSON_VALUE)
  void undo(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.REVIEWER, Role.APPLICATION);
    ReviewItem item = Decisions.done(tenlines.reviews().undo(caller.tenant(), id, caller.name()));
    Json.write(response, HttpServletResponse.SC_OK, Shapes.review(item, caller));
  }

  private Verdict verdict(JsonBody body, ReviewItem item) {
    Object value = value(body, item);
    String reason = reason(body);
    Verdict verdict = Verdict.of(body.text("decision", LONGEST_VALUE), value, reason);
    if (reason != null && !(verdict instanceof Verdict.Rejected)) {
      throw Problem.invalid("A reason is given, but nothing is rejected.", "Maybe leave it out.");
    }
    switch (verdict) {
      case Verdict.Approved approved -> checkApproved(item, value);
      case Verdict.Corrected corrected -> {}
      case Verdict.Rejected rejected when value != null ->
          throw Problem.invalid("A value is given, but it is rejected.", "Maybe leave it out.");
      case Verdict.Rejected rejected -> {}
    }
    return verdict;
  }

  /** The value as the record keeps it: what comes is a text, or an object as its kind has it. */
  private @Nullable Object value(JsonBody body, ReviewItem item) {
    Object said =
        body.value("value") instanceof ObjectNode object
            ? object(object)
            : body.text("value", LONGEST_VALUE);
    Feature feature = tenlines.plan(item.feature()).feature();
    return said == null ? null : feature.kind().task().value(feature, said);
  }

  private static Object object(ObjectNode object) {
    if (object.path("text").isString()) {
      new JsonBody(object).text("text", LONGEST_VALUE);
    }
    if (!JsonBody.isUnicode(object.toString())) {
      throw Problem.invalid("The value holds half a character.", "Maybe it was cut in an emoji.");
    }
    return JsonMapper.shared().convertValue(object, Object.class);
  }

  /** A text that every database can hold. */
  private static @Nullable String reason(JsonBody body) {
    String reason = body.text("reason", LONGEST_REASON);
    if (reason != null && reason.indexOf('\0') >= 0) {
      throw Problem.invalid("The reason holds a character with the number zero.", "");
    }
    return reason == null || reason.isBlank() ? null : reason;
  }

  private static void checkApproved(ReviewItem item, @Nullable Object value) {
    Object proposal = item.proposal();
    if (proposal == null) {
      throw new TenlinesException(
          "TL-176",
          "There is no proposal to approve in the review (" + item.id() + ").",
          "Maybe send decision corrected with a value.");
    }
    if (value != null && !words(value).equals(words(proposal))) {
      throw Problem.invalid(
          "The value is not the proposal that is approved.", "Maybe send decision corrected.");
    }
  }

  /** A draft is the same when its text is. */
  private static String words(Object value) {
    return value instanceof Map<?, ?> map
        ? String.valueOf(map.get("text")).strip()
        : value.toString();
  }

  /** The same verdict of the same caller again changes nothing, whatever version it names. */
  private static boolean isSame(@Nullable Decided decided, Verdict verdict, Caller caller) {
    return decided != null
        && decided.reviewer().equals(caller.name())
        && decided.verdict().equals(verdict);
  }
}
