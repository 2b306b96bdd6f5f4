package dev.tenlines.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules by which words become times. One that needs a word a language lacks is idle there. */
final class Grammar {
  static final Grammar SHARED = new Grammar();

  private final Map<String, List<Rule>> rules = new HashMap<>();

  private Grammar() {
    NumberRules.addTo(this);
    LengthRules.addTo(this);
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
}
