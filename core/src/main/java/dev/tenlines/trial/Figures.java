package dev.tenlines.trial;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.trial.Trial.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the measured rows add up to. All shares are between 0 and 1; an empty share is 0. */
public record Figures(Feature feature, List<Measured> rows) {

  /** One label's figures. */
  public record PerLabel(String label, int rows, int answered, double precision, double recall) {}

  /** Two labels that were taken for each other, and how often. */
  public record Confusion(String right, String answered, int rows) {}

  /** The share of rows a rule line matches. */
  public double ruleCoverage() {
    return share(row -> row.ruled() != null, row -> true);
  }

  /** The share of matched rows the rules got right. */
  public double rulePrecision() {
    return share(row -> row.row().label().equals(row.ruled()), row -> row.ruled() != null);
  }

  /** The share of all rows a rule list alone gets right. */
  public double ruleAccuracy() {
    return share(
        row -> row.row().label().equals(row.ruled() == null ? row.rest() : row.ruled()),
        row -> true);
  }

  public double classifierAccuracy() {
    return share(row -> row.prediction().label().equals(row.row().label()), row -> true);
  }

  public double macroF1() {
    return classifierPerLabel().stream()
        .filter(label -> feature.labels().containsKey(label.label()))
        .mapToDouble(label ->
            label.precision() + label.recall() == 0
                ? 0
                : 2 * label.precision() * label.recall() / (label.precision() + label.recall()))
        .average()
        .orElse(0);
  }

  /** The share of rows answered without a person. */
  public double coverage() {
    return share(row -> answer(row) != null, row -> true);
  }

  /** The share of wrong answers among the rows answered. */
  public double error() {
    return share(row -> !row.row().label().equals(answer(row)), row -> answer(row) != null);
  }

  /** The share of rows each rung answered. */
  public Map<String, Double> byRung() {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String rung : List.of("rules", "classifier")) {
      shares.put(
          rung,
          share(
              row -> row.outcome() instanceof Answered<String> a && a.rung().startsWith(rung + "@"),
              row -> true));
    }
    return shares;
  }

  /** Rows whose label no answer can be right about, because it was never trained or means none. */
  public List<Measured> outOfScope() {
    return rows.stream().filter(row -> !feature.answerable().contains(row.row().label())).toList();
  }

  /** The share answered among rows that are, or are not, in scope. */
  public double answered(boolean inScope) {
    return share(
        row -> answer(row) != null,
        row -> feature.answerable().contains(row.row().label()) == inScope);
  }

  public List<PerLabel> classifierPerLabel() {
    return perLabel(row -> row.prediction().label());
  }

  public List<PerLabel> ladderPerLabel() {
    return perLabel(Figures::answer);
  }

  /** The most frequent wrong labels of the classifier, most frequent first. */
  public List<Confusion> confusions(int most) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    for (Measured row : rows) {
      if (!row.prediction().label().equals(row.row().label())) {
        counts.merge(List.of(row.row().label(), row.prediction().label()), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
        .limit(most)
        .map(e -> new Confusion(e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .toList();
  }

  /** The error share among the surest rows of the classifier: one value for each further row. */
  public double[] riskByCoverage() {
    List<Measured> sorted = new ArrayList<>(rows);
    sorted.sort((a, b) -> Double.compare(b.prediction().margin(), a.prediction().margin()));
    double[] risk = new double[sorted.size()];
    int errors = 0;
    for (int i = 0; i < risk.length; i++) {
      errors += sorted.get(i).prediction().label().equals(sorted.get(i).row().label()) ? 0 : 1;
      risk[i] = errors / (i + 1.0);
    }
    return risk;
  }

  /** The time below which this share of the climbs stayed, in milliseconds. */
  public double millis(double quantile) {
    double[] sorted =
        rows.stream()
            .mapToDouble(row -> row.outcome().trace().took().toNanos() / 1e6)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)];
  }

  /** The label a row was answered with, or null. */
  static @Nullable String answer(Measured row) {
    return row.outcome() instanceof Answered<String> answered ? answered.value() : null;
  }

  private List<PerLabel> perLabel(Function<Measured, @Nullable String> answers) {
    List<PerLabel> out = new ArrayList<>();
    for (String label : new TreeSet<>(rows.stream().map(row -> row.row().label()).toList())) {
      Predicate<Measured> given = row -> label.equals(answers.apply(row));
      Predicate<Measured> own = row -> row.row().label().equals(label);
      out.add(new PerLabel(label, count(own), count(given), share(own, given), share(given, own)));
    }
    return out;
  }

  private int count(Predicate<Measured> which) {
    return (int) rows.stream().filter(which).count();
  }

  private double share(Predicate<Measured> hit, Predicate<Measured> of) {
    int all = count(of);
    return all == 0 ? 0 : count(of.and(hit)) / (double) all;
  }

  /** Labels that training never saw. */
  public List<String> unknownLabels() {
    return rows.stream()
        .map(row -> row.row().label())
        .filter(Objects::nonNull)
        .filter(label -> !feature.labels().containsKey(label))
        .distinct()
        .sorted()
        .toList();
  }
}
