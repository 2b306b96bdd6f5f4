package dev.tenlines.mock;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The faults that last: what each request of a phase gets. */
final class Phases {
  /** Requests in one phase. */
  static final int LENGTH = 60;

  private static final double BROWN_OUT = 0.3;
  private static final int FLAP = 5;

  private Phases() {}

  /** What the nth request of a phase gets; null for a good answer. */
  static @Nullable Fault at(Fault phase, long n, long seed) {
    return switch (phase) {
      case P01 -> drawn(BROWN_OUT, n, seed) ? Fault.S08 : null;
      case P05 -> n % (2 * FLAP) < FLAP ? Fault.P05 : null;
      default -> phase;
    };
  }

  /** Whether the nth of a row of draws falls within a share; the same for the same seed. */
  static boolean drawn(double share, long n, long seed) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n).nextDouble() < share;
  }
}
