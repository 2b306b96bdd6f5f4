package dev.tenlines.server.search;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.catalog.CatalogYaml;
import dev.tenlines.catalog.Unexplained;
import dev.tenlines.ladder.History;
import dev.tenlines.search.Searching;
import dev.tenlines.server.terminal.Console;
import dev.tenlines.server.terminal.ProjectOption;
import dev.tenlines.server.terminal.QuestionsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Shows the words of past questions that nothing declared explains.")
final class SearchDoctorCommand implements Callable<Integer> {
  private static final int NEWEST = 2_000;
  private static final int PAGE = 200;

  @Spec private CommandSpec spec;
  @Mixin private ProjectOption project;
  @Mixin private QuestionsOptions questions;

  @Parameters(index = "0", paramLabel = "FEATURE", description = "A feature that searches.")
  private String feature = "";

  @Override
  public Integer call() {
    Console console = Console.of(spec);
    try (Tenlines tenlines = Tenlines.open(project.directory)) {
      Feature declared = searching(tenlines);
      List<Unexplained.Word> words =
          Unexplained.of(
              CatalogYaml.read(
                  project.directory.resolve(declared.detail(Searching.ENTITIES).getFirst())),
              asked(tenlines.history()));
      if (questions.json) {
        console.json(words);
      } else {
        print(console, words);
      }
    }
    return 0;
  }

  private Feature searching(Tenlines tenlines) {
    List<String> all =
        tenlines.features().stream()
            .filter(name -> tenlines.plan(name).feature().kind() == Feature.Kind.SEARCH)
            .toList();
    if (!all.contains(feature)) {
      throw new TenlinesException(
          "TL-419",
          "The feature (" + feature + ") searches no tables.",
          all.isEmpty()
              ? "Maybe declare one of kind: search."
              : "Maybe it is one of: " + String.join(", ", all) + ".");
    }
    return tenlines.plan(feature).feature();
  }

  /** The newest questions that a word was in the way of. */
  private List<Unexplained.Asked> asked(History history) {
    List<Unexplained.Asked> asked = new ArrayList<>();
    String before = null;
    for (int seen = 0; seen < NEWEST; seen += PAGE) {
      List<History.Entry> page =
          history.list(new History.Filter(questions.tenant, feature, "declined", before, PAGE));
      page.forEach(entry -> {
        String words = words(entry.outcome());
        if (words != null) {
          asked.add(new Unexplained.Asked(entry.request().input(), words));
        }
      });
      if (page.size() < PAGE) {
        break;
      }
      before = page.getLast().outcome().id();
    }
    return asked;
  }

  private static @Nullable String words(Outcome<Object> outcome) {
    if (!(outcome instanceof Outcome.Declined<Object> declined)
        || declined.reason() != Outcome.Reason.UNKNOWN_WORD) {
      return null;
    }
    JsonNode said = JsonMapper.shared().valueToTree(declined.proposal());
    String words = said.path("lacking").path("words").asString("");
    return words.isEmpty() ? null : words;
  }

  private static void print(Console console, List<Unexplained.Word> words) {
    if (words.isEmpty()) {
      console.line("Every word of the past questions was explained.");
      return;
    }
    console.table(
        List.of("asked", "word", "near", "question"),
        words.stream().map(SearchDoctorCommand::row).toList());
    console.line("");
    console.line("Add a word to the `words`, `verbs` or `values` of what it means.");
  }

  private static List<String> row(Unexplained.Word word) {
    return List.of(
        Integer.toString(word.questions()),
        word.word(),
        word.near().isEmpty() ? "-" : String.join(", ", word.near()),
        QuestionsOptions.line(word.example()));
  }
}
