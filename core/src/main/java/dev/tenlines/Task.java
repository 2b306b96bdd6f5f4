package dev.tenlines;

import dev.tenlines.ladder.CacheKey;
import dev.tenlines.ladder.Rung;
import dev.tenlines.verify.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of feature does: its value, its rungs and its checks. A new kind is a package with
 * one of these, and one line in {@link Feature.Kind}.
 *
 * @param <V> the feature's value
 */
public interface Task<V> {
  /** What a value is, for those who read it back. */
  Class<V> type();

  /** The rungs it climbs unless the feature declares others. */
  List<String> usual();

  /** The rungs it knows besides {@code model:NAME} and {@code review}. */
  List<String> known();

  /** Why one of those is climbed. */
  String reason(String rung, Profile profile);

  /** The keys a feature may declare that only this kind reads, as {@link Feature#details}. */
  List<String> keys();

  /** Whether an answer may ever leave without a person. */
  boolean unattended();

  /** Whether whoever asks decides what becomes of a proposal, as a person who reviews would. */
  default boolean asksTheAsker() {
    return false;
  }

  /** What is wrong with a declaration. */
  List<Finding> findings(Feature feature);

  /** What is wrong with the files that a declaration names. */
  default List<Finding> findings(Feature feature, Path directory) {
    return List.of();
  }

  /** The declaration with the files read that it names, as far as anybody else has to know them. */
  default Feature resolved(Feature feature, Path directory) {
    return feature;
  }

  /**
   * Refuses a request that is none for a feature, before any rung is asked.
   *
   * @throws TenlinesException when the call itself is wrong
   */
  default void check(Feature feature, Request request) {}

  /** Makes a feature's rungs from what there is. */
  Ready<V> open(Parts parts);

  /**
   * What a person says is right, as the record keeps it: text, or names and values of JSON.
   *
   * @throws TenlinesException TL-173 when it is none
   */
  Object value(Feature feature, Object said);

  /** Whether an answer is what a person says is right; both may come back from the record. */
  default boolean same(Object answer, Object right) {
    return answer.equals(right);
  }

  /** A value as people read it, also one read back from the record. */
  default String words(Object value) {
    return String.valueOf(value);
  }

  /** What a text of this kind is called where a person writes it; null where it is no text. */
  default @Nullable String noun() {
    return null;
  }

  /** The parts of a value as people read them, where it has parts; null where it has none. */
  default @Nullable Table table(@Nullable Object value) {
    return null;
  }

  /**
   * Rows for people.
   *
   * @param head what stands over the columns
   */
  record Table(List<String> head, List<List<String>> rows) {
    public Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A value in the columns of a table, where it has parts.
   *
   * @param value null for one that is not there: the same columns, empty
   */
  default Map<String, String> cells(Feature feature, @Nullable Object value) {
    return Map.of();
  }

  /**
   * What can be climbed.
   *
   * @param rungs lowest first; names with nothing behind them are left out
   * @param cacheKey where answers are found again, or null where none are kept
   */
  record Ready<V>(List<Rung<V>> rungs, List<Verifier<V>> verifiers, @Nullable CacheKey cacheKey) {
    public Ready {
      rungs = List.copyOf(rungs);
      verifiers = List.copyOf(verifiers);
    }
  }
}
