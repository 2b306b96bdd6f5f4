package dev.tenlines.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A limit on what may be spent in a window of time.
 *
 * @param tenant the tenant it counts, or null for all together
 * @param feature the feature it counts, or null for all together
 * @param key the API key it counts, or null for all together
 * @param warn from here on people are warned, or null for never
 * @param stop nothing may be held beyond it, or null where it only warns
 */
public record Budget(
    @Nullable String tenant,
    @Nullable String feature,
    @Nullable String key,
    Window window,
    @Nullable Money warn,
    @Nullable Money stop) {

  /** A stretch of time in UTC. */
  public enum Window {
    HOUR,
    DAY,
    MONTH,
    TOTAL;

    /** When the window began that holds this moment. */
    public Instant start(Instant moment) {
      return switch (this) {
        case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
        case DAY -> moment.truncatedTo(ChronoUnit.DAYS);
        case MONTH ->
            LocalDate.ofInstant(moment, ZoneOffset.UTC)
                .withDayOfMonth(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        case TOTAL -> Instant.EPOCH;
      };
    }
  }

  /** Whether this attempt counts towards it. */
  public boolean covers(Reservation attempt) {
    return (tenant == null || tenant.equals(attempt.tenant()))
        && (feature == null || feature.equals(attempt.feature()))
        && (key == null || key.equals(attempt.caller()));
  }

  /** What it counts, as a name that stays: counters are kept under it. */
  public String scope() {
    return "tenant="
        + said(tenant)
        + " feature="
        + said(feature)
        + " key="
        + said(key)
        + " per "
        + window;
  }

  private static String said(@Nullable String part) {
    return part == null ? "*" : part;
  }
}
