package dev.tenlines.ladder;

import dev.tenlines.Evidence;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Journal.Remembered;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that was answered before, letter for letter after normalisation, by the same
 * versions of the rungs above it. The answer keeps the basis of the rung that made it.
 *
 * @param <V> the feature's value
 */
public final class CacheRung<V> implements Rung<V> {
  private final Journal journal;
  private final CacheKey key;
  private final Class<V> type;
  private final Function<V, List<Evidence>> evidence;

  public CacheRung(Journal journal, CacheKey key, Class<V> type) {
    this(journal, key, type, value -> List.of());
  }

  /**
   * A cache of values that hold their evidence.
   *
   * @param evidence what supports a value
   */
  public CacheRung(
      Journal journal, CacheKey key, Class<V> type, Function<V, List<Evidence>> evidence) {
    this.journal = journal;
    this.key = key;
    this.type = type;
    this.evidence = evidence;
  }

  @Override
  public String name() {
    return "cache";
  }

  /** The cache has no version of its own: the versions it stands for are inside its keys. */
  @Override
  public String version() {
    return key.fingerprint();
  }

  @Override
  public Attempt<V> attempt(Ask ask) {
    Remembered before = journal.remembered(ask.request().tenant(), key.of(ask.request()));
    if (before == null) {
      return new Abstained<>("not asked before");
    }
    V value = JsonMapper.shared().convertValue(before.value(), type);
    return new Proposed<>(
        value, 1, before.probability(), "", before.basis(), evidence.apply(value), Money.ZERO);
  }
}
