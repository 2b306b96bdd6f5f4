package dev.tenlines.spring.http;

import dev.tenlines.Tenlines;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** What waits for people, and what they decided. */
@RestController
final class ReviewResource {
  private final Tenlines tenlines;

  ReviewResource(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  @GetMapping(path = "/v1/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
  void list(
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.REVIEWER, Role.APPLICATION);
    Query query = Query.of(call, "feature", "state", "after", "limit");
    int limit = query.limit();
    List<ReviewItem> found =
        tenlines
            .reviews()
            .list(
                new ReviewQueue.Filter(
                    caller.tenant(),
                    query.feature(tenlines),
                    !"decided".equals(query.oneOf("state", "open", "decided")),
                    after(query, caller),
                    limit + 1));
    Json.write(
        response,
        200,
        Shapes.page(found, limit, item -> Shapes.review(item, caller), ReviewItem::id));
  }

  @GetMapping(path = "/v1/reviews/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  void find(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.REVIEWER, Role.APPLICATION);
    ReviewItem item = tenlines.reviews().find(caller.tenant(), id);
    if (item == null) {
      throw Problem.NOTHING.thrown();
    }
    Json.write(response, 200, Shapes.review(item, caller));
  }

  /** A page can start only after an item of the own tenant: a foreign id is none. */
  private @Nullable String after(Query query, Caller caller) {
    String id = query.id("after", "v");
    if (id != null && tenlines.reviews().find(caller.tenant(), id) == null) {
      throw Problem.invalid("The parameter after is no review.", "Maybe send what next named.");
    }
    return id;
  }
}
