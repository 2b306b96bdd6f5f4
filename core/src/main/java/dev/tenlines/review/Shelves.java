package dev.tenlines.review;

import dev.tenlines.review.Judgements.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What people approved or corrected for each tenant, read on from where it was read last. Nothing
 * of one tenant is ever read for another.
 *
 * @param <T> what is made of a judgement, once
 */
public final class Shelves<T> {
  private static final int MOST_TENANTS = 100;

  private final Judgements judgements;
  private final String feature;
  private final int most;
  private final Function<Judgement, T> reader;
  private final Map<String, Shelf<T>> shelves = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Empty shelves.
   *
   * @param most how many of the newest are kept for a tenant: older ones speak of older times
   * @param reader what is made of a judgement
   */
  public Shelves(Judgements judgements, String feature, int most, Function<Judgement, T> reader) {
    this.judgements = judgements;
    this.feature = feature;
    this.most = most;
    this.reader = reader;
  }

  /** What a tenant has up to a moment; two threads that read on at once come to the same. */
  private record Shelf<T>(List<T> items, Instant until) {
    private Shelf {
      items = List.copyOf(items);
    }
  }

  /** What a tenant has whose verdicts have effects by now, oldest first. */
  public List<T> of(String tenant) {
    Shelf<T> shelf;
    synchronized (shelves) {
      shelf = shelves.computeIfAbsent(tenant, name -> new Shelf<>(List.of(), Instant.EPOCH));
      if (shelves.size() > MOST_TENANTS) {
        shelves.remove(shelves.keySet().iterator().next());
      }
    }
    List<Judgement> fresh = judgements.sent(tenant, feature, shelf.until(), most);
    if (fresh.isEmpty()) {
      return shelf.items();
    }
    List<T> items = new ArrayList<>(shelf.items());
    fresh.forEach(judgement -> items.add(reader.apply(judgement)));
    int first = Math.max(0, items.size() - most);
    Shelf<T> now = new Shelf<>(items.subList(first, items.size()), fresh.getLast().at());
    synchronized (shelves) {
      shelves.put(tenant, now);
    }
    return now.items();
  }
}
