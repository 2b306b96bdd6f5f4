package dev.tenlines.search;

import dev.tenlines.Request;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plans that people stood behind, tenant by tenant: what they accepted, picked, or made of the
 * chips. The newest word on a template counts.
 */
final class Accepted {
  private static final int MOST = 2_000;

  private final Desk desk;
  private final Shelves<One> shelves;

  Accepted(Desk desk, String feature, Judgements judgements) {
    this.desk = desk;
    this.shelves = new Shelves<>(judgements, feature, MOST, this::read);
  }

  /** One plan; nothing where it could not be read. */
  private record One(@Nullable Learned learned) {}

  /** The plan for a question of a known template, or null. */
  @Nullable QueryPlan find(Request request) {
    List<One> all = shelves.of(request.tenant());
    if (all.isEmpty()) {
      return null;
    }
    Template question = desk.template(request, null);
    for (One one : all.reversed()) {
      Object plan = one.learned() == null ? null : one.learned().plan(question);
      if (plan != null) {
        return PlanReader.read(plan);
      }
    }
    return null;
  }

  private One read(Judgement judgement) {
    Map<String, Object> plan = plan(judgement.value());
    return new One(
        plan == null
            ? null
            : Learned.of(desk.catalog(), template(judgement.request(), judgement.at()), plan));
  }

  private Template template(Request request, Instant at) {
    return desk.template(request, at);
  }

  /** The plan of a value as the record keeps it, or null. */
  static @Nullable Map<String, Object> plan(@Nullable Object value) {
    if (value instanceof Found found) {
      return found.plan();
    }
    if (!(value instanceof Map<?, ?> map) || !(map.get("plan") instanceof Map<?, ?> plan)) {
      return null;
    }
    Map<String, Object> out = new LinkedHashMap<>();
    plan.forEach((key, part) -> {
      if (part != null) {
        out.put(String.valueOf(key), part);
      }
    });
    return out;
  }
}
