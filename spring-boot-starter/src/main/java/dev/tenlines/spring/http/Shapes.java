package dev.tenlines.spring.http;

import dev.tenlines.OutcomeJson;
import dev.tenlines.access.Caller;
import dev.tenlines.ladder.History;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JSON shapes of what is read back, as names and values in a fixed order. */
final class Shapes {
  private Shapes() {}

  /**
   * One page of a list that was asked for one item more than fits.
   *
   * @param id what names an item as the place where the next page starts
   */
  static <T> Map<String, @Nullable Object> page(
      List<T> found, int limit, Function<T, ?> shape, Function<T, String> id) {
    List<T> shown = found.subList(0, Math.min(limit, found.size()));
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("items", shown.stream().map(shape).toList());
    out.put("next", found.size() > limit ? id.apply(shown.getLast()) : null);
    return out;
  }

  /** An outcome with what was asked and, once it has effects, the verdict. */
  static Map<String, @Nullable Object> request(History.Entry entry) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>(OutcomeJson.fields(entry.outcome()));
    out.put("input", entry.request().input());
    out.put("fields", new TreeMap<>(entry.request().fields()));
    out.put("created", entry.created().toString());
    out.put("verdict", verdict(entry.decided()));
    return out;
  }

  /** Of a blind item only administrators learn which request it was: it may have been answered. */
  static Map<String, @Nullable Object> review(ReviewItem item, Caller caller) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", item.id());
    out.put("request", item.blind() && !caller.isAdmin() ? null : item.request());
    out.put("feature", item.feature());
    out.put("input", item.input());
    out.put("fields", new TreeMap<>(item.fields()));
    out.put("proposal", item.blind() ? null : item.proposal());
    out.put(
        "evidence",
        item.blind() ? List.of() : item.evidence().stream().map(OutcomeJson::evidence).toList());
    out.put("cause", item.cause().name().toLowerCase(Locale.ROOT));
    out.put("reason", item.reason());
    out.put("escalated", item.escalated());
    out.put("version", item.version());
    out.put("lease", lease(item.lease()));
    out.put("created", item.created().toString());
    out.put("due", item.due() == null ? null : item.due().toString());
    out.put("verdict", verdict(item.decided()));
    return out;
  }

  static @Nullable Map<String, @Nullable Object> lease(@Nullable Lease lease) {
    if (lease == null) {
      return null;
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("holder", lease.holder());
    out.put("until", lease.until().toString());
    return out;
  }

  private static @Nullable Map<String, @Nullable Object> verdict(@Nullable Decided decided) {
    if (decided == null) {
      return null;
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("decision", decided.verdict().decision());
    out.put("value", decided.value());
    out.put("reason", decided.verdict() instanceof Verdict.Rejected(String why) ? why : null);
    out.put("reviewer", decided.reviewer());
    out.put("at", decided.at().toString());
    out.put("effective", decided.effective().toString());
    return out;
  }
}
