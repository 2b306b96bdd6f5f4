package dev.tenlines.server.browser;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import java.util.Map;

/** An administrator and a reviewer who share one queue. */
record Team(Site site, String tenant, String admin, String reviewer) {

  /** Asks a feature and returns the review that somebody has to do. */
  String ask(String feature, String text) {
    return ask(feature, text, Map.of());
  }

  String ask(String feature, String text, Map<String, Object> fields) {
    return ask(feature, Request.of(text).withFields(fields));
  }

  String ask(String feature, Request request) {
    Outcome<?> outcome = site.tenlines().ask(feature, request.forTenant(tenant));
    return outcome instanceof Outcome.Deferred<?> deferred
        ? deferred.review()
        : queue().list(new ReviewQueue.Filter(tenant, feature, true, null, 1000)).stream()
            .filter(item -> item.request().equals(outcome.id()))
            .findFirst()
            .orElseThrow()
            .id();
  }

  ReviewQueue queue() {
    return site.tenlines().reviews();
  }

  ReviewItem item(String review) {
    ReviewItem item = queue().find(tenant, review);
    if (item == null) {
      throw new AssertionError("no review " + review);
    }
    return item;
  }

  /** Somebody who is signed in. */
  Person signedIn(String name) {
    return Person.signedIn(site, name);
  }
}
