package dev.tenlines.cost;

import dev.tenlines.text.Digest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs in a span of days: one row of the catalogue.
 *
 * @param match the model's name, or its beginning followed by {@code *}
 * @param from the first day in UTC, or null for always before
 * @param until the last day in UTC, or null for until further notice
 * @param bands rates by the size of the prompt: each holds above so many tokens, the first above 0
 * @param tiers what multiplies or replaces the rates in another service tier
 * @param geo what multiplies the rates where the call is bound to a region
 * @param uncertain whether the source is a third party's word
 */
public record Price(
    String provider,
    String match,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    NavigableMap<Long, Rates> bands,
    Map<String, Tier> tiers,
    Map<String, BigDecimal> geo,
    String source,
    @Nullable LocalDate checked,
    boolean uncertain) {

  /** What providers call the usual tier. */
  private static final Set<String> USUAL =
      Set.of("", "standard", "default", "auto", "standard_only", "on_demand");

  public Price {
    bands = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(bands));
    tiers = Map.copyOf(tiers);
    geo = Map.copyOf(geo);
  }

  /** How a service tier is priced. */
  sealed interface Tier {
    /** The usual rates times a number. */
    record Times(BigDecimal factor) implements Tier {}

    /** Rates of its own, whatever the size of the prompt. */
    record Own(Rates rates) implements Tier {}
  }

  /** What was used costs so much, rounded half up to a millionth once. */
  public Money of(Usage usage) {
    Rates rates = rates(usage.prompt(), usage.tier());
    return money(rates.micros(usage), RoundingMode.HALF_UP);
  }

  /** The most a call in the usual tier can cost: a bound for a reservation. */
  public Money most(long promptTokens, long maxOutputTokens) {
    return most(promptTokens, maxOutputTokens, null);
  }

  /** The most a call can cost in a tier. */
  public Money most(long promptTokens, long maxOutputTokens, @Nullable String tier) {
    Rates rates = rates(promptTokens, tier);
    return money(rates.most(promptTokens, maxOutputTokens), RoundingMode.CEILING);
  }

  /** Whether this tier's price is known; one that is not is computed as the usual one. */
  public boolean knows(@Nullable String tier) {
    return tier == null || USUAL.contains(tier) || tiers.containsKey(tier);
  }

  /** The same row for a call bound to a region; regions without a surcharge cost the same. */
  public Price in(String region) {
    BigDecimal factor = geo.get(region);
    if (factor == null) {
      return this;
    }
    NavigableMap<Long, Rates> dearer = new TreeMap<>();
    bands.forEach((above, rates) -> dearer.put(above, rates.times(factor)));
    Map<String, Tier> others = new TreeMap<>(tiers);
    others.replaceAll((name, tier) ->
        tier instanceof Tier.Own(Rates rates) ? new Tier.Own(rates.times(factor)) : tier);
    return new Price(
        provider, match, from, until, dearer, others, Map.of(), source, checked, uncertain);
  }

  /** Names the row, and changes with any of its numbers. */
  public String version() {
    String numbers = bands + " " + new TreeMap<>(tiers) + " " + new TreeMap<>(geo);
    return provider
        + "/"
        + match
        + "@"
        + (from == null ? "always" : from)
        + "#"
        + Digest.of(numbers).substring(0, 8);
  }

  /** Whether it is a row for this model on this day. */
  boolean holds(String askedProvider, String model, LocalDate day) {
    return provider.equals(askedProvider)
        && names(model)
        && (from == null || !day.isBefore(from))
        && (until == null || !day.isAfter(until));
  }

  /** How much of a name it spells out: of two rows that match, the one that says more counts. */
  int said() {
    return match.endsWith("*") ? match.length() - 1 : Integer.MAX_VALUE;
  }

  /** A dated snapshot is the model; any other ending may be another model at another price. */
  private boolean names(String model) {
    return match.endsWith("*")
        ? model.startsWith(match.substring(0, match.length() - 1))
        : model.equals(match)
            || model.startsWith(match)
                && model.substring(match.length()).matches("[-@]20\\d\\d-?\\d\\d-?\\d\\d");
  }

  private Rates rates(long prompt, @Nullable String tier) {
    Rates usual = bands.floorEntry(Math.max(0, prompt - 1)).getValue();
    return switch (tier == null ? null : tiers.get(tier)) {
      case null -> usual;
      case Tier.Times(BigDecimal factor) -> usual.times(factor);
      case Tier.Own(Rates rates) -> rates;
    };
  }

  private static Money money(BigDecimal micros, RoundingMode rounding) {
    return new Money(micros.setScale(0, rounding).longValueExact(), Money.ZERO.currency());
  }
}
