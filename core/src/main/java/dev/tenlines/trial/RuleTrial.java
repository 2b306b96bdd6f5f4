package dev.tenlines.trial;

import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.learn.Binomial;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certifier;
import dev.tenlines.learn.Certifier.Judged;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Split;
import dev.tenlines.rules.RuleFile;
import dev.tenlines.rules.RuleFinder;
import dev.tenlines.rules.RuleLine;
import dev.tenlines.rules.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds rules on one part of the training rows and measures and certifies them on the other. The
 * classifier's certificate then rests on rows of its own, so the two only have to share the chance
 * of a broken promise.
 *
 * @param delta the share of that chance the rules took; 0 when they had no prospect of a
 *     certificate
 * @param rest the label a rule list alone gives whatever no line matches
 */
record RuleTrial(Rules rules, List<Certificate> certificates, double delta, String rest) {
  /** Of the chance of a broken promise, what rules take when they have a prospect. */
  private static final double SHARE = 0.2;

  private static final double MEASURED_SHARE = 0.45;

  private static final double SHOWN_CONFIDENCE = 0.9;

  static RuleTrial of(List<Example> train, TrialOptions options, Instant now) {
    Promise promise = options.promise();
    Split parts = Split.of(train, MEASURED_SHARE, 0, options.seed() + 1);
    RuleFinder finder = new RuleFinder(parts.train(), promise.error());
    List<RuleFinder.Finding> found = finder.find(options.lines(), options.none());
    List<RuleLine> lines = found.stream().map(f -> new RuleLine(f.when(), f.then(), null)).toList();
    List<Judged> judged = judge(RuleFile.parse("found", RuleFile.write(lines)), parts.calibrate());
    boolean prospect = prospect(found, promise, parts);
    double delta = prospect ? SHARE * (1 - promise.confidence()) : 0;
    List<Certificate> draft =
        prospect ? certify("rules@draft", promise, delta, now, judged) : List.of();
    Rules rules =
        RuleFile.parse("found", RuleFile.write(kept(measured(lines, judged), draft, promise)));
    List<Certificate> certificates =
        prospect ? certify("rules@" + rules.version(), promise, delta, now, judged) : List.of();
    return new RuleTrial(rules, certificates, delta, finder.rest(found));
  }

  private static List<Certificate> certify(
      String rung, Promise promise, double delta, Instant now, List<Judged> judged) {
    return new Certifier(
            rung, promise, delta, now, judged.size() + " rows the rules were not found on")
        .errors(judged);
  }

  /**
   * Whether enough rows are likely to be covered for any certificate; read off the finding half
   * only.
   */
  private static boolean prospect(List<RuleFinder.Finding> found, Promise promise, Split parts) {
    double delta = SHARE * (1 - promise.confidence());
    double scale = parts.calibrate().size() / (double) Math.max(1, parts.train().size());
    return found.stream()
        .map(line -> promise.groupOf(line.then()))
        .distinct()
        .anyMatch(group -> {
          int rows =
              found.stream()
                  .filter(line -> promise.groupOf(line.then()).equals(group))
                  .mapToInt(RuleFinder.Finding::rows)
                  .sum();
          double error = group.isEmpty() ? promise.error() : promise.errorOf(group);
          int expected = (int) (rows * scale);
          int errors = (int) Math.ceil(expected * error / 2);
          return Binomial.atMost(errors, expected, error) <= delta;
        });
  }

  private static List<Judged> judge(Rules rules, List<Example> rows) {
    List<Judged> judged = new ArrayList<>();
    for (Example row : rows) {
      Rules.Match match = rules.first(Request.of(row.text()).withFields(row.fields()));
      if (match != null) {
        judged.add(new Judged(match.line().then(), row.label(), -match.number()));
      }
    }
    return judged;
  }

  private static List<RuleLine> measured(List<RuleLine> lines, List<Judged> judged) {
    List<RuleLine> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      double score = -(i + 1);
      List<Judged> own = judged.stream().filter(row -> row.score() == score).toList();
      int right = (int) own.stream().filter(row -> row.proposed().equals(row.right())).count();
      RuleLine line = lines.get(i);
      out.add(
          new RuleLine(
              line.when(),
              line.then(),
              new RuleLine.Found(
                  own.size(), right, Binomial.lower(right, own.size(), SHOWN_CONFIDENCE))));
    }
    return out;
  }

  /**
   * Drops lines that measured badly, from the end only: a line before a certified one catches rows
   * that would otherwise fall to it.
   */
  private static List<RuleLine> kept(
      List<RuleLine> lines, List<Certificate> certificates, Promise promise) {
    int last =
        certificates.stream()
            .filter(Certificate::open)
            .mapToInt(certificate -> (int) -certificate.threshold())
            .max()
            .orElse(0);
    List<RuleLine> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      RuleLine.@Nullable Found found = lines.get(i).found();
      double allowed = 2 * promise.errorOf(lines.get(i).then());
      if (i < last
          || found != null
              && found.rows() > 0
              && found.rows() - found.right() <= allowed * found.rows()) {
        kept.add(lines.get(i));
      }
    }
    return kept;
  }
}
