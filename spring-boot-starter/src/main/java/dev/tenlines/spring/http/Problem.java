package dev.tenlines.spring.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed, as RFC 9457 writes it.
 *
 * @param code the id that stands in docs/reference/errors.md
 * @param more further names, such as who holds a review
 */
record Problem(
    int status, String code, String detail, String hint, Map<String, @Nullable Object> more) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** What is not there and what belongs to another tenant: the same bytes for both. */
  static final Problem NOTHING =
      of(404, "TL-504", "There is nothing here.", "Maybe check the id and the key's tenant.");

  static final Problem NO_KEY =
      of(
          401,
          "TL-502",
          "There is no key, or it is unknown or revoked.",
          "Maybe send the header Authorization: Bearer tl_….");

  static final Problem TOO_MANY =
      of(
          429,
          "TL-509",
          "Too many calls are under way for this tenant.",
          "Maybe wait for some of them, or send fewer at once.");

  static final Problem NOT_NOW =
      of(
          503,
          "TL-511",
          "The server is stopping, or its database does not answer.",
          "Maybe send the same call again; with an Idempotency-Key it counts once.");

  static final Problem OURS =
      of(
          500,
          "TL-999",
          "Something unforeseen happened.",
          "Maybe report it with what the server's log says.");

  static Problem of(int status, String code, String detail, String hint) {
    return new Problem(status, code, detail, hint, Map.of());
  }

  /** The body or a parameter is not valid. */
  static Thrown invalid(String detail, String hint) {
    return of(400, "TL-501", detail, hint).thrown();
  }

  /** Ends a call with this problem. */
  Thrown thrown() {
    return new Thrown(this);
  }

  Problem with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(more);
    all.put(name, value);
    return new Problem(status, code, detail, hint, all);
  }

  /** Names and values, in a fixed order. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("type", "urn:tenlines:error:" + code);
    out.put("title", title());
    out.put("status", status);
    out.put("detail", detail);
    out.put("code", code);
    out.put("hint", hint);
    out.putAll(more);
    return out;
  }

  private String title() {
    return switch (status) {
      case 400 -> "Not valid";
      case 401 -> "No key";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not offered";
      case 406, 415 -> "Media type not offered";
      case 409 -> "Conflict";
      case 413 -> "Too large";
      case 422 -> "Key used before";
      case 429 -> "Too many calls";
      case 503 -> "Not now";
      default -> "Our mistake";
    };
  }

  /** A problem on its way out. It is expected, so it carries no stack. */
  static final class Thrown extends RuntimeException {
    private final transient Problem problem;

    private Thrown(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
