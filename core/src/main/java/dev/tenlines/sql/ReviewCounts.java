package dev.tenlines.sql;

import dev.tenlines.review.ReviewQueue.Counts;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts what waits. Every page of the console asks, so each count reads an index alone, however
 * long the queue is.
 *
 * @param feature one feature, or null for all
 */
record ReviewCounts(String tenant, @Nullable String feature, Instant now) {

  Counts of(Handle handle, String person) {
    return new Counts(
        open(handle, ""),
        skipped(handle, person),
        open(handle, " AND v.escalated = 1"),
        open(handle, " AND v.due <= " + Columns.micros(now)));
  }

  private long open(Handle handle, String more) {
    return handle
        .select(
            "SELECT COUNT(*) FROM reviews v WHERE v.tenant = ? AND v.state = 'open'"
                + inFeature()
                + more,
            tenant,
            feature)
        .mapTo(Long.class)
        .one();
  }

  private long skipped(Handle handle, String person) {
    return handle
        .select(
            "SELECT COUNT(*) FROM skips s JOIN reviews v ON v.id = s.review WHERE s.person = ? AND"
                + " v.tenant = ? AND v.state = 'open' AND v.escalated = 0"
                + inFeature(),
            person,
            tenant,
            feature)
        .mapTo(Long.class)
        .one();
  }

  private String inFeature() {
    return feature == null ? " AND CAST(? AS TEXT) IS NULL" : " AND v.feature = ?";
  }
}
