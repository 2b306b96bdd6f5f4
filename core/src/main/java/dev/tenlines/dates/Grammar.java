package dev.tenlines.dates;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules by which words become times. One that needs a word a language lacks is idle there. */
final class Grammar {
  static final Grammar SHARED = new Grammar();

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<Rule>> rules = new ArrayList<>();

  private Grammar() {
    AmountRules.addTo(this);
    DateRules.addTo(this);
    ClockRules.addTo(this);
    CycleRules.addTo(this);
    RelativeRules.addTo(this);
    JoinRules.addTo(this);
    RangeRules.addTo(this);
  }

  void rule(String pattern, Rule.Action action) {
    rule(pattern, 2, action);
  }

  void rule(String pattern, int cost, Rule.Action action) {
    add(Rule.of(pattern, cost, false, action, this::named));
  }

  /** A rule whose first words are no part of what is found. */
  void lead(String pattern, Rule.Action action) {
    lead(pattern, 1, action);
  }

  void lead(String pattern, int cost, Rule.Action action) {
    add(Rule.of(pattern, cost, true, action, this::named));
  }

  private void add(List<Rule> variants) {
    for (Rule rule : variants) {
      rule.items().getFirst().symbols().stream().forEach(symbol -> rules.get(symbol).add(rule));
    }
  }

  List<Rule> beginningWith(int symbol) {
    return rules.get(symbol);
  }

  /** What rules call a meaning; what none of them asks for is left out. */
  BitSet symbols(Sense sense) {
    BitSet known = new BitSet();
    for (String symbol : sense.symbols()) {
      Integer number = numbers.get(symbol);
      if (number != null) {
        known.set(number);
      }
    }
    return known;
  }

  private BitSet named(String alternatives) {
    BitSet symbols = new BitSet();
    for (String symbol : alternatives.split("\\|")) {
      symbols.set(numbers.computeIfAbsent(symbol, s -> rules.size()));
      if (rules.size() < numbers.size()) {
        rules.add(new ArrayList<>());
      }
    }
    return symbols;
  }

  /**
   * What follows from symbols that stand side by side.
   *
   * <p>A pattern such as {@code the? day of? month} lists symbols with blanks between; {@code a|b}
   * is either, {@code a?} may be absent, and {@code +a} follows without a blank in the text.
   */
  record Rule(List<Item> items, int cost, boolean lead, Action action) {

    /** One place of a pattern. */
    record Item(BitSet symbols, boolean glued) {}

    /** The meaning of the whole, or null where the parts do not go together. */
    @FunctionalInterface
    interface Action {
      @Nullable Sense apply(Match match);
    }

    /** All rules of a pattern: one for each choice of what is absent. */
    static List<Rule> of(
        String pattern, int cost, boolean lead, Action action, Function<String, BitSet> named) {
      List<List<Item>> variants = new ArrayList<>(List.of(List.of()));
      for (String place : pattern.split(" ")) {
        boolean optional = place.length() > 1 && place.endsWith("?");
        boolean glued = place.length() > 1 && place.startsWith("+");
        String symbols = place.substring(glued ? 1 : 0, place.length() - (optional ? 1 : 0));
        Item item = new Item(named.apply(symbols), glued);
        List<List<Item>> longer = new ArrayList<>();
        for (List<Item> variant : variants) {
          List<Item> more = new ArrayList<>(variant);
          more.add(item);
          longer.add(more);
          if (optional) {
            longer.add(variant);
          }
        }
        variants = longer;
      }
      return variants.stream()
          .filter(items -> !items.isEmpty())
          .map(items -> new Rule(items, cost, lead, action))
          .toList();
    }
  }
}
