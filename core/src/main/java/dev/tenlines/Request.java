package dev.tenlines;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question to a feature.
 *
 * @param input the text to judge; may be empty
 * @param fields what the application knows or computed, readable by rules as {@code fields.name}
 * @param tenant who asks; answers, caches and reviews of two tenants never meet
 * @param idempotencyKey the caller's name for this request, or null; a second request with the same
 *     tenant, feature and key gets the first one's outcome
 * @param caller the id of the key or user that asks, or null; budgets and charges can name it
 */
public record Request(
    String input,
    Map<String, Object> fields,
    String tenant,
    @Nullable String idempotencyKey,
    @Nullable String caller) {

  /** The tenant of an application that has only one. */
  public static final String SINGLE_TENANT = "default";

  public Request {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(tenant, "tenant");
    fields = Map.copyOf(fields);
  }

  /** Asked by nobody in particular. */
  public Request(
      String input, Map<String, Object> fields, String tenant, @Nullable String idempotencyKey) {
    this(input, fields, tenant, idempotencyKey, null);
  }

  public static Request of(String input) {
    return new Request(input, Map.of(), SINGLE_TENANT, null);
  }

  public Request withFields(Map<String, Object> known) {
    return new Request(input, known, tenant, idempotencyKey, caller);
  }

  public Request withKey(String key) {
    return new Request(input, fields, tenant, key, caller);
  }

  public Request forTenant(String name) {
    return new Request(input, fields, name, idempotencyKey, caller);
  }

  public Request by(@Nullable String who) {
    return new Request(input, fields, tenant, idempotencyKey, who);
  }
}
