package dev.tenlines.server;

import dev.tenlines.Feature;
import dev.tenlines.Plan;
import dev.tenlines.Profile;
import dev.tenlines.Tenlines;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.project.Shares;
import dev.tenlines.rules.Rules;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows a feature's rungs and thresholds, and which fact caused what.")
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Parameters(index = "0", paramLabel = "FEATURE")
  private String feature = "";

  @Option(names = "--json", description = "Print the plan as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      Plan plan = tenlines.plan(feature);
      List<Certificate> certificates = tenlines.certificates(feature).all();
      if (json) {
        console.json(fields(plan, tenlines, certificates));
      } else {
        print(console, plan, tenlines, certificates);
      }
    }
    return 0;
  }

  private void print(
      Console console, Plan plan, Tenlines tenlines, List<Certificate> certificates) {
    Feature declared = plan.feature();
    console.line(
        declared.name()
            + ": at most "
            + Shares.format(declared.promise().error())
            + " of the answers given without a person are wrong, at "
            + Shares.format(declared.promise().confidence())
            + " confidence; stage "
            + declared.stage().name().toLowerCase(Locale.ROOT));
    console.list(facts(declared.profile()));
    console.line("");
    for (Plan.Line line : plan.rungs()) {
      console.line((line.used() ? "  " : "- ") + line.rung() + ": " + line.reason());
      if (line.used()) {
        standing(line.rung(), tenlines, certificates)
            .forEach(standing -> console.line("      " + standing));
      }
    }
    plan.findings().forEach(finding -> console.line(finding.toString()));
  }

  private static Map<String, String> facts(Profile profile) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("language-task", Boolean.toString(profile.languageTask()));
    facts.put("rule", profile.rule().name().toLowerCase(Locale.ROOT));
    facts.put("wrong-answer-cost", shown(profile.wrongAnswerCost()));
    facts.put("review-cost", shown(profile.reviewCost()));
    facts.put("latency-budget", profile.latencyBudget().toMillis() + " ms");
    facts.put("volume", shown(profile.volume()));
    return facts;
  }

  /** Where a rung stands: what it may answer alone, and what it lacks. */
  private List<String> standing(String rung, Tenlines tenlines, List<Certificate> certificates) {
    List<String> out = new ArrayList<>();
    if (rung.equals("rules")) {
      Rules rules = tenlines.rules(feature);
      long declared = rules.lines().stream().filter(line -> line.declared()).count();
      out.add(
          rules.lines().size()
              + " lines, "
              + declared
              + " of them declared by a person, which answer by construction");
    }
    String id =
        tenlines.rungs(feature).stream()
            .filter(r -> r.name().equals(rung))
            .map(r -> r.id())
            .findFirst()
            .orElse("");
    if (rung.equals("classifier") && id.isEmpty()) {
      out.add("no trained model yet: run a trial with --out");
    }
    certificates.stream().filter(c -> c.rung().equals(id)).map(PlanCommand::says).forEach(out::add);
    return out;
  }

  private static String says(Certificate certificate) {
    String group = certificate.group().isEmpty() ? "" : certificate.group() + ": ";
    String promise =
        Shares.format(certificate.promised())
            + (certificate.kind() == Certificate.Kind.MISSED ? " missed" : " wrong");
    return certificate.open()
        ? String.format(
            Locale.ROOT,
            "%sopen for %s from score %.2f (%d wrong of %d, %s, %s)",
            group,
            promise,
            certificate.threshold(),
            certificate.errors(),
            certificate.rows(),
            certificate.id(),
            certificate.issued().toString().substring(0, 10))
        : group
            + "shut for "
            + promise
            + ": at least "
            + certificate.missing()
            + " more clean labels are missing";
  }

  private Map<String, @Nullable Object> fields(
      Plan plan, Tenlines tenlines, List<Certificate> certificates) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("feature", plan.feature().name());
    out.put("stage", plan.feature().stage().name().toLowerCase(Locale.ROOT));
    out.put("profile", facts(plan.feature().profile()));
    out.put(
        "promise",
        Map.of(
            "error",
            plan.feature().promise().error(),
            "confidence",
            plan.feature().promise().confidence()));
    out.put(
        "rungs",
        plan.rungs().stream()
            .map(line ->
                Map.of(
                    "rung",
                    line.rung(),
                    "used",
                    line.used(),
                    "reason",
                    line.reason(),
                    "standing",
                    line.used() ? standing(line.rung(), tenlines, certificates) : List.of()))
            .toList());
    out.put("certificates", certificates.stream().map(CertificateFile::fields).toList());
    out.put("findings", plan.findings().stream().map(CheckCommand::fields).toList());
    return out;
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "not stated" : value.toString();
  }
}
