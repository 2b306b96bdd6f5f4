package dev.tenlines.dates;

import dev.tenlines.text.Grain;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Slots in their order: all Mondays, every 3 pm, one certain day. */
interface Series {
  /** How many rounds a search goes on before it gives up: enough for a Friday in a leap year. */
  int PATIENCE = 60;

  /** The rarity of what does not come round. */
  long ONCE = Long.MAX_VALUE;

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

  /** The first slot that begins at a moment or later. */
  @Nullable Slot from(LocalDateTime moment);

  /** The last slot that begins before a moment. */
  @Nullable Slot before(LocalDateTime moment);

  /**
   * How rarely it comes round, in seconds; the rarer of two says where the other is to be looked
   * for.
   */
  long rarity();

  /** The slot that is running, or else the next. */
  default @Nullable Slot upcoming(LocalDateTime now) {
    Slot running = before(now.plusNanos(1));
    return running != null && running.holds(now) ? running : from(now);
  }

  /** The last slot that is over. */
  default @Nullable Slot past(LocalDateTime now) {
    Slot slot = before(now);
    for (int i = 0; i < PATIENCE && slot != null; i++) {
      if (!slot.until().isAfter(now)) {
        return slot;
      }
      slot = before(slot.from());
    }
    return null;
  }

  /** The n-th slot that begins in a stretch of time, counted from its end where n is negative. */
  default @Nullable Slot nth(int n, Slot in) {
    Slot slot = n > 0 ? from(in.from()) : before(in.until());
    if (n < 0 && slot != null && slot.until().isAfter(in.until())) {
      slot = before(slot.from());
    }
    for (int i = 1; i < Math.abs(n) && slot != null; i++) {
      slot = n > 0 ? from(slot.from().plusNanos(1)) : before(slot.from());
    }
    return slot == null || slot.from().isBefore(in.from()) || !slot.from().isBefore(in.until())
        ? null
        : slot;
  }

  /** A single slot. */
  static Series once(Slot slot) {
    return new Series() {
      @Override
      public @Nullable Slot from(LocalDateTime moment) {
        return slot.from().isBefore(moment) ? null : slot;
      }

      @Override
      public @Nullable Slot before(LocalDateTime moment) {
        return slot.from().isBefore(moment) ? slot : null;
      }

      @Override
      public @Nullable Slot upcoming(LocalDateTime now) {
        return slot.until().isAfter(now) ? slot : null;
      }

      @Override
      public long rarity() {
        return ONCE;
      }
    };
  }

  /** Every unit. */
  static Series every(Grain grain) {
    return in(grain, start -> List.of(Slot.of(start, grain)));
  }

  /** What begins in each unit that starts at a moment, in order. */
  static Series in(Grain unit, Function<LocalDateTime, List<Slot>> slots) {
    return new Series() {
      @Override
      public @Nullable Slot from(LocalDateTime moment) {
        LocalDateTime start = unit.floor(moment);
        for (int i = 0; i < PATIENCE; i++) {
          for (Slot slot : slots.apply(unit.plus(start, i))) {
            if (!slot.from().isBefore(moment)) {
              return slot;
            }
          }
        }
        return null;
      }

      @Override
      public @Nullable Slot before(LocalDateTime moment) {
        LocalDateTime start = unit.floor(moment);
        for (int i = 0; i < PATIENCE; i++) {
          for (Slot slot : slots.apply(unit.plus(start, -i)).reversed()) {
            if (slot.from().isBefore(moment)) {
              return slot;
            }
          }
        }
        return null;
      }

      @Override
      public long rarity() {
        return unit.duration().toSeconds();
      }
    };
  }

  /** The slots of this series that begin in a slot of a rarer one. */
  default Series within(Series outer) {
    Series inner = this;
    return new Series() {
      @Override
      public @Nullable Slot from(LocalDateTime moment) {
        Slot frame = outer.before(moment.plusNanos(1));
        if (frame == null || !frame.holds(moment)) {
          frame = outer.from(moment);
        }
        return first(frame, moment);
      }

      @Override
      public @Nullable Slot before(LocalDateTime moment) {
        Slot frame = outer.before(moment);
        for (int i = 0; i < PATIENCE && frame != null; i++) {
          LocalDateTime end = frame.until().isBefore(moment) ? frame.until() : moment;
          Slot slot = inner.before(end);
          if (slot != null && !slot.from().isBefore(frame.from())) {
            return slot;
          }
          frame = outer.before(frame.from());
        }
        return null;
      }

      // What is past in a frame that is running still counts: February 10 on February 12.
      @Override
      public @Nullable Slot upcoming(LocalDateTime now) {
        Slot frame = outer.upcoming(now);
        return frame == null ? null : first(frame, frame.from());
      }

      private @Nullable Slot first(@Nullable Slot frame, LocalDateTime moment) {
        LocalDateTime at = moment;
        for (int i = 0; i < PATIENCE && frame != null; i++) {
          Slot slot = inner.from(at.isBefore(frame.from()) ? frame.from() : at);
          if (slot != null && slot.from().isBefore(frame.until())) {
            return slot;
          }
          at = frame.until();
          frame = outer.from(at);
        }
        return null;
      }

      @Override
      public long rarity() {
        return outer.rarity();
      }
    };
  }

  /**
   * The same slots, each changed or, for null, left out; they must keep their order.
   *
   * @param back about where a slot began that begins at a moment now
   */
  default Series mapped(
      Function<Slot, @Nullable Slot> change, Function<LocalDateTime, LocalDateTime> back) {
    Series slots = this;
    return new Series() {
      @Override
      public @Nullable Slot from(LocalDateTime moment) {
        LocalDateTime about = back.apply(moment);
        Slot slot = slots.before(about);
        slot = slot == null ? slots.from(about) : slot;
        for (int i = 0; i < PATIENCE && slot != null; i++) {
          Slot changed = change.apply(slot);
          if (changed != null && !changed.from().isBefore(moment)) {
            return changed;
          }
          slot = slots.from(slot.from().plusNanos(1));
        }
        return null;
      }

      @Override
      public @Nullable Slot before(LocalDateTime moment) {
        LocalDateTime about = back.apply(moment);
        Slot slot = slots.from(about);
        slot = slot == null ? slots.before(about) : slot;
        for (int i = 0; i < PATIENCE && slot != null; i++) {
          Slot changed = change.apply(slot);
          if (changed != null && changed.from().isBefore(moment)) {
            return changed;
          }
          slot = slots.before(slot.from());
        }
        return null;
      }

      @Override
      public @Nullable Slot upcoming(LocalDateTime now) {
        LocalDateTime about = back.apply(now);
        Slot slot = slots.upcoming(about);
        Slot changed = slot == null ? null : change.apply(slot);
        boolean over = slot != null && slot.holds(about) && !slot.until().isAfter(now);
        Slot next = slot != null && (changed == null || over) ? from(slot.until()) : null;
        return next == null ? changed : next;
      }

      @Override
      public long rarity() {
        return slots.rarity();
      }
    };
  }

  /**
   * From each slot to the next one of another series: to the end of that or, if finer, of its first
   * unit.
   */
  default Series to(Series end, Grain grain) {
    return mapped(
        slot -> {
          Slot last = end.from(slot.from().plusNanos(1));
          return last == null
              ? null
              : new Slot(
                  slot.from(),
                  last.grain() == grain ? last.until() : grain.plus(last.from(), 1),
                  grain);
        },
        moment -> moment);
  }
}
