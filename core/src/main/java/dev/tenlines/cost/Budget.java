package dev.tenlines.cost;

import dev.tenlines.TenlinesException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  public Budget {
    if (warn == null && stop == null) {
      throw wrong(tenant, feature, key, window, "has neither warn nor stop");
    }
    if (warn != null && stop != null) {
      if (!warn.currency().equals(stop.currency())) {
        throw wrong(tenant, feature, key, window, "has two currencies");
      }
      if (warn.compareTo(stop) > 0) {
        throw wrong(tenant, feature, key, window, "warns above its stop");
      }
    }
  }

  private static TenlinesException wrong(
      @Nullable String tenant,
      @Nullable String feature,
      @Nullable String key,
      Window window,
      String what) {
    return new TenlinesException(
        "TL-242",
        "The budget (" + scope(tenant, feature, key, window) + ") " + what + ".",
        "Maybe write warn: 8 USD and stop: 10 USD.");
  }

  /** Refuses budgets that cannot be kept side by side, or not counted in their currency. */
  public static void check(List<Budget> budgets, Exchange exchange) {
    Set<String> scopes = new HashSet<>();
    for (Budget budget : budgets) {
      if (!scopes.add(budget.scope())) {
        throw new TenlinesException(
            "TL-243",
            "The budget (" + budget.scope() + ") stands twice.",
            "Maybe write warn and stop into one.");
      }
      if (exchange.in(Money.ZERO, budget.currency()) == null) {
        throw new TenlinesException(
            "TL-240",
            "The budget ("
                + budget.scope()
                + ") is in "
                + budget.currency()
                + ", but models are paid in USD.",
            "Maybe declare exchange: { "
                + budget.currency()
                + ": 1.08 USD }, what one is worth, or state the budget in USD.");
      }
    }
  }

  /** The currency it is counted in. */
  public String currency() {
    Money line = stop == null ? warn : stop;
    return line == null ? Money.ZERO.currency() : line.currency();
  }

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

    /** When a window ends that began at this moment, or null for never. */
    public @Nullable Instant end(Instant start) {
      return switch (this) {
        case HOUR -> start.plus(1, ChronoUnit.HOURS);
        case DAY -> start.plus(1, ChronoUnit.DAYS);
        case MONTH ->
            LocalDate.ofInstant(start, ZoneOffset.UTC)
                .plusMonths(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        case TOTAL -> null;
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
    return scope(tenant, feature, key, window);
  }

  private static String scope(
      @Nullable String tenant, @Nullable String feature, @Nullable String key, Window window) {
    return "tenant="
        + said(tenant)
        + " feature="
        + said(feature)
        + " key="
        + said(key)
        + " per "
        + window.name().toLowerCase(Locale.ROOT);
  }

  private static String said(@Nullable String part) {
    return part == null ? "*" : part;
  }
}
