package dev.tenlines;

/** Told how far a long piece of work is. */
@FunctionalInterface
public interface Progress {
  /** A listener that does not listen. */
  Progress NONE = (what, done, total) -> {};

  /**
   * Called now and then, from any thread.
   *
   * @param what the work in words, "Training"
   * @param done finished units
   * @param total all units, at least 1
   */
  void at(String what, int done, int total);
}
