package dev.tenlines.server;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.index.Access;
import dev.tenlines.indexing.Indexed;
import dev.tenlines.indexing.Indexer;
import dev.tenlines.project.Project;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProgressBar;
import dev.tenlines.server.terminal.ProjectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description =
        "Reads the documents that questions are answered from; what did not change costs nothing.")
final class IndexCommand implements Callable<Integer> {
  private static final String FIRST = "help";

  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "Folders or files; the documents of every feature when left out.")
  private List<Path> folders = List.of();

  @Option(
      names = "--feature",
      paramLabel = "NAME",
      description = "The feature that answers from them (default: the only one).")
  private @Nullable String feature;

  @Option(
      names = "--tenant",
      paramLabel = "NAME",
      description = "Only this tenant finds them (default: everybody).")
  private @Nullable String tenant;

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "Only members of this group find them; may be repeated.")
  private Set<String> groups = Set.of();

  @Option(
      names = "--remove",
      description = "Take out what was indexed from these folders; the files stay.")
  private boolean remove;

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    Indexer.demand(remove ? List.of() : folders);
    boolean declared = !folders.isEmpty() && !remove && declaredFirst();
    if (declared && !json) {
      console.line("Declared the feature " + first() + " in " + configuration() + ".");
    }
    List<Map<String, Object>> all = new ArrayList<>();
    String last = first();
    try (Tenlines tenlines = Tenlines.open(project.directory);
        ProgressBar bar = ProgressBar.on(console)) {
      for (String name : features(tenlines)) {
        Indexer indexer =
            tenlines.indexer(name).visibleTo(new Access(tenant, groups)).watchedBy(bar);
        List<Path> roots = folders.isEmpty() ? tenlines.declaredDocuments(name) : folders;
        Indexed done = remove ? indexer.remove(roots) : indexer.index(roots);
        bar.done();
        if (!json) {
          print(console, name, done);
        }
        all.add(fields(name, done));
        last = name;
      }
    }
    if (json) {
      console.json(all);
    } else if (!remove) {
      console.line("Now ask: ./tenlines ask " + last + " \"…\"");
    }
    return 0;
  }

  /** The first folder anybody names makes the project, if there is none. */
  private boolean declaredFirst() {
    if (Files.exists(configuration())) {
      return false;
    }
    List<String> documents =
        folders.stream().map(this::fromProject).map(IndexCommand::quoted).toList();
    Project.write(
        configuration(),
        """
        features:
          %s:
            kind: answer
            documents: [%s]
        """
            .formatted(first(), String.join(", ", documents)));
    return true;
  }

  private String first() {
    return feature == null ? FIRST : feature;
  }

  private String fromProject(Path folder) {
    Path home = project.directory.toAbsolutePath().normalize();
    String way = home.relativize(folder.toAbsolutePath().normalize()).toString();
    return way.isEmpty() ? "." : way.replace('\\', '/');
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  private Path configuration() {
    return project.directory.resolve("tenlines.yaml");
  }

  /** Those whose documents are meant. */
  private List<String> features(Tenlines tenlines) {
    if (feature != null) {
      return List.of(feature);
    }
    List<String> answering =
        tenlines.features().stream()
            .filter(name -> tenlines.plan(name).feature().kind() == Feature.Kind.ANSWER)
            .toList();
    boolean clear = folders.isEmpty() ? !answering.isEmpty() : answering.size() == 1;
    if (clear) {
      return answering;
    }
    throw answering.isEmpty()
        ? new TenlinesException(
            "TL-225",
            "No feature in (" + configuration() + ") answers from documents.",
            "Maybe add one: help: { kind: answer, documents: [docs] }.")
        : new TenlinesException(
            "TL-225",
            "Several features answer from documents (" + String.join(", ", answering) + ").",
            "Maybe name one with --feature.");
  }

  private static void print(Console console, String name, Indexed done) {
    double seconds = done.took().toMillis() / 1000.0;
    String rate =
        done.passages() == 0 || seconds == 0
            ? ""
            : String.format(Locale.ROOT, " (%.0f passages/s)", done.passages() / seconds);
    console.line(
        String.format(
            Locale.ROOT,
            "%s: %s with %s indexed, %d unchanged, %d removed, %d skipped, in %.1f s%s.",
            name,
            many(done.files(), "file"),
            many(done.passages(), "passage"),
            done.unchanged(),
            done.removed().size(),
            done.skipped().size(),
            seconds,
            rate));
    done.skipped().forEach(one -> console.line("  skipped " + one.source() + ": " + one.reason()));
    if (done.others() > 0) {
      console.line("  " + many(done.others(), "file") + " of other kinds left alone.");
    }
  }

  private static Map<String, Object> fields(String name, Indexed done) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("feature", name);
    fields.put("files", done.files());
    fields.put("passages", done.passages());
    fields.put("unchanged", done.unchanged());
    fields.put("removed", done.removed());
    fields.put("skipped", done.skipped());
    fields.put("others", done.others());
    fields.put("millis", done.took().toMillis());
    return fields;
  }

  private static String many(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
