package dev.tenlines;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Trace.Step;
import dev.tenlines.cost.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON shape of an outcome: over HTTP, on the command line, in files and in the database.
 */
public final class OutcomeJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private OutcomeJson() {}

  /** The outcome as JSON text in one line. */
  public static String write(Outcome<?> outcome) {
    return MAPPER.writeValueAsString(fields(outcome));
  }

  /** The outcome as names and values, in a fixed order. */
  public static Map<String, @Nullable Object> fields(Outcome<?> outcome) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("id", outcome.id());
    out.put("feature", outcome.feature());
    out.put("outcome", kind(outcome));
    Answered<?> answered = outcome instanceof Answered<?> a ? a : null;
    out.put("value", answered == null ? null : answered.value());
    out.put("reason", outcome instanceof Declined<?> d ? d.reason().name() : null);
    out.put("rung", answered == null ? null : answered.rung());
    Basis basis = answered == null ? null : answered.basis();
    out.put(
        "basis",
        basis == null ? null : basis instanceof Basis.Certified ? "certificate" : "construction");
    out.put("certificate", basis instanceof Basis.Certified(String id) ? id : null);
    out.put("probability", answered == null ? null : answered.probability());
    out.put("evidence", outcome.evidence().stream().map(OutcomeJson::evidence).toList());
    out.put("violations", List.of());
    out.put("review", outcome instanceof Deferred<?> d ? d.review() : null);
    out.put(
        "proposal",
        switch (outcome) {
          case Answered<?> a -> null;
          case Deferred<?> d -> d.proposal();
          case Declined<?> d -> d.proposal();
        });
    out.put("charge", money(outcome.trace().charge()));
    out.put("millis", millis(outcome.trace().took()));
    out.put("trace", outcome.trace().steps().stream().map(OutcomeJson::step).toList());
    return out;
  }

  /** {@code answered}, {@code deferred} or {@code declined}. */
  public static String kind(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> a -> "answered";
      case Deferred<?> d -> "deferred";
      case Declined<?> d -> "declined";
    };
  }

  /** Reads what {@link #write} wrote. */
  public static <V> Outcome<V> read(String json, Class<V> type) {
    JsonNode root = MAPPER.readTree(json);
    String id = root.get("id").asString();
    String feature = root.get("feature").asString();
    Trace trace = trace(root);
    V proposal = value(root.get("proposal"), type);
    return switch (root.get("outcome").asString()) {
      case "answered" ->
          new Answered<>(
              id,
              feature,
              MAPPER.treeToValue(root.get("value"), type),
              root.get("rung").asString(),
              basis(root),
              probability(root),
              evidence(root),
              trace);
      case "deferred" ->
          new Deferred<>(
              id, feature, root.get("review").asString(), proposal, evidence(root), trace);
      default ->
          new Declined<>(
              id, feature, Outcome.Reason.valueOf(root.get("reason").asString()), proposal, trace);
    };
  }

  private static <V> @Nullable V value(JsonNode node, Class<V> type) {
    return node.isNull() ? null : MAPPER.treeToValue(node, type);
  }

  private static Basis basis(JsonNode root) {
    return root.get("basis").asString().equals("certificate")
        ? new Basis.Certified(root.get("certificate").asString())
        : new Basis.Construction();
  }

  private static @Nullable Double probability(JsonNode root) {
    return root.get("probability").isNull() ? null : root.get("probability").asDouble();
  }

  private static Map<String, Object> money(Money money) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("amount", money.amount());
    out.put("currency", money.currency());
    return out;
  }

  private static Money money(JsonNode node) {
    return Money.of(node.get("amount").asString(), node.get("currency").asString());
  }

  private static double millis(Duration took) {
    return Math.round(took.toNanos() / 1e3) / 1e3;
  }

  private static Duration duration(JsonNode millis) {
    return Duration.ofNanos(Math.round(millis.asDouble() * 1e6));
  }

  /** One piece of evidence as names and values. */
  public static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> out = new LinkedHashMap<>();
    switch (evidence) {
      case Evidence.Rule(int line, String when) -> {
        out.put("kind", "rule");
        out.put("line", line);
        out.put("when", when);
      }
      case Evidence.Span(String source, int start, int end, String text) -> {
        out.put("kind", "span");
        out.put("source", source);
        out.put("start", start);
        out.put("end", end);
        out.put("text", text);
      }
    }
    return out;
  }

  private static List<Evidence> evidence(JsonNode root) {
    List<Evidence> out = new ArrayList<>();
    for (JsonNode node : root.get("evidence")) {
      out.add(
          node.get("kind").asString().equals("rule")
              ? new Evidence.Rule(node.get("line").asInt(), node.get("when").asString())
              : new Evidence.Span(
                  node.get("source").asString(), node.get("start").asInt(),
                  node.get("end").asInt(), node.get("text").asString()));
    }
    return out;
  }

  private static Map<String, @Nullable Object> step(Step step) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("rung", step.rung());
    out.put("result", step.result().name().toLowerCase(Locale.ROOT));
    out.put("reason", step.reason());
    out.put("score", step.score());
    out.put("charge", money(step.charge()));
    out.put("millis", millis(step.took()));
    return out;
  }

  private static Trace trace(JsonNode root) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode node : root.get("trace")) {
      JsonNode reason = node.get("reason");
      JsonNode score = node.get("score");
      steps.add(
          new Step(
              node.get("rung").asString(),
              Trace.Result.valueOf(node.get("result").asString().toUpperCase(Locale.ROOT)),
              reason.isNull() ? null : reason.asString(),
              score.isNull() ? null : score.asDouble(),
              money(node.get("charge")),
              duration(node.get("millis"))));
    }
    return new Trace(steps, duration(root.get("millis")));
  }
}
