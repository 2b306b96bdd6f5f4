package dev.tenlines.server;

import dev.tenlines.TenlinesException;
import dev.tenlines.server.search.SearchCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./tenlines}. */
@Command(
    name = "tenlines",
    description =
        "If ten lines of rules will do, do that. If not, climb, and keep the promised error rate.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      TrialCommand.class,
      ServeCommand.class,
      KeysCommand.class,
      SpendCommand.class,
      GapsCommand.class,
      SearchCommand.class,
      AdviseCommand.class,
      IndexCommand.class,
      AskCommand.class,
      RunCommand.class,
      PlanCommand.class,
      CheckCommand.class,
      ReadCommand.class,
      MockCommand.class
    })
public final class Main implements Runnable {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger REMARKS = Logger.getLogger("org.apache.lucene");

  @Spec private CommandSpec spec;

  /**
   * Runs a command and leaves with 0, with 1 after an error, with 2 after a call nobody
   * understands.
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    chooseLog(arguments);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Only the server writes a log: elsewhere the libraries below would speak into the results. */
  private static void chooseLog(String... arguments) {
    boolean serves = arguments.length > 0 && arguments[0].equals("serve");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty(
        "slf4j.provider",
        serves
            ? "ch.qos.logback.classic.spi.LogbackServiceProvider"
            : "org.slf4j.nop.NOPServiceProvider");
    // It remarks that vectors could be faster; every command would say so.
    REMARKS.setLevel(Level.SEVERE);
  }

  /** Runs a command without leaving the process. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Main::failed)
        .setParameterExceptionHandler(Main::misunderstood)
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult call) {
    if (e instanceof TenlinesException) {
      command.getErr().println(e.getMessage());
    } else {
      command
          .getErr()
          .println(
              "TL-999 Something unforeseen happened ("
                  + e
                  + "). Maybe report it with these lines:");
      e.printStackTrace(command.getErr());
    }
    return 1;
  }

  private static int misunderstood(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    if (e.getCause() instanceof TenlinesException own) {
      command.getErr().println(own.getMessage());
    } else {
      command
          .getErr()
          .println(
              "TL-301 The call ("
                  + String.join(" ", arguments)
                  + ") is not understood: "
                  + e.getMessage()
                  + ". Maybe see "
                  + command.getCommandSpec().qualifiedName()
                  + " --help.");
    }
    return 2;
  }

  /** The version the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"tenlines " + (version == null ? "unpackaged" : version)};
    }
  }
}
