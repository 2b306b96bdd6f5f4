package dev.tenlines.ranking;

/** Numbers for names and parts of features, the same on every machine. */
final class Hash {
  static final long SEED = 0x9E3779B97F4A7C15L;

  private Hash() {}

  static long of(String name, long value) {
    return of(of(SEED, name.hashCode()), value);
  }

  static long of(String name, long first, long second) {
    return of(of(name, first), second);
  }

  /** Mixes as SplitMix64 does. */
  static long of(long hash, long value) {
    long z = (hash ^ value) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
