package dev.tenlines.dates;

import dev.tenlines.dates.Chart.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules by which words become times. One that needs a word a language lacks is idle there. */
final class Grammar {
  static final Grammar SHARED = new Grammar();

  private final Map<String, List<Rule>> rules = new HashMap<>();

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
    add(Rule.of(pattern, cost, false, action));
  }

  /** A rule whose first words are no part of what is found. */
  void lead(String pattern, Rule.Action action) {
    lead(pattern, 1, action);
  }

  void lead(String pattern, int cost, Rule.Action action) {
    add(Rule.of(pattern, cost, true, action));
  }

  private void add(List<Rule> variants) {
    for (Rule rule : variants) {
      for (String symbol : rule.items().getFirst().symbols()) {
        rules.computeIfAbsent(symbol, s -> new ArrayList<>()).add(rule);
      }
    }
  }

  List<Rule> beginningWith(String symbol) {
    return rules.getOrDefault(symbol, List.of());
  }

  /**
   * What follows from symbols that stand side by side.
   *
   * <p>A pattern such as {@code the? day of? month} lists symbols with blanks between; {@code a|b} is
   * either, {@code a?} may be absent, and {@code +a} follows without a blank in the text.
   */
  record Rule(List<Item> items, int cost, boolean lead, Action action) {

    /** One place of a pattern. */
    record Item(List<String> symbols, boolean glued) {
      boolean takes(Node node) {
        for (String symbol : node.symbols()) {
          if (symbols.contains(symbol)) {
            return true;
          }
        }
        return false;
      }
    }

    /** The meaning of the whole, or null where the parts do not go together. */
    @FunctionalInterface
    interface Action {
      @Nullable Sense apply(Match match);
    }

    /** All rules of a pattern: one for each choice of what is absent. */
    static List<Rule> of(String pattern, int cost, boolean lead, Action action) {
      List<List<Item>> variants = new ArrayList<>(List.of(List.of()));
      for (String place : pattern.split(" ")) {
        boolean optional = place.length() > 1 && place.endsWith("?");
        boolean glued = place.length() > 1 && place.startsWith("+");
        String symbols = place.substring(glued ? 1 : 0, place.length() - (optional ? 1 : 0));
        Item item = new Item(List.of(symbols.split("\\|")), glued);
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
