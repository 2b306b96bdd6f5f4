package dev.tenlines.server.search;

import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.project.Project;
import dev.tenlines.schema.Draft;
import dev.tenlines.schema.Drafting;
import dev.tenlines.schema.SchemaReader;
import dev.tenlines.server.terminal.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Reads a database's tables and writes a declaration in which everything is hidden still.")
final class SearchInitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--jdbc",
      required = true,
      paramLabel = "URL",
      description = "The database: jdbc:postgresql://host/name, jdbc:sqlite:shop.db, …")
  private String url = "";

  @Option(names = "--user", paramLabel = "NAME", description = "Who reads it.")
  private @Nullable String user;

  @Option(
      names = "--password-from",
      paramLabel = "VARIABLE",
      description = "The environment variable that holds the password.")
  private @Nullable String variable;

  @Option(
      names = "--out",
      defaultValue = "search/entities.yaml",
      paramLabel = "FILE",
      description = "The file to write (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("search/entities.yaml");

  @Option(names = "--replace", description = "Write over a file that is there.")
  private boolean replace;

  @Option(
      names = "--declare-all",
      description =
          "Hide nothing but secrets and let everybody see every row: for trying things out.")
  private boolean all;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (Files.exists(out) && !replace) {
      throw new TenlinesException(
          "TL-305",
          "The file (" + out + ") is there already.",
          "Maybe name another --out, or say --replace.");
    }
    Draft draft = Drafting.of(SchemaReader.read(url, user, password()));
    Project.write(out, all ? draft.declared() : draft.hidden());
    Console console = Console.of(spec);
    if (json) {
      console.json(fields(draft));
    } else {
      print(console, draft);
    }
    return 0;
  }

  /** A password on the command line would stand in every list of processes. */
  private @Nullable String password() {
    if (variable == null) {
      return null;
    }
    String password = System.getenv(variable);
    if (password == null) {
      throw new TenlinesException(
          "TL-418",
          "The environment variable (" + variable + ") is not set.",
          "Maybe export it before; --password-from takes its name, not the password.");
    }
    return password;
  }

  private void print(Console console, Draft draft) {
    console.line(
        "Wrote %s: %d entities with %d fields and %d relations, %s."
            .formatted(
                out,
                draft.catalog().entities().size(),
                fieldCount(draft.catalog()),
                draft.catalog().relations().size(),
                all ? "all declared" : "all of them hidden"));
    draft.secrets().forEach(secret -> console.line("  left out: " + secret + " sounds secret."));
    draft
        .tenants()
        .forEach((entity, column) ->
            console.line("  " + entity + ": does " + column + " say whose rows they are?"));
    if (!all) {
      console.line(
          "Now open it and take `hidden: true` out of what people may search; its head says how.");
    }
  }

  private static int fieldCount(Catalog catalog) {
    return catalog.entities().stream().mapToInt(entity -> entity.fields().size()).sum();
  }

  private Map<String, Object> fields(Draft draft) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", out.toString());
    fields.put("entities", draft.catalog().entities().size());
    fields.put("fields", fieldCount(draft.catalog()));
    fields.put("relations", draft.catalog().relations().size());
    fields.put("hidden", !all);
    fields.put("secrets", draft.secrets());
    fields.put("scopes", draft.tenants());
    return fields;
  }
}
