package dev.tenlines.server.search;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that helps to declare what questions may search. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Helps to declare what questions may search in an application's tables.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SearchInitCommand.class, SearchDoctorCommand.class})
public final class SearchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
