package dev.tenlines.dates;

import java.util.List;

/**
 * Tokens that mean something together.
 *
 * @param from index of the first token
 * @param to index after the last
 * @param core the first token that matters: {@code at} before a time does not
 * @param cost how far-fetched the reading is; the cheapest of equals wins
 * @param symbols what rules call it
 */
record Node(int from, int to, int core, Sense sense, int cost, List<String> symbols) {
  Node(int from, int to, int core, Sense sense, int cost) {
    this(from, to, core, sense, cost, sense.symbols());
  }

  int size() {
    return to - from;
  }
}
