package dev.tenlines.spring.console;

import dev.tenlines.Feature;
import dev.tenlines.Plan;
import dev.tenlines.Promise;
import dev.tenlines.Tenlines;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.History.Spend;
import dev.tenlines.ladder.History.Tally;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Models;
import dev.tenlines.project.Shares;
import dev.tenlines.serving.Learning;
import dev.tenlines.spring.console.answers.Shelf;
import dev.tenlines.spring.console.view.Chart;
import dev.tenlines.spring.console.view.FeatureView;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a feature ready to be shown. */
record FeatureViews(Tenlines tenlines, Times times, FeatureTables tables) {
  private static final int DAYS = 30;

  private static final Charts SHARES =
      new Charts(
          ordered(
              "rules", "rules",
              "cache", "cache",
              "classifier", "small model",
              "model", "LLM",
              "other", "other rungs",
              "person", "people",
              "declined", "declined"));

  private static final Charts COSTS =
      new Charts(ordered("charges", "charges", "person", "people, at the stated cost"));

  FeatureView of(Visit visit, String name) {
    Plan plan = tenlines.plan(name);
    Feature feature = plan.feature();
    Learning learning = tenlines.learning(name);
    Certificates certificates = tenlines.certificates(name);
    LocalDate today = LocalDate.ofInstant(times.clock().instant(), ZoneOffset.UTC);
    LocalDate first = today.minusDays(DAYS - 1);
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Tally> tallies = tenlines.history().tallies(visit.tenant(), name, from);
    return new FeatureView(
        name,
        stage(feature),
        promise(feature.promise()),
        learning.shuts().stream().map(shut -> shut(shut, learning)).toList(),
        tables.plan(plan),
        FeatureTables.certificates(certificates, learning.shuts()),
        new FeatureView.Open(
            certificates.all().stream().filter(c -> c.open()).count(), certificates.all().size()),
        shares(tallies, first, today),
        costs(visit, feature, tallies, first, today),
        tenlines.reviews().counts(visit.tenant(), name, visit.caller().name()).open(),
        learning.judged(),
        learning.wanted(),
        training(learning),
        learning.forecast(),
        tables.versions(visit, name, learning),
        tables.labels(feature),
        FeatureTables.rules(tenlines.rules(name)),
        Shelf.of(tenlines, feature, times));
  }

  private static FeatureView.Stage stage(Feature feature) {
    return switch (feature.stage()) {
      case SHADOW ->
          new FeatureView.Stage("shadow", "calm", "It only watches: nothing is answered yet.");
      case ASSIST ->
          new FeatureView.Stage("assist", "wait", "It proposes, and a person decides everything.");
      case AUTO ->
          new FeatureView.Stage(
              "auto", "good", "It answers what its certificates allow, people the rest.");
    };
  }

  private static String promise(Promise promise) {
    return "At most "
        + Shares.format(promise.error())
        + " of the answers given without a person are wrong, with "
        + Shares.format(promise.confidence())
        + " confidence.";
  }

  private Notice shut(Models.Shut shut, Learning learning) {
    Models.Version serving = learning.serving();
    String group = shut.group().isEmpty() ? "" : " for " + shut.group();
    return Notice.error(
        "Shut by audits",
        shut.rung()
            + group
            + ": "
            + shut.errors()
            + " of "
            + shut.audits()
            + " audited answers were wrong, more than the promised "
            + Shares.format(shut.promised())
            + " allows. It only proposes since "
            + times.of(shut.at()).exact()
            + ".",
        serving != null && serving.rung().equals(shut.rung())
            ? "Maybe take an older version back, or let the next training replace it."
            : "Another version serves now.");
  }

  private static @Nullable String training(Learning learning) {
    if (!learning.training()) {
      return null;
    }
    String step = learning.step();
    return step == null ? "It starts." : step;
  }

  private static @Nullable Chart shares(List<Tally> tallies, LocalDate first, LocalDate today) {
    if (tallies.isEmpty()) {
      return null;
    }
    Charts.Days days = new Charts.Days(first, today);
    tallies.forEach(tally -> days.add(tally.day(), tone(tally.rung()), (double) tally.requests()));
    return SHARES.shares("Who ended the requests", days);
  }

  private static String tone(String rung) {
    if (rung.startsWith("model:")) {
      return "model";
    }
    return switch (rung) {
      case "rules", "cache", "classifier", "declined" -> rung;
      case "deferred" -> "person";
      default -> "other";
    };
  }

  /** What was booked, and what people cost at the stated price, one picture for each currency. */
  private List<Chart> costs(
      Visit visit, Feature feature, List<Tally> tallies, LocalDate first, LocalDate today) {
    Map<String, Charts.Days> currencies = new TreeMap<>();
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Spend spend : tenlines.history().spend(visit.tenant(), from, to)) {
      if (spend.feature().equals(feature.name()) && !spend.sum().isZero()) {
        currencies
            .computeIfAbsent(spend.sum().currency(), c -> new Charts.Days(first, today))
            .add(spend.day(), "charges", height(spend.sum()));
      }
    }
    Money review = feature.profile().reviewCost();
    if (review != null && !review.isZero()) {
      for (Tally tally : tallies) {
        if (tally.rung().equals("deferred")) {
          currencies
              .computeIfAbsent(review.currency(), c -> new Charts.Days(first, today))
              .add(tally.day(), "person", height(review.times(tally.requests())));
        }
      }
    }
    List<Chart> charts = new ArrayList<>();
    currencies.forEach((currency, days) ->
        charts.add(COSTS.amounts("What a day cost, in " + currency, days, FeatureViews::amount)));
    return charts;
  }

  /** Only the height of a bar: every figure that is summed or exported stays money. */
  private static double height(Money money) {
    return new BigDecimal(money.amount()).doubleValue();
  }

  private static String amount(double value) {
    return String.format(java.util.Locale.ROOT, value < 0.1 ? "%.4f" : "%.2f", value);
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> out = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      out.put(pairs[i], pairs[i + 1]);
    }
    return out;
  }
}
