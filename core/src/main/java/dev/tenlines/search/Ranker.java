package dev.tenlines.search;

import dev.tenlines.Request;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import dev.tenlines.review.Judgements;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import dev.tenlines.text.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns from a tenant's choices which of several readings people mean: a word is one field's more
 * often than another's. A log-linear model over what parts the readings, small enough to be fitted
 * again with each choice.
 */
final class Ranker {
  private static final int MOST = 500;
  private static final int LEAST = 3;
  private static final int ROUNDS = 40;
  private static final double STEP = 0.3;
  private static final double DECAY = 0.001;

  private final Desk desk;
  private final Shelves<Choice> shelves;
  private final Map<String, Fitted> fitted = new LinkedHashMap<>();

  Ranker(Desk desk, String feature, Judgements judgements) {
    this.desk = desk;
    this.shelves = new Shelves<>(judgements, feature, MOST, this::choice);
  }

  /**
   * What somebody chose.
   *
   * @param chosen the index among the readings, or -1 where it teaches nothing
   */
  private record Choice(List<Set<String>> readings, int chosen) {}

  private record Fitted(List<Choice> choices, Map<String, Double> weights) {}

  /** How likely one of several readings is meant. */
  record Ranked(int best, double probability) {}

  /** The reading that people mean, or null while too little is known. */
  @Nullable Ranked rank(Request request, List<Reading> readings) {
    List<Choice> choices =
        shelves.of(request.tenant()).stream().filter(choice -> choice.chosen() >= 0).toList();
    if (choices.size() < LEAST) {
      return null;
    }
    Map<String, Double> weights = weights(request.tenant(), choices);
    List<Set<String>> features = features(request.input(), readings);
    if (features.stream().noneMatch(one -> one.stream().anyMatch(weights::containsKey))) {
      return null;
    }
    double[] chances = chances(features, weights);
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      best = chances[i] > chances[best] ? i : best;
    }
    return new Ranked(best, chances[best]);
  }

  private Choice choice(Judgement judgement) {
    Map<String, Object> plan = Accepted.plan(judgement.value());
    if (plan == null
        || !(desk.read(judgement.request().withPlan(null)) instanceof Understood.Read read)
        || read.readings().size() < 2) {
      return new Choice(List.of(), -1);
    }
    Object chosen = Unsaid.of(plan);
    int index = -1;
    for (int i = 0; i < read.readings().size(); i++) {
      index = Unsaid.of(PlanWriter.write(read.readings().get(i).plan())).equals(chosen) ? i : index;
    }
    return new Choice(features(judgement.request().input(), read.readings()), index);
  }

  private synchronized Map<String, Double> weights(String tenant, List<Choice> choices) {
    Fitted before = fitted.get(tenant);
    if (before != null && before.choices().equals(choices)) {
      return before.weights();
    }
    Map<String, Double> weights = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Choice choice : choices) {
        double[] chances = chances(choice.readings(), weights);
        for (int i = 0; i < chances.length; i++) {
          double gradient = (i == choice.chosen() ? 1 : 0) - chances[i];
          for (String feature : choice.readings().get(i)) {
            weights.merge(feature, STEP * gradient, (old, more) -> old * (1 - DECAY) + more);
          }
        }
      }
    }
    fitted.put(tenant, new Fitted(choices, weights));
    if (fitted.size() > Desk.MOST_TENANTS) {
      fitted.remove(fitted.keySet().iterator().next());
    }
    return weights;
  }

  private static double[] chances(List<Set<String>> readings, Map<String, Double> weights) {
    double[] chances = new double[readings.size()];
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      double score = 0;
      for (String feature : readings.get(i)) {
        score += weights.getOrDefault(feature, 0.0);
      }
      chances[i] = Math.exp(Math.min(50, score));
      sum += chances[i];
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
    }
    return chances;
  }

  /** What only some of the readings have, alone and together with each word that said it. */
  private static List<Set<String>> features(String question, List<Reading> readings) {
    List<Set<String>> all = readings.stream().map(one -> features(question, one.plan())).toList();
    Set<String> common = new LinkedHashSet<>(all.getFirst());
    all.forEach(common::retainAll);
    List<Set<String>> parting = new ArrayList<>();
    for (Set<String> one : all) {
      Set<String> own = new LinkedHashSet<>(one);
      own.removeAll(common);
      parting.add(own);
    }
    return parting;
  }

  private static Set<String> features(String question, QueryPlan plan) {
    Set<String> out = new LinkedHashSet<>();
    out.add("entity " + plan.entity());
    plan.columns().forEach(term -> add(out, "column", term, question));
    plan.groups().forEach(term -> add(out, "group", term, question));
    plan.where().forEach(predicate -> add(out, predicate, question));
    plan.having().forEach(predicate -> add(out, predicate, question));
    for (Sort sort : plan.sort()) {
      add(out, "sort " + sort.descending(), sort.term(), question);
    }
    return out;
  }

  private static void add(Set<String> out, String kind, Term term, String words) {
    String feature = kind + " " + PlanWriter.term(term);
    out.add(feature);
    Words.of(words).all().forEach(word -> out.add(word.stem() + " > " + feature));
  }

  private static void add(Set<String> out, Predicate predicate, String question) {
    String words = predicate.said().words().isEmpty() ? question : predicate.said().words();
    switch (predicate) {
      case Predicate.Compare p -> add(out, "compare " + p.operator(), p.term(), words);
      case Predicate.Range p -> {
        add(out, "range", new Term.Of(p.path(), null), words);
        // The last 2 years are whole ones for some, and the last 730 days for others.
        add(out, "range from " + begins(p.from()), new Term.Of(p.path(), null), words);
      }
      case Predicate.OneOf p -> add(out, "one of", new Term.Of(p.path(), null), words);
      case Predicate.Matches p -> add(out, "matches", new Term.Of(p.path(), null), words);
      case Predicate.Empty p -> add(out, "empty", new Term.Of(p.path(), null), words);
      case Predicate.Against p -> add(out, "against", new Term.Of(p.path(), null), words);
      case Predicate.Has p -> {
        out.add("has " + p.relation());
        p.where().forEach(one -> add(out, one, question));
      }
      case Predicate.AnyOf p -> p.any().forEach(one -> add(out, one, question));
      case Predicate.AllOf p -> p.all().forEach(one -> add(out, one, question));
    }
  }

  /** What of the calendar begins with a border. */
  private static String begins(@Nullable Literal border) {
    LocalDate day =
        switch (border) {
          case Literal.Day(LocalDate at) -> at;
          case Literal.Moment(LocalDateTime at) -> at.toLocalDate();
          case null, default -> null;
        };
    if (day == null) {
      return "anything";
    }
    return day.getDayOfYear() == 1
        ? "a year"
        : day.getDayOfMonth() == 1
            ? "a month"
            : day.getDayOfWeek() == DayOfWeek.MONDAY ? "a week" : "a day";
  }
}
