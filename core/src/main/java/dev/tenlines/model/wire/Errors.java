package dev.tenlines.model.wire;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Failure;
import dev.tenlines.model.Reply.Broken;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the errors of providers mean, by status and body, for all dialects. */
final class Errors {
  private static final int LONGEST_DETAIL = 200;

  /** Codes that mean money or a quota: no patience helps. */
  private static final Set<String> MONEY =
      Set.of(
          "insufficient_quota",
          "credit_balance_exhausted",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded",
          "enforced_spend_limit_reached",
          "contract_spend_limit_reached",
          "linked_organization_spend_limit_reached",
          "billing_error",
          "billing_hard_limit_reached",
          "billing_not_active");

  private static final Set<String> TOO_LONG =
      Set.of("context_length_exceeded", "exceed_context_size_error", "request_too_large");
  private static final Set<String> POLICY =
      Set.of("content_policy_violation", "content_filter", "safety", "prohibited_content");
  private static final Set<String> BUSY =
      Set.of(
          "overloaded_error",
          "rate_limit_error",
          "rate_limit_exceeded",
          "server_error",
          "server_is_overloaded",
          "slow_down",
          "api_error",
          "internal",
          "internal_error",
          "unavailable",
          "resource_exhausted",
          "timeout_error",
          "deadline_exceeded");

  private Errors() {}

  /**
   * An answer with another status than 200.
   *
   * @param body what came as JSON, or null where it was none: a page of a proxy is never shown
   */
  static Broken of(int status, HttpHeaders headers, @Nullable JsonNode body, Clock clock) {
    JsonNode error = body == null ? null : body.path("error");
    Failure failure = failure(status, error);
    String detail = "HTTP " + status + (error == null ? "" : said(error));
    String wish = headers.firstValue("x-should-retry").orElse("");
    boolean again = wish.isEmpty() ? failure.again() : wish.equals("true") && failure.again();
    return new Broken(
        failure, detail, Usage.NONE, false, again, RetryAfter.read(headers, error, clock));
  }

  /** An error told inside an answer that began well. */
  static Failure inside(JsonNode error) {
    Failure named = named(error);
    return named == null ? Failure.INVALID : named;
  }

  /** The provider's own words, in one short line. */
  static String said(JsonNode error) {
    String line = message(error).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String cut = line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) + "…" : line;
    return cut.isEmpty() ? "" : ": " + cut;
  }

  private static String message(JsonNode error) {
    return error.isString() ? error.asString() : error.path("message").asString("");
  }

  private static Failure failure(int status, @Nullable JsonNode error) {
    Failure named = error == null ? null : named(error);
    return switch (status) {
      case 400, 422 ->
          named == Failure.TOO_LONG || named == Failure.REFUSED || named == Failure.EXHAUSTED
              ? named
              : Failure.MISCONFIGURED;
      case 402 -> Failure.EXHAUSTED;
      case 408 -> Failure.TIMEOUT;
      case 413 -> Failure.TOO_LONG;
      case 409 -> Failure.OVERLOADED;
      case 429 -> named == Failure.EXHAUSTED ? named : Failure.OVERLOADED;
      default ->
          status < 500
              ? named == Failure.EXHAUSTED ? named : Failure.MISCONFIGURED
              : named == Failure.TOO_LONG ? named : Failure.OVERLOADED;
    };
  }

  private static @Nullable Failure named(JsonNode error) {
    String message = message(error).toLowerCase(Locale.ROOT);
    for (String name :
        new String[] {
          error.path("code").asString(""),
          error.path("type").asString(""),
          error.path("status").asString(""),
          error.path("details").path("error_code").asString("")
        }) {
      String code = name.toLowerCase(Locale.ROOT);
      if (MONEY.contains(code)) {
        return Failure.EXHAUSTED;
      }
      if (TOO_LONG.contains(code)) {
        return Failure.TOO_LONG;
      }
      if (POLICY.contains(code)) {
        return Failure.REFUSED;
      }
    }
    if (message.contains("limit: 0") || perDay(error)) {
      return Failure.EXHAUSTED;
    }
    if (message.contains("prompt is too long")
        || message.contains("maximum context length")
        || message.contains("exceeds the available context")
        || message.contains("input token count")) {
      return Failure.TOO_LONG;
    }
    if (message.contains("blocked by") && message.contains("policy")) {
      return Failure.REFUSED;
    }
    for (String name : new String[] {"code", "type", "status"}) {
      if (BUSY.contains(error.path(name).asString("").toLowerCase(Locale.ROOT))) {
        return Failure.OVERLOADED;
      }
    }
    return null;
  }

  /** Gemini tells a used up day only by the name of the quota. */
  private static boolean perDay(JsonNode error) {
    for (JsonNode detail : error.path("details")) {
      for (JsonNode violation : detail.path("violations")) {
        if (violation.path("quotaId").asString("").contains("PerDay")) {
          return true;
        }
      }
    }
    return false;
  }
}
