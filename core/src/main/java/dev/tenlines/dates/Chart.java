package dev.tenlines.dates;

import dev.tenlines.dates.Grammar.Rule;
import dev.tenlines.dates.Grammar.Rule.Item;
import dev.tenlines.dates.Series.Slot;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the tokens of a text can mean, worked out from its end to its beginning.
 *
 * <p>When a token's turn comes, all that may follow it is known. So each new node only has to be
 * tried as the first part of a rule, and what comes of it is a new node at the same place. The work
 * at each token is bounded, so that no text takes more than linear time; a text that hits the bound
 * loses readings there and nowhere else.
 */
final class Chart {
  /** Tokens that one expression spans at most. */
  static final int REACH = 25;

  private static final int NODES = 80;
  private static final int STEPS = 1_500;
  private static final BitSet NOTHING = new BitSet();

  /**
   * Tokens that mean something together.
   *
   * @param from index of the first token
   * @param to index after the last
   * @param core the first token that matters: {@code at} before a time does not
   * @param cost how far-fetched the reading is; the cheapest of equals wins
   * @param symbols what rules call it
   */
  record Node(int from, int to, int core, Sense sense, int cost, BitSet symbols) {
    Node(int from, int to, int core, Sense sense, int cost) {
      this(from, to, core, sense, cost, Grammar.SHARED.symbols(sense));
    }

    int size() {
      return to - from;
    }
  }

  private final List<Token> tokens;
  private final Grammar grammar;
  private final Language language;
  private final ZonedDateTime now;
  private final List<List<Node>> starts = new ArrayList<>();
  private final List<BitSet> follows = new ArrayList<>();
  private final Map<Object, Integer> cheapest = new HashMap<>();
  private final Deque<Node> agenda = new ArrayDeque<>();
  private int left;
  private long steps;

  private Chart(List<Token> tokens, Grammar grammar, Language language, ZonedDateTime now) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.language = language;
    this.now = now;
    for (int i = 0; i <= tokens.size(); i++) {
      starts.add(List.of());
      follows.add(NOTHING);
    }
  }

  static Chart of(List<Token> tokens, Language language, ZonedDateTime now) {
    Chart chart = new Chart(tokens, Grammar.SHARED, language, now);
    for (int at = tokens.size() - 1; at >= 0; at--) {
      chart.complete(at, language.at(tokens, at, now.toLocalDateTime()));
    }
    return chart;
  }

  /** What begins at a token. */
  List<Node> at(int token) {
    return starts.get(token);
  }

  /** How often a node was tried as a part of a rule. */
  long steps() {
    return steps;
  }

  private void complete(int at, List<Node> words) {
    if (words.isEmpty()) {
      return;
    }
    starts.set(at, new ArrayList<>());
    follows.set(at, new BitSet());
    cheapest.clear();
    left = STEPS;
    words.forEach(this::add);
    while (!agenda.isEmpty() && left > 0) {
      Node node = agenda.poll();
      BitSet symbols = node.symbols();
      for (int s = symbols.nextSetBit(0); s >= 0; s = symbols.nextSetBit(s + 1)) {
        for (Rule rule : grammar.beginningWith(s)) {
          begin(rule, node);
        }
      }
    }
    agenda.clear();
    steps += STEPS - left;
  }

  /** Most rules end here: nothing of what follows is what they go on with. */
  private void begin(Rule rule, Node node) {
    boolean single = rule.items().size() == 1;
    if (single || follows.get(node.to()).intersects(rule.items().get(1).symbols())) {
      List<Node> parts = new ArrayList<>(rule.items().size());
      parts.add(node);
      extend(rule, parts);
    }
  }

  private void extend(Rule rule, List<Node> parts) {
    left--;
    if (parts.size() == rule.items().size()) {
      apply(rule, parts);
      return;
    }
    Item next = rule.items().get(parts.size());
    int at = parts.getLast().to();
    if (at >= tokens.size() || next.glued() && !tokens.get(at).glued()) {
      return;
    }
    for (Node node : starts.get(at)) {
      if (left > 0
          && node.symbols().intersects(next.symbols())
          && node.to() - parts.getFirst().from() <= REACH) {
        parts.add(node);
        extend(rule, parts);
        parts.removeLast();
      }
    }
  }

  private void apply(Rule rule, List<Node> parts) {
    Sense sense = meaning(rule, parts);
    if (sense != null) {
      int cost = rule.cost();
      for (Node part : parts) {
        cost += part.cost();
      }
      int from = parts.getFirst().from();
      int core = rule.lead() ? core(parts) : parts.getFirst().core();
      add(new Node(from, parts.getLast().to(), core, sense, cost));
    }
  }

  private static int core(List<Node> parts) {
    for (Node part : parts) {
      if (!(part.sense() instanceof Sense.Word)) {
        return part.core();
      }
    }
    return parts.getLast().core();
  }

  /** Null also for what no calendar has: day 30 of February, year 1,000,000,000. */
  private @Nullable Sense meaning(Rule rule, List<Node> parts) {
    try {
      return rule.action().apply(new Match(List.copyOf(parts), language, now));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private void add(Node node) {
    Object key = key(node);
    Integer known = cheapest.get(key);
    List<Node> here = starts.get(node.from());
    if (key.equals(NEVER) || known != null && known <= node.cost() || here.size() >= NODES) {
      return;
    }
    follows.get(node.from()).or(node.symbols());
    cheapest.put(key, node.cost());
    here.add(node);
    agenda.add(node);
  }

  private static final Object NEVER = new Object();

  /** Times are equal when they mean the same slot in the same way. */
  private Object key(Node node) {
    if (!(node.sense() instanceof When when)) {
      return List.of(node.to(), node.sense());
    }
    Slot slot = when.slot(now.toLocalDateTime());
    return slot == null
        ? NEVER
        : List.of(
            node.to(), slot, when.kind(), when.bound(), when.says(), when.weak(), when.grain());
  }
}
