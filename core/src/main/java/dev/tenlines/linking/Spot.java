package dev.tenlines.linking;

import dev.tenlines.catalog.Match;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Said;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of a question, with all that it may mean. */
final class Spot {
  final int from;
  final int to;
  final Said said;
  final Set<Cue> cues = EnumSet.noneOf(Cue.class);
  final List<Ref> fields = new ArrayList<>(1);
  final List<Ref> things = new ArrayList<>(1);
  final List<Names.Measured> measured = new ArrayList<>(0);
  final List<Ref> verbs = new ArrayList<>(0);
  final List<Match> values = new ArrayList<>(1);
  final List<Extremes.Extreme> extremes = new ArrayList<>(0);
  final List<Value.Period> periods = new ArrayList<>(0);
  @Nullable BigDecimal number;
  @Nullable String currency;
  @Nullable String quote;
  double weight;

  /** The entity whose row a question within the question tells, or null. */
  @Nullable String stands;

  /** A part of the plan says it. */
  boolean used;

  Spot(int from, int to, Said said) {
    this.from = from;
    this.to = to;
    this.said = said;
  }

  /** The same, of which no plan says anything yet. */
  Spot fresh() {
    Spot fresh = new Spot(from, to, said);
    fresh.cues.addAll(cues);
    fresh.fields.addAll(fields);
    fresh.things.addAll(things);
    fresh.measured.addAll(measured);
    fresh.verbs.addAll(verbs);
    fresh.values.addAll(values);
    fresh.extremes.addAll(extremes);
    fresh.periods.addAll(periods);
    fresh.number = number;
    fresh.currency = currency;
    fresh.quote = quote;
    fresh.weight = weight;
    fresh.stands = stands;
    return fresh;
  }

  boolean is(Cue cue) {
    return cues.contains(cue);
  }

  boolean isAny(Cue first, Cue... others) {
    if (is(first)) {
      return true;
    }
    for (Cue cue : others) {
      if (is(cue)) {
        return true;
      }
    }
    return false;
  }

  boolean isField() {
    return !fields.isEmpty();
  }

  boolean isThing() {
    return !things.isEmpty();
  }

  boolean isThing(String entity) {
    for (Ref thing : things) {
      if (thing.entity().equals(entity)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it names an entity itself, and not by what another row calls it. */
  boolean isRow(@Nullable String entity) {
    return things.stream().anyMatch(t -> t.step() == null && t.entity().equals(entity));
  }

  boolean isNumber() {
    return number != null;
  }

  boolean isPeriod() {
    return !periods.isEmpty();
  }

  boolean isValue() {
    return !values.isEmpty();
  }

  /** Something that a field can be compared with. */
  boolean isOperand() {
    return isValue() || isNumber() || isPeriod() || quote != null;
  }

  /** Nothing but words that make a sentence. */
  boolean isLight() {
    return !isField()
        && !isThing()
        && !isOperand()
        && measured.isEmpty()
        && (verbs.isEmpty() || is(Cue.GLUE))
        && extremes.isEmpty()
        && cues.stream().anyMatch(Cue::isLight);
  }

  boolean isUnknown() {
    return cues.isEmpty()
        && !isField()
        && !isThing()
        && !isOperand()
        && measured.isEmpty()
        && verbs.isEmpty()
        && extremes.isEmpty();
  }

  @Override
  public String toString() {
    return said.words();
  }
}
