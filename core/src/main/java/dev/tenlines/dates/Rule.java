package dev.tenlines.dates;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
