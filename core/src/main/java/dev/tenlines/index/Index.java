package dev.tenlines.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where passages are kept and found. Whoever searches sees all of a change or nothing of it. Safe
 * for many threads; one process changes it at a time.
 */
public interface Index extends AutoCloseable {

  /**
   * The passages that fit a question best, best first.
   *
   * @param scope who asks: it is part of the search, not a filter of what was found
   * @param most how many
   */
  List<Hit> search(String question, Scope scope, int most);

  /** The digest of every source, by its name. */
  Map<String, String> digests();

  /**
   * Puts sources in the place of what they held before and takes others out; all or nothing, and
   * durable when it returns.
   */
  void change(Collection<Contents> put, Collection<String> removed);

  /** Changes whenever an answer could: answers of another generation are not reused. */
  String generation();

  /** How many passages there are. */
  int size();

  @Override
  void close();
}
