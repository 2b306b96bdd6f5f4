package dev.tenlines.server;

import dev.tenlines.Finding;
import dev.tenlines.Tenlines;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Shows every finding about a project at once; fails when one is an error.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    List<Finding> findings = new ArrayList<>();
    if (!Files.exists(project.directory.resolve("tenlines.yaml"))) {
      findings.add(
          Finding.error(
              "TL-306",
              "The directory (" + project.directory + ") has no tenlines.yaml.",
              "Maybe name another with --project, or make one with trial --out."));
    }
    findings.addAll(Tenlines.in(project.directory).check());
    if (json) {
      console.json(findings.stream().map(CheckCommand::fields).toList());
    } else {
      findings.forEach(f -> console.line(level(f) + " " + f));
      console.line(findings.isEmpty() ? "Nothing found." : findings.size() + " findings.");
    }
    return findings.stream().anyMatch(f -> f.level() == Finding.Level.ERROR) ? 1 : 0;
  }

  static Map<String, String> fields(Finding finding) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("level", level(finding));
    out.put("id", finding.id());
    out.put("what", finding.what());
    out.put("hint", finding.hint());
    return out;
  }

  private static String level(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }
}
