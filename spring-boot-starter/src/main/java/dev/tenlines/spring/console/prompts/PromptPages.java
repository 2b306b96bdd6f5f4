package dev.tenlines.spring.console.prompts;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.Rung;
import dev.tenlines.model.PromptFile;
import dev.tenlines.spring.console.Pages;
import dev.tenlines.spring.console.Visit;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.PromptView;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.ServerResponse;

/** The prompts that models are told, and who tells them. */
public final class PromptPages {

  private final Pages pages;
  private final Tenlines tenlines;

  public PromptPages(Pages pages, Tenlines tenlines) {
    this.pages = pages;
    this.tenlines = tenlines;
  }

  /** All of them. */
  public ServerResponse prompts(Visit visit) {
    return pages.page(
        visit,
        "prompts.jte",
        Map.of(
            "prompts",
            Stream.of(Feature.Kind.values()).map(kind -> view(visit, kind.word())).toList()));
  }

  private PromptView view(Visit visit, String name) {
    Path directory = tenlines.directory();
    PromptFile file = PromptFile.of(name, directory);
    boolean own = Files.exists(directory.resolve("prompts").resolve(name + ".md"));
    return new PromptView(
        name,
        own ? "the project's own" : "built in",
        file.version(),
        file.digest(),
        file.mostOutput(),
        Shown.of(file.system()),
        Shown.of(file.user()),
        uses(visit, name));
  }

  /** A prompt has the name of the kind of feature that sends it. */
  private Table uses(Visit visit, String name) {
    Table.Rows rows =
        Table.of("Used by, for " + name, "Feature", "Rung").otherwise("No rung uses it.");
    for (String declared : tenlines.features()) {
      Feature feature = tenlines.plan(declared).feature();
      if (feature.kind().word().equals(name)) {
        for (Rung<?> rung : tenlines.rungs(declared)) {
          if (rung.name().startsWith("model:")) {
            rows.row(
                new Cell.Link(
                    pages.root(visit.request()) + "/features/" + declared, Shown.of(declared)),
                Cell.code(rung.id()));
          }
        }
      }
    }
    return rows.table();
  }
}
