package dev.tenlines.dates;

import dev.tenlines.text.Grain;
import java.time.LocalDateTime;

/**
 * One stretch of time.
 *
 * @param until the moment after its last
 */
record Slot(LocalDateTime from, LocalDateTime until, Grain grain) {

  /** The unit that a moment lies in. */
  static Slot of(LocalDateTime moment, Grain grain) {
    LocalDateTime from = grain.floor(moment);
    return new Slot(from, grain.plus(from, 1), grain);
  }

  boolean holds(LocalDateTime moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }

  Slot shifted(long units, Grain unit, Grain exact) {
    LocalDateTime moved = exact.floor(unit.plus(from, units));
    return exact == grain
        ? new Slot(moved, unit.plus(until, units), exact)
        : new Slot(moved, exact.plus(moved, 1), exact);
  }
}
