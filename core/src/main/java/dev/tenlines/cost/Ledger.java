package dev.tenlines.cost;

import org.jspecify.annotations.Nullable;

/**
 * The append-only record of charges. Money is held before a rung may spend it and settled after; a
 * rung that costs nothing needs no hold.
 */
public interface Ledger {

  /**
   * Holds the most a rung may spend on a request.
   *
   * @return the reservation, or null when a budget does not allow it
   */
  @Nullable Reservation reserve(String request, String rung, Money most);

  /** Books what was spent and releases the rest. Settling twice books once. */
  void settle(Reservation reservation, Money spent);

  /** A ledger for ladders whose rungs cost nothing: it refuses every hold above zero. */
  Ledger FREE =
      new Ledger() {
        @Override
        public @Nullable Reservation reserve(String request, String rung, Money most) {
          return most.isZero() ? new Reservation(request, rung, most) : null;
        }

        @Override
        public void settle(Reservation reservation, Money spent) {}
      };
}
