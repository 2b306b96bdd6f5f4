package dev.tenlines.figures;

import dev.tenlines.text.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one kind of figure at a place. */
@FunctionalInterface
interface Reader {
  /** The figure that begins with this token, or null. */
  @Nullable Hit at(Tokens tokens, int i);

  /**
   * A figure that was read.
   *
   * @param end the token after its last
   * @param start the index of its first character
   * @param stop the index after its last
   */
  record Hit(int end, int start, int stop, List<Value> readings) {}
}
