package dev.tenlines.index;

import java.util.List;

/**
 * What an index holds of one source.
 *
 * @param digest of the bytes it was read from, and of how: the same digest need not be read again
 */
public record Contents(String source, String digest, Access access, List<Passage> passages) {
  public Contents {
    passages = List.copyOf(passages);
  }
}
