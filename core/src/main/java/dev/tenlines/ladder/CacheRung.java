package dev.tenlines.ladder;

import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Journal.Remembered;
import java.util.List;

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

  public CacheRung(Journal journal, CacheKey key, Class<V> type) {
    this.journal = journal;
    this.key = key;
    this.type = type;
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
    return new Proposed<>(
        type.cast(before.value()),
        1,
        before.probability(),
        "",
        before.basis(),
        List.of(),
        Money.ZERO);
  }
}
