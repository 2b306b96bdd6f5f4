package dev.tenlines.dates;

import dev.tenlines.dates.Chart.Node;
import dev.tenlines.dates.Sense.Lasting;
import dev.tenlines.dates.Series.Slot;
import dev.tenlines.dates.When.Bound;
import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates, times and durations: {@link Value.Period} and {@link Value.Length}.
 *
 * <p>What could be several times is read as the one to come first; what is to be told from the
 * past, as in a search, finds it among the other readings.
 */
public final class Times implements Recognizer {
  private static final int LONGEST_ABBREVIATION = 5;

  @Override
  public List<Found> find(String text, Setting setting) {
    Language language = Language.of(setting.locale());
    List<Token> tokens = language.tokens(text);
    Chart chart = Chart.of(tokens, language, setting.now());
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Found best = longest(text, tokens, chart, at, setting);
      if (best == null) {
        at++;
      } else {
        found.add(best);
        while (at < tokens.size() && tokens.get(at).start() < best.end()) {
          at++;
        }
      }
    }
    return found;
  }

  private static @Nullable Found longest(
      String text, List<Token> tokens, Chart chart, int at, Setting setting) {
    List<Node> nodes = new ArrayList<>();
    for (Node node : chart.at(at)) {
      if (isWhole(tokens, node) && isMeant(text, tokens, node)) {
        nodes.add(node);
      }
    }
    nodes.sort(Comparator.comparingInt(Node::to).reversed().thenComparingInt(Node::cost));
    if (nodes.isEmpty()) {
      return null;
    }
    Set<Value> readings = new LinkedHashSet<>();
    Node first = nodes.getFirst();
    for (Node node : nodes) {
      if (node.to() == first.to() && node.cost() == first.cost()) {
        values(node.sense(), setting).stream().limit(1).forEach(readings::add);
      }
    }
    int likely = readings.size();
    for (Node node : nodes) {
      if (node.to() == first.to()) {
        readings.addAll(values(node.sense(), setting));
      }
    }
    int start = tokens.get(first.core()).start();
    int end = end(tokens, first);
    return new Found(start, end, text.substring(start, end), List.copyOf(readings), likely);
  }

  /** Not a part of a longer word or number. */
  private static boolean isWhole(List<Token> tokens, Node node) {
    return !(node.sense() instanceof Sense.Word)
        && isBorder(tokens, node.core() - 1, node.core(), -1)
        && isBorder(tokens, node.to(), node.to() - 1, 1);
  }

  private static boolean isBorder(List<Token> tokens, int outside, int inside, int step) {
    if (outside < 0 || outside >= tokens.size()) {
      return true;
    }
    Token next = tokens.get(outside);
    boolean glued = step > 0 ? next.glued() : tokens.get(inside).glued();
    if (!glued) {
      return true;
    }
    if (next.isWord() || next.isDigits()) {
      return false;
    }
    int beyond = outside + step;
    boolean joins = ".,:/-'".contains(next.text());
    boolean digit =
        beyond >= 0
            && beyond < tokens.size()
            && tokens.get(beyond).isDigits()
            && (step > 0 ? tokens.get(beyond).glued() : next.glued());
    return !(joins && digit && tokens.get(inside).isDigits());
  }

  /** Weak words count when nothing else is said, or with a capital in the middle of a sentence. */
  private static boolean isMeant(String text, List<Token> tokens, Node node) {
    boolean all = node.size() == tokens.size();
    if (node.sense() instanceof Lasting) {
      return all || tokens.get(node.to() - 1).isWord();
    }
    if (!(node.sense() instanceof When when)) {
      return false;
    }
    return !when.weak() || node.cost() < Language.DOUBTFUL && (all || isNamed(text, tokens, node));
  }

  /** A month or weekday with a capital that no sentence gives it. */
  private static boolean isNamed(String text, List<Token> tokens, Node node) {
    int last = node.to() - 1;
    boolean inside = last > 0 && (tokens.get(last - 1).isWord() || tokens.get(last - 1).isDigits());
    return inside
        && node.sense() instanceof When when
        && when.is(When.Kind.MONTH, When.Kind.WEEKDAY, When.Kind.MIX, When.Kind.DAY)
        && when.part() == null
        && Character.isUpperCase(text.charAt(tokens.get(last).start()))
        && Character.isLowerCase(text.charAt(tokens.get(last).end() - 1));
  }

  /** Without the full stop of a sentence, where the word before it is no abbreviation. */
  private static int end(List<Token> tokens, Node node) {
    Token last = tokens.get(node.to() - 1);
    boolean stop = last.text().equals(".") && node.size() > 1;
    Token word = stop ? tokens.get(node.to() - 2) : last;
    return word.isWord() && word.text().length() > LONGEST_ABBREVIATION ? word.end() : last.end();
  }

  private static List<Value> values(Sense sense, Setting setting) {
    if (sense instanceof Lasting length) {
      return List.of(new Value.Length(length.value(), length.unit()));
    }
    if (!(sense instanceof When when)) {
      return List.of();
    }
    LocalDateTime now = setting.now().toLocalDateTime();
    List<Value> values = new ArrayList<>();
    Slot slot = when.slot(now);
    if (slot != null) {
      values.add(period(when, slot));
    }
    Slot past = when.series().past(when.local(now));
    if (past != null && !past.equals(slot)) {
      values.add(period(when, past));
    }
    return values;
  }

  private static Value period(When when, Slot slot) {
    When.There there = when.there();
    return new Value.Period(
        when.bound() == Bound.BEFORE ? null : slot.from(),
        switch (when.bound()) {
          case NONE -> slot.until();
          case BEFORE -> slot.from();
          case AFTER -> null;
        },
        when.grain(),
        there == null ? null : there.offset());
  }
}
