package dev.tenlines.model;

import dev.tenlines.text.Digest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A model as a project declares it.
 *
 * @param name what rungs call it: {@code model:name}
 * @param model the model's name at its provider
 * @param key the secret, or null where none is needed; it appears in no text of ours
 * @param effort how long it may think, where the model knows levels, or null for its own default
 * @param free whether it costs nothing, because it runs on a machine of one's own
 * @param hidePersonalData whether personal data is replaced before the prompt leaves
 * @param samples how many answers are drawn where answers can be compared; each is paid for
 */
public record ModelSettings(
    String name,
    Dialect dialect,
    URI baseUrl,
    String model,
    @Nullable String key,
    @Nullable String effort,
    boolean free,
    boolean hidePersonalData,
    int samples,
    Limits limits,
    Capabilities can) {

  /** Asked once, with what the built-in catalogue says that it can take. */
  public ModelSettings(
      String name,
      Dialect dialect,
      URI baseUrl,
      String model,
      @Nullable String key,
      @Nullable String effort,
      boolean free,
      boolean hidePersonalData,
      Limits limits) {
    this(
        name,
        dialect,
        baseUrl,
        model,
        key,
        effort,
        free,
        hidePersonalData,
        1,
        limits,
        Catalogue.BUILT_IN.of(dialect, model, dialect.home().equals(baseUrl)));
  }

  /**
   * How long to wait, and how often to ask.
   *
   * @param connect until the connection stands
   * @param firstByte until the provider begins to answer
   * @param idle between two bytes of an answer
   * @param total the whole call, however steadily it comes
   * @param requestsPerMinute the account's limit, or null where it is not known
   * @param tokensPerMinute the account's limit, or null where it is not known
   */
  public record Limits(
      Duration connect,
      Duration firstByte,
      Duration idle,
      Duration total,
      @Nullable Integer requestsPerMinute,
      @Nullable Integer tokensPerMinute) {
    public static final Limits USUAL =
        new Limits(
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            null,
            null);
  }

  /** The version of a rung that asks it: which model, how long it thinks, and what it is told. */
  public String version(String told) {
    return Digest.of(model + "\n" + effort + "\n" + told).substring(0, 8);
  }

  /** A model behind a bean of the application: its price has to stand in prices.yaml. */
  static ModelSettings bean(String name) {
    return new ModelSettings(
        "bean:" + name,
        Dialect.OPENAI,
        URI.create("bean:" + name),
        name,
        null,
        null,
        false,
        false,
        Limits.USUAL);
  }

  /** The same model thinking harder or less. */
  public ModelSettings withEffort(@Nullable String other) {
    return new ModelSettings(
        name, dialect, baseUrl, model, key, other, free, hidePersonalData, samples, limits, can);
  }

  /** Where it is, without the key. */
  @Override
  public String toString() {
    return model + " at " + baseUrl + (effort == null ? "" : " with effort " + effort);
  }
}
