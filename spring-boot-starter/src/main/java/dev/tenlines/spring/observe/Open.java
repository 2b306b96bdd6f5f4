package dev.tenlines.spring.observe;

import dev.tenlines.Request;
import dev.tenlines.Tenlines;

/** How much waits for people. */
final class Open {
  private Open() {}

  /** Open reviews of a feature, of the tenant of an application that has only one. */
  static long reviews(Tenlines tenlines, String feature) {
    return tenlines.reviews().counts(Request.SINGLE_TENANT, feature, "").open();
  }
}
