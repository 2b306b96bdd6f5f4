package dev.tenlines.dates;

import dev.tenlines.text.Grain;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a stretch of tokens means; its symbols are what rules call it. */
sealed interface Sense
    permits Sense.Word, Sense.Count, Sense.Nth, Sense.Unit, Sense.Lasting, Sense.Zone, When {
  List<String> symbols();

  /** A word or sign that rules know by its role. */
  record Word(String role) implements Sense {
    @Override
    public List<String> symbols() {
      return List.of(role);
    }
  }

  /**
   * A number.
   *
   * @param digits how many digits it is written with, 0 for words
   * @param room what may be added to it: 10 for {@code twenty}, 100 for {@code hundred}, else 0,
   *     and -1 for {@code a few}, which no clock shows
   */
  record Count(BigDecimal value, int digits, int room) implements Sense {
    static Count of(int value, int digits) {
      return new Count(BigDecimal.valueOf(value), digits, 0);
    }

    @Override
    public List<String> symbols() {
      if (room < 0) {
        return List.of("number", "vague");
      }
      List<String> symbols = new ArrayList<>(List.of("number"));
      if (value.stripTrailingZeros().scale() > 0 || value.signum() < 0 || value.intValue() > 9999) {
        return symbols;
      }
      int n = value.intValue();
      symbols.add("int");
      symbols.add(digits == 0 ? "spelled" : "figures");
      add(symbols, "day", n >= 1 && n <= 31 && digits <= 2);
      add(symbols, "hour", n <= 24 && digits <= 2);
      add(symbols, "minute", n <= 59 && digits <= 2);
      add(symbols, "mm", n <= 59 && digits == 2);
      add(symbols, "month#", n >= 1 && n <= 12 && digits >= 1 && digits <= 2);
      add(symbols, "yy", digits == 2);
      add(symbols, "yyyy", n >= 1000 && n < 3000 && (digits == 4 || digits == 0));
      add(symbols, "hmm", (digits == 3 || digits == 4) && n / 100 <= 23 && n % 100 <= 59);
      add(symbols, "zero", n == 0);
      return symbols;
    }

    private static void add(List<String> symbols, String symbol, boolean fits) {
      if (fits) {
        symbols.add(symbol);
      }
    }
  }

  /** A place in an order: {@code third} is spelled, {@code 3rd} is not. */
  record Nth(int value, boolean spelled) implements Sense {
    @Override
    public List<String> symbols() {
      return value >= 1 && value <= 31 ? List.of("nth", "day") : List.of("nth");
    }
  }

  /** A unit of the calendar by its name, or by a mark that only stands behind a number: h. */
  record Unit(Grain grain, boolean mark) implements Sense {
    @Override
    public List<String> symbols() {
      if (mark) {
        return List.of("unit-mark");
      }
      return switch (grain) {
        case QUARTER -> List.of("unit", "quarter");
        case WEEK -> List.of("unit", "week");
        default -> List.of("unit");
      };
    }
  }

  /** How long something takes. */
  record Lasting(BigDecimal value, Grain unit) implements Sense {
    @Override
    public List<String> symbols() {
      return List.of("length");
    }
  }

  /** A distance from UTC. */
  record Zone(ZoneOffset offset) implements Sense {
    @Override
    public List<String> symbols() {
      return List.of("zone");
    }
  }
}
