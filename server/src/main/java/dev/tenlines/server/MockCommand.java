package dev.tenlines.server;

import dev.tenlines.mock.Counts;
import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Script;
import dev.tenlines.server.terminal.Console;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "mock",
    mixinStandardHelpOptions = true,
    description = "A model provider on loopback that fails on demand and counts.")
final class MockCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8095",
      paramLabel = "N",
      description = "The port; 0 for any free one (default 8095).")
  private int port;

  @Option(
      names = "--script",
      paramLabel = "SCRIPT",
      description = "What goes wrong: \"S01,S08x3,ok,C09\", \"30%% S08\", \"always S07\".")
  private String script = "";

  @Option(names = "--seed", paramLabel = "N", description = "Another seed draws other requests.")
  private @Nullable Long seed;

  @Option(names = "--list", description = "List the faults there are.")
  private boolean list;

  @Option(names = "--verbose", description = "A line for each request; so it is at a terminal.")
  private boolean verbose;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    if (list) {
      list(console);
      return 0;
    }
    Script played = Script.parse(script);
    if (seed != null) {
      played = played.seeded(seed);
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try (MockProvider mock = MockProvider.start(port, played)) {
      if (verbose || Boolean.getBoolean("tenlines.terminal")) {
        mock.listen(received -> console.err().println(received));
      }
      StopSignal.onStop(stopped::countDown);
      greet(console, mock);
      await(stopped);
      totals(console, mock.counts());
    }
    return 0;
  }

  private void list(Console console) {
    if (json) {
      console.json(Stream.of(Fault.values()).map(MockCommand::fields).toList());
      return;
    }
    for (Fault fault : Fault.values()) {
      String where = fault.streamOnly() ? "stream" : fault.phase() ? "phase" : "";
      console.line(String.format(Locale.ROOT, "%s  %-6s  %s", fault.id(), where, fault.what()));
    }
  }

  private static Map<String, Object> fields(Fault fault) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", fault.id());
    out.put("what", fault.what());
    out.put("forms", fault.variants());
    out.put("streamOnly", fault.streamOnly());
    out.put("phase", fault.phase());
    return out;
  }

  /** Where it listens, and what to write into {@code tenlines.yaml} to be answered by it. */
  private void greet(Console console, MockProvider mock) {
    Map<String, String> urls = new LinkedHashMap<>();
    for (Dialect dialect : Dialect.values()) {
      urls.put(name(dialect), mock.baseUrl(dialect));
    }
    if (json) {
      console.json(urls);
      return;
    }
    console.line("The mock answers as");
    console.list(urls);
    console.line("");
    console.line("# for tenlines.yaml");
    console.line("models:");
    for (Dialect dialect : Dialect.values()) {
      String key = dialect == Dialect.OLLAMA ? "" : ", key: mock";
      console.line(
          "  mock-%s: { provider: %s, model: %s, base-url: \"%s\"%s }"
              .formatted(name(dialect), name(dialect), model(dialect), mock.baseUrl(dialect), key));
    }
    console.out().flush();
  }

  private static String name(Dialect dialect) {
    return dialect.name().toLowerCase(Locale.ROOT);
  }

  private static String model(Dialect dialect) {
    return switch (dialect) {
      case ANTHROPIC -> "claude-haiku-4-5";
      case OPENAI -> "gpt-5-mini";
      case GEMINI -> "gemini-2.5-flash-lite";
      case OLLAMA -> "llama3.2";
    };
  }

  private static void await(CountDownLatch stopped) {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      // Whoever interrupts it wants it to stop: the totals are still said.
      Thread.currentThread().interrupt();
    }
  }

  private void totals(Console console, Counts counts) {
    if (json) {
      console.json(counts);
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    counts.models().forEach((model, sums) -> rows.add(row(model.isEmpty() ? "?" : model, sums)));
    rows.add(row("all", counts));
    console.table(
        List.of(
            "model", "requests", "answered", "cancelled", "input", "cached", "written", "output"),
        rows);
  }

  private static List<String> row(String name, Counts sums) {
    return Stream.concat(
            Stream.of(name),
            Stream.of(
                    sums.requests(),
                    sums.answered(),
                    sums.cancelled(),
                    sums.input(),
                    sums.cacheRead(),
                    sums.cacheWrite(),
                    sums.output())
                .map(String::valueOf))
        .toList();
  }
}
