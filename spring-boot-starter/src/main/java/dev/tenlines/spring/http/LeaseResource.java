package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Who works on what: a review is leased to one person at a time. */
@RestController
final class LeaseResource {
  private static final int LONGEST_NAME = 100;

  private final Tenlines tenlines;
  private final BodyReader bodies;

  LeaseResource(Tenlines tenlines, BodyReader bodies) {
    this.tenlines = tenlines;
    this.bodies = bodies;
  }

  @PostMapping(path = "/v1/leases", produces = MediaType.APPLICATION_JSON_VALUE)
  void take(
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.REVIEWER);
    JsonBody body = bodies.readIfAny(call).only("feature", "skipped", "escalated");
    ReviewItem item =
        tenlines
            .reviews()
            .take(
                new ReviewQueue.Seat(
                    caller.tenant(),
                    caller.name(),
                    feature(body),
                    body.flag("skipped"),
                    body.flag("escalated")));
    if (item == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setHeader("Location", call.getContextPath() + "/v1/reviews/" + item.id());
    Json.write(response, HttpServletResponse.SC_CREATED, Shapes.review(item, caller));
  }

  @PutMapping(path = "/v1/reviews/{id}/lease", produces = MediaType.APPLICATION_JSON_VALUE)
  void hold(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.REVIEWER);
    ReviewItem item = Decisions.done(tenlines.reviews().open(caller.tenant(), id, caller.name()));
    Json.write(response, HttpServletResponse.SC_OK, Shapes.review(item, caller));
  }

  @DeleteMapping(path = "/v1/reviews/{id}/lease", produces = MediaType.APPLICATION_JSON_VALUE)
  void release(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletResponse response) {
    Caller caller = visitor.as(Role.REVIEWER);
    ReviewItem unused =
        Decisions.done(tenlines.reviews().release(caller.tenant(), id, caller.name()));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private @Nullable String feature(JsonBody body) {
    String name = body.text("feature", LONGEST_NAME);
    return name == null ? null : tenlines.plan(name).feature().name();
  }
}
